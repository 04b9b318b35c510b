import type { Run, Table, TableCell } from '@weidangxiao/shared/contract/blocks.ts';
import { type Draft, type Picture, runsOf, textOf } from './draft.ts';
import { flatten } from './flat-cell.ts';
import { isDeleted } from './lines.ts';
import type { WordContext } from './word-context.ts';
import { child, elements, flagOf, valueOf, type Xml } from './xml.ts';

const mostColumns = 20;
const mostRows = 200;
const tallest = 100;

interface Cell {
  readonly column: number;
  readonly span: number;
  /** Goes on with the cell above it. */
  readonly continued: boolean;
  readonly content: readonly Draft[];
}
interface Row {
  readonly cells: readonly Cell[];
  readonly marked: boolean;
}
type Grown = { -readonly [Key in keyof TableCell]: TableCell[Key] } & { column: number };

/** What a table becomes: itself, then the pictures of its cells; a frame around text, or pictures side by side, what is in them. */
export function readTable(table: Xml, context: WordContext, readCell: (cell: Xml) => Draft[]): Draft[] {
  const rows = rowsIn(table, context).map((row) => readRow(row, readCell));
  const contents = rows.flatMap(({ cells }) => cells.map(({ content }) => content));
  if (contents.length === 1 || !contents.some(hasText)) return contents.flat();
  const pictures = contents.flat().flatMap(picturesIn);
  context.warnings.add('PICTURES_MOVED', pictures.length);
  const width = rows.reduce((most, { cells }) => cells.reduce((widest, { column, span }) => Math.max(widest, column + span), most), 0);
  if (width > mostColumns) return [...asLines(rows, context), ...pictures];
  const grid = gridOf(rows, context);
  const header = isHeader(rows, grid, context.styles.marksFirstRow(valueOf(child(table, 'w:tblPr'), 'w:tblStyle')) && looksForFirstRow(table));
  return [...inParts(grid, header), ...pictures];
}

function rowsIn(parent: Xml, context: WordContext): Xml[] {
  return elements(parent).flatMap((element) => {
    if (element.name === 'w:sdt') return rowsIn(child(element, 'w:sdtContent') ?? element, context);
    if (element.name === 'w:customXml' || element.name === 'w:ins') return rowsIn(element, context);
    if (element.name !== 'w:tr') return [];
    const properties = child(element, 'w:trPr');
    const changed = isDeleted(properties) || child(properties, 'w:ins') !== null;
    if (changed) context.warnings.add('TRACKED_CHANGES');
    return isDeleted(properties) ? [] : [element];
  });
}

function cellsIn(parent: Xml): Xml[] {
  return elements(parent).flatMap((element) => {
    if (element.name === 'w:sdt') return cellsIn(child(element, 'w:sdtContent') ?? element);
    if (element.name === 'w:customXml') return cellsIn(element);
    return element.name === 'w:tc' ? [element] : [];
  });
}

function readRow(row: Xml, readCell: (cell: Xml) => Draft[]): Row {
  const properties = child(row, 'w:trPr');
  const skipped = numberOf(properties, 'w:gridBefore');
  const cells: Cell[] = skipped > 0 ? [{ column: 0, span: skipped, continued: false, content: [] }] : [];
  let column = skipped;
  for (const cell of cellsIn(row)) {
    const own = child(cell, 'w:tcPr');
    const span = Math.max(1, numberOf(own, 'w:gridSpan'));
    const last = cells.at(-1);
    const joined = joins(own, 'w:hMerge') && last;
    if (joined) cells[cells.length - 1] = { ...last, span: last.span + span, content: [...last.content, ...readCell(cell)] };
    else cells.push({ column, span, continued: joins(own, 'w:vMerge'), content: readCell(cell) });
    column += span;
  }
  return { cells, marked: flagOf(properties, 'w:tblHeader') === true };
}

/** Merged with the one before: Word writes the first of them as `restart`, the others without a value. */
function joins(properties: Xml | null, name: string): boolean {
  const merge = child(properties, name);
  return merge !== null && (merge.attributes['w:val'] ?? 'continue') === 'continue';
}

function gridOf(rows: readonly Row[], context: WordContext): Grown[][] {
  const above = new Map<number, Grown>();
  return rows.map(({ cells }, at) => {
    // A table cut in parts cannot have cells that reach over the cut.
    if (at % mostRows === 0) above.clear();
    return cells.flatMap((cell) => {
      const head = cell.continued ? above.get(cell.column) : undefined;
      const joined = head && (head.colspan ?? 1) === cell.span && (head.rowspan ?? 1) < tallest;
      if (joined) {
        head.rowspan = (head.rowspan ?? 1) + 1;
        return [];
      }
      const made: Grown = { runs: flatten(cell.content, context.warnings), column: cell.column, ...(cell.span > 1 ? { colspan: cell.span } : {}) };
      above.set(cell.column, made);
      return [made];
    });
  });
}

function inParts(grid: readonly Grown[][], header: boolean): Table[] {
  const parts: Table[] = [];
  for (let at = 0; at < grid.length; at += mostRows) {
    const rows = grid.slice(at, at + mostRows).map((row) => row.map(({ column: _, ...cell }): TableCell => cell));
    parts.push({ type: 'table', header: header && at === 0, rows });
  }
  return parts;
}

/** Marked to be repeated on every page, or made to stand out, or words above figures. */
function isHeader(rows: readonly Row[], grid: readonly Grown[][], styled: boolean): boolean {
  const [first, ...rest] = grid;
  if (!first || rest.length === 0) return false;
  if (rows[0]?.marked || styled) return true;
  const filled = (row: readonly Grown[]): Grown[] => row.filter(({ runs }) => runs.length > 0);
  if (filled(first).length < 2) return false;
  const isBold = (row: readonly Grown[]): boolean => filled(row).every(({ runs }) => runs.every(({ bold }) => bold));
  return (isBold(first) && !rest.every(isBold)) || nameFigures(first, rest);
}

function nameFigures(first: readonly Grown[], rest: readonly Grown[][]): boolean {
  const figure = /^[+-]?[\d,，.]+[%％]?$/;
  const texts = (row: readonly Grown[]): string[] => row.map(({ runs }) => textOf(runs).trim());
  if (texts(first).some((text) => figure.test(text))) return false;
  return first.some(({ column }) => rest.every((row) => figure.test(textOf(row.find((cell) => cell.column === column)?.runs ?? []).trim())));
}

/** A table may turn off what its style does to the first row. */
function looksForFirstRow(table: Xml): boolean {
  const look = child(child(table, 'w:tblPr'), 'w:tblLook')?.attributes ?? {};
  const bits = Number.parseInt(look['w:val'] ?? '0', 16);
  return look['w:firstRow'] === undefined ? (bits & 0x20) !== 0 : ['1', 'true', 'on'].includes(look['w:firstRow']);
}

/** For a table that no phone can show. */
function asLines(rows: readonly Row[], context: WordContext): Draft[] {
  context.warnings.add('TABLES_WIDE');
  return rows.flatMap(({ cells }) => {
    const filled = cells.map(({ content }) => flatten(content, context.warnings)).filter((runs) => runs.length > 0);
    const runs: Run[] = runsOf(filled.flatMap((cell, at) => [...(at > 0 ? [{ text: '，', bold: false }] : []), ...cell.map(({ text, bold = false }) => ({ text, bold }))]));
    return runs.length > 0 ? [{ type: 'paragraph' as const, runs }] : [];
  });
}

function hasText(content: readonly Draft[]): boolean {
  return content.some(({ type }) => type !== 'picture');
}

function picturesIn(block: Draft): Picture[] {
  return block.type === 'picture' ? [block] : [];
}

function numberOf(properties: Xml | null, name: string): number {
  const value = Number(valueOf(properties, name) ?? 0);
  return Number.isInteger(value) && value > 0 ? value : 0;
}
