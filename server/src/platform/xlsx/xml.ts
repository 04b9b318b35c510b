import { SaxesParser } from 'saxes';

export type Attributes = Readonly<Record<string, string>>;

/** What a reader wants to hear of an XML part. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The part is no well-formed XML. */
export class XmlBroken extends Error {}

/**
 * Tells a listener about an XML part piece by piece. Between two pieces others get their turn, so a large part does
 * not hold up the process. What the listener throws ends the reading.
 * @throws XmlBroken
 */
export async function readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): Promise<void> {
  const parser = parserFor(listener);
  const decoder = new TextDecoder('utf-8');
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    await new Promise((resolve) => void setImmediate(resolve));
  }
  parser.write(decoder.decode());
  parser.close();
}

function parserFor(listener: XmlListener): SaxesParser {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw new XmlBroken(error.message);
  });
  parser.on('opentag', ({ name, attributes }) => listener.open?.(localName(name), attributes as Attributes));
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  parser.on('closetag', ({ name }) => listener.close?.(localName(name)));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
