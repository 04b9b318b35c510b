import { strToU8, zipSync } from 'fflate';

const office = 'http://schemas.openxmlformats.org';
const namespaces = [
  `xmlns:w="${office}/wordprocessingml/2006/main"`,
  `xmlns:r="${office}/officeDocument/2006/relationships"`,
  `xmlns:m="${office}/officeDocument/2006/math"`,
  `xmlns:wp="${office}/drawingml/2006/wordprocessingDrawing"`,
  `xmlns:a="${office}/drawingml/2006/main"`,
  `xmlns:pic="${office}/drawingml/2006/picture"`,
  `xmlns:c="${office}/drawingml/2006/chart"`,
  `xmlns:dgm="${office}/drawingml/2006/diagram"`,
  `xmlns:mc="${office}/markup-compatibility/2006"`,
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
].join(' ');

export interface WordParts {
  /** What stands in w:body. */
  readonly body: string;
  /** What stands in w:styles. */
  readonly styles?: string;
  /** What stands in w:numbering. */
  readonly numbering?: string;
  /** Pictures by the id that the body calls them by. */
  readonly media?: Readonly<Record<string, { readonly name: string; readonly bytes: Uint8Array }>>;
  /** Addresses outside, by id. */
  readonly links?: Readonly<Record<string, string>>;
  /** What stands in a header of the id. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Replaces or adds parts as they are. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
}

/** A .docx of exactly these parts, for what a library that writes Word files does not write. */
export function wordDocument({ body, styles = '', numbering = '', media = {}, links = {}, headers = {}, parts = {} }: WordParts): Buffer {
  const relations = [
    relation('styles', 'styles', 'styles.xml'),
    relation('numbering', 'numbering', 'numbering.xml'),
    ...Object.entries(media).map(([id, { name }]) => relation(id, 'image', `media/${name}`)),
    ...Object.entries(links).map(([id, address]) => relation(id, 'hyperlink', address, ' TargetMode="External"')),
    ...Object.keys(headers).map((id) => relation(id, 'header', `${id}.xml`)),
  ];
  const texts = {
    '[Content_Types].xml': `<Types xmlns="${office}/package/2006/content-types"/>`,
    '_rels/.rels': relationships([relation('main', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': part('document', `<w:body>${body}</w:body>`),
    'word/styles.xml': part('styles', styles),
    'word/numbering.xml': part('numbering', numbering),
    'word/_rels/document.xml.rels': relationships(relations),
    ...Object.fromEntries(Object.entries(headers).map(([id, content]) => [`word/${id}.xml`, part('hdr', content)])),
    ...parts,
  };
  const pictures = Object.values(media).map(({ name, bytes }) => [`word/media/${name}`, bytes] as const);
  const files = Object.entries(texts).map(([name, content]) => [name, typeof content === 'string' ? strToU8(content) : content] as const);
  return Buffer.from(zipSync(Object.fromEntries([...files, ...pictures])));
}

function part(name: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:${name} ${namespaces}>${content}</w:${name}>`;
}

function relationships(relations: readonly string[]): string {
  return `<Relationships xmlns="${office}/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function relation(id: string, type: string, target: string, mode = ''): string {
  return `<Relationship Id="${id}" Type="${office}/officeDocument/2006/relationships/${type}" Target="${target}"${mode}/>`;
}

/** A run of text; `properties` is what stands in w:rPr. */
export const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** A paragraph of text or runs; `properties` is what stands in w:pPr. */
export const paragraph = (content: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith('<') || content === '' ? content : run(content)}</w:p>`;

export const styled = (styleId: string, content: string): string => paragraph(content, `<w:pStyle w:val="${styleId}"/>`);

/** A style of a paragraph. */
export const style = (id: string, name: string, rest = ''): string => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${rest}</w:style>`;

/** An item of a list. */
export const item = (text: string, numId = 1, level = 0): string => paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`);

/** A list's definition: for each level its format and pattern. */
export function listDefinition(id: number, levels: readonly (readonly [format: string, pattern: string])[], more = ''): string {
  const shapes = levels.map(([format, pattern], at) => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`);
  return `<w:abstractNum w:abstractNumId="${id}">${shapes.join('')}${more}</w:abstractNum>`;
}

export const listInstance = (numId: number, abstractId: number, more = ''): string => `<w:num w:numId="${numId}"><w:abstractNumId w:val="${abstractId}"/>${more}</w:num>`;

export const cell = (content: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith('<') ? content : paragraph(content)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string => `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((content) => (content.startsWith('<w:tc>') ? content : cell(content))).join('')}</w:tr>`;

export const table = (rows: readonly string[], properties = ''): string => `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.join('')}</w:tbl>`;

/** A picture in the line, or beside it. */
export const picture = (id: string, { description = '', frame = 'inline', crop = '' } = {}): string =>
  `<w:r><w:drawing><wp:${frame}><wp:docPr id="1" name="图片 1" descr="${description}"/><a:graphic><a:graphicData uri="${office}/drawingml/2006/picture">` +
  `<pic:pic><pic:blipFill><a:blip r:embed="${id}"/>${crop}</pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${frame}></w:drawing></w:r>`;

/** A grey PNG of that many pixels. */
export function png(width: number, height: number): Buffer {
  const bytes = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABc3UBGAAAAABJRU5ErkJggg==', 'base64');
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}
