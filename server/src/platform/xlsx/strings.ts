import { type Attributes, readXml, type XmlListener } from './xml.ts';

/** Longer than anything that a sheet has to say in one cell. */
export const maxTextLength = 2_000;

/** Text of an `si` or `is`: plain, or pieced together of runs; the reading aids of Asian text (`rPh`) are left out. */
export class RichText implements XmlListener {
  private inText = false;
  private inAid = false;
  private parts: string[] = [];

  open(name: string): void {
    if (name === 'rPh') this.inAid = true;
    if (name === 't') this.inText = !this.inAid;
  }

  text(text: string): void {
    if (this.inText) this.parts.push(text);
  }

  close(name: string): void {
    if (name === 'rPh') this.inAid = false;
    if (name === 't') this.inText = false;
  }

  /** What was read since the last time. */
  take(): string {
    const whole = unescaped(this.parts.join('')).slice(0, maxTextLength);
    this.parts = [];
    return whole;
  }
}

/** The shared strings with these numbers; all others are passed over without being kept. */
export async function readStrings(pieces: AsyncIterable<Buffer>, wanted: ReadonlySet<number>): Promise<Map<number, string>> {
  const found = new Map<number, string>();
  const text = new RichText();
  let at = 0;
  await readXml(pieces, {
    open: (name: string, _: Attributes) => text.open(name),
    text: (piece) => text.text(piece),
    close(name) {
      text.close(name);
      if (name !== 'si') return;
      const whole = text.take();
      if (wanted.has(at)) found.set(at, whole);
      at += 1;
    },
  });
  return found;
}

/** Excel writes characters that XML forbids as _x000D_. */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
