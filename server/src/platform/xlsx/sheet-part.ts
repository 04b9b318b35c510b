import { addressOf, type Merge } from './cell.ts';
import { maxTextLength, RichText } from './strings.ts';
import { type Attributes, readXml } from './xml.ts';

/** A cell as the file has it: `value` still means something else for each type. */
export interface RawCell {
  readonly column: number;
  readonly type: string;
  readonly style: string | undefined;
  readonly value: string;
  readonly hasFormula: boolean;
}

export interface RawRow {
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: RawCell[];
}

export interface RawSheet {
  readonly rows: RawRow[];
  readonly merges: Merge[];
}

export class TooManyRows extends Error {}

const maxColumns = 200;
const maxMerges = 50_000;

/** One `xl/worksheets/sheet*.xml`. Rows without a value are not kept and not counted. @throws TooManyRows, XmlBroken */
export async function readSheetPart(pieces: AsyncIterable<Buffer>, maxRows: number): Promise<RawSheet> {
  const part = new SheetPart(maxRows);
  await readXml(pieces, part);
  return { rows: part.rows, merges: part.merges };
}

interface OpenCell {
  column: number;
  type: string;
  style: string | undefined;
  hasFormula: boolean;
}

class SheetPart {
  readonly rows: RawRow[] = [];
  readonly merges: Merge[] = [];
  private row: RawRow = { number: 0, hidden: false, cells: [] };
  private cell: OpenCell | null = null;
  private lastColumn = 0;
  private value = '';
  private inValue = false;
  private inInline = false;
  private readonly inline = new RichText();

  constructor(private readonly maxRows: number) {}

  open(name: string, attributes: Attributes): void {
    if (name === 'row') this.openRow(attributes);
    else if (name === 'c') this.openCell(attributes);
    else if (name === 'v') this.inValue = true;
    else if (name === 'f' && this.cell) this.cell.hasFormula = true;
    else if (name === 'is') this.inInline = true;
    else if (name === 'mergeCell') this.merge(attributes['ref'] ?? '');
    if (this.inInline) this.inline.open(name);
  }

  text(text: string): void {
    if (this.inInline) this.inline.text(text);
    else if (this.inValue) this.value += text;
  }

  close(name: string): void {
    if (this.inInline) this.inline.close(name);
    if (name === 'v') this.inValue = false;
    if (name === 'is') this.inInline = false;
    if (name === 'c') this.closeCell();
    if (name === 'row') this.closeRow();
  }

  /** Writers may leave the address out: then it is the next one. */
  private openRow({ r, hidden, zeroHeight }: Attributes): void {
    this.row = { number: Number.parseInt(r ?? '', 10) || this.row.number + 1, hidden: isTrue(hidden) || isTrue(zeroHeight), cells: [] };
    this.lastColumn = 0;
  }

  private openCell({ r, t, s }: Attributes): void {
    const column = (r && addressOf(r)?.column) || this.lastColumn + 1;
    this.lastColumn = column;
    this.cell = { column, type: t ?? 'n', style: s, hasFormula: false };
    this.value = '';
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell) return;
    const value = cell.type === 'inlineStr' ? this.inline.take() : this.value.slice(0, maxTextLength);
    if (cell.column <= maxColumns && (value.trim() !== '' || cell.hasFormula)) this.row.cells.push({ ...cell, value });
  }

  private closeRow(): void {
    if (this.row.cells.length === 0) return;
    if (this.rows.length >= this.maxRows) throw new TooManyRows();
    this.rows.push(this.row);
  }

  private merge(reference: string): void {
    const [from, to] = reference.split(':').map(addressOf);
    if (!from || !to || this.merges.length >= maxMerges) return;
    this.merges.push({ top: from.row, left: from.column, bottom: to.row, right: Math.min(to.column, maxColumns) });
  }
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
