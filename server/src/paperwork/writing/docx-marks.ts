import { xml } from './xml-text.ts';

export const wordNamespaces = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';

interface RunLook {
  readonly bold?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly font?: string;
}

/** Text with its lines. */
export function run(text: string, { bold = false, size, font }: RunLook = {}): string {
  const look = `${font ? `<w:rFonts w:eastAsia="${font}"/>` : ''}${bold ? '<w:b/>' : ''}${size ? `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>` : ''}`;
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${xml(line)}</w:t>`);
  return `<w:r>${look ? `<w:rPr>${look}</w:rPr>` : ''}${lines.join('<w:br/>')}</w:r>`;
}

export const centre = '<w:jc w:val="center"/>';

/** `look` is inside of the paragraph's properties, in the order that the format demands. */
export function paragraph(runs: string, look = ''): string {
  return `<w:p>${look ? `<w:pPr>${look}</w:pPr>` : ''}${runs}</w:p>`;
}

interface CellLook {
  /** Twentieths of a point. */
  readonly width: number;
  readonly over?: number;
}

export function cell(content: string, { width, over = 1 }: CellLook): string {
  const span = over > 1 ? `<w:gridSpan w:val="${over}"/>` : '';
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}<w:vAlign w:val="center"/></w:tcPr>${content}</w:tc>`;
}

interface RowLook {
  /** Twentieths of a point, at least. */
  readonly height: number;
  /** Printed again at the top of every page. */
  readonly repeats?: boolean;
}

/** A row is never broken over two pages. */
export function tableRow(cells: readonly string[], { height, repeats = false }: RowLook): string {
  return `<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="${height}" w:hRule="atLeast"/>${repeats ? '<w:tblHeader/>' : ''}</w:trPr>${cells.join('')}</w:tr>`;
}

const line = (side: string): string => `<w:${side} w:val="single" w:sz="6" w:space="0" w:color="000000"/>`;

export function tableOpening(widths: readonly number[]): string {
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="${whole}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>${grid}</w:tblGrid>`;
}
