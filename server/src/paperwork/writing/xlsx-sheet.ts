import type { FormColumn } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import type { FilledTable, Form, FormFact } from '../form.ts';
import { emptyTable, signatureLine } from './fixed-words.ts';
import { look, type Look } from './xlsx-styles.ts';
import { declaration, linesOf, xml } from './xml-text.ts';

/** One sheet: the form's head, and one of its tables or none. */
export interface Sheet {
  readonly name: string;
  readonly table: FilledTable | null;
  readonly columns: readonly Pick<FormColumn, 'width'>[];
  /** The row that holds the headings, counted from 1; null without a table. */
  readonly headerRow: number | null;
  /** What leads the form, and its facts, stand on the first sheet alone. */
  readonly isFirst: boolean;
  readonly facts: readonly FormFact[];
}

// A4 without margins, in signs of the standard font.
const signsAcross = { portrait: 86, landscape: 130 };
const [titleHeight, lineHeight, leastHeight] = [34, 15, 22];
const pointsInMillimetre = 2.835;
/** Of the page's width, for four signs in bold; wider ones take it from the values. */
const labels = { least: 0.115, most: 0.24 };
/** For a form of facts alone: label, value, label, value. */
const factColumns = [{ width: 26 }, { width: 63 }, { width: 26 }, { width: 63 }];

export function sheetTables(form: Form): Sheet[] {
  const tables = form.tables.length > 0 ? form.tables : [null];
  return tables.map((table, at) => {
    const facts = at === 0 ? form.facts : [];
    // Title and the line under it come first; a heading has a row of its own.
    const lead = at === 0 && form.lead ? 1 : 0;
    const headerRow = table && 2 + lead + factRows(facts).length + (table.heading ? 1 : 0) + 1;
    return { name: sheetName(table?.heading ?? form.title), table, columns: table?.columns ?? factColumns, headerRow, facts, isFirst: at === 0 };
  });
}

/** Excel takes 31 signs, and none of these. */
function sheetName(name: string): string {
  return name.replace(/[\\/?*[\]:']/g, '').slice(0, 31) || '表';
}

export async function* sheetParts(form: Form, sheet: Sheet): AsyncIterable<string> {
  const page = new SheetPage(form, sheet);
  yield page.opening();
  yield page.head();
  for await (const row of sheet.table?.rows ?? []) yield page.row(row);
  yield page.foot();
  yield page.closing();
}

class SheetPage {
  private at = 0;
  private count = 0;
  private readonly merges: string[] = [];
  private readonly widths: readonly number[];

  constructor(
    private readonly form: Form,
    private readonly sheet: Sheet,
  ) {
    const across = form.landscape ? signsAcross.landscape : signsAcross.portrait;
    const whole = sheet.columns.reduce((sum, { width }) => sum + width, 0);
    this.widths = sheet.columns.map(({ width }) => Math.round((width / whole) * across * 10) / 10);
  }

  opening(): string {
    const columns = this.widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join('');
    const frozen = this.sheet.headerRow ? `<sheetViews><sheetView workbookViewId="0" showGridLines="0"><pane ySplit="${this.sheet.headerRow}" topLeftCell="A${this.sheet.headerRow + 1}" state="frozen"/></sheetView></sheetViews>` : '<sheetViews><sheetView workbookViewId="0" showGridLines="0"/></sheetViews>';
    return `${declaration}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>${frozen}<sheetFormatPr defaultRowHeight="${leastHeight}"/><cols>${columns}</cols><sheetData>`;
  }

  /** In this order: every line takes the next row of the sheet. */
  head(): string {
    const { title, unit, date, lead } = this.form;
    const { table, facts, isFirst } = this.sheet;
    const all = this.widths.length;
    const half = Math.ceil(all / 2);
    return [
      this.spans([[title, 'title', all]], titleHeight),
      this.spans([[`填报单位：${unit}`, 'under', half], [`填表日期：${date}`, 'underRight', all - half]]),
      lead && isFirst ? this.spans([[`　　${lead}`, 'note', all]]) : '',
      ...factRows(facts).map((row) => this.factRow(row)),
      table?.heading ? this.spans([[table.heading, 'under', all]]) : '',
      table ? this.spans(table.columns.map(({ label }) => [label, 'heading', 1])) : '',
    ].join('');
  }

  row(cells: Readonly<Record<string, string>>): string {
    const { columns, rowHeight } = this.sheet.table as FilledTable;
    this.count += 1;
    const parts = columns.map(({ key, kind }): Span => [key === 'no' ? String(this.count) : (cells[key] ?? ''), key === 'no' ? 'number' : lookOf(kind), 1]);
    return this.spans(parts, Math.max(leastHeight, (rowHeight ?? 0) * pointsInMillimetre));
  }

  foot(): string {
    const all = this.widths.length;
    const nothing = this.sheet.table && this.count === 0 ? this.spans([[emptyTable, 'centred', all]]) : '';
    const notes = this.form.notes.map((note, at) => this.spans([[`${at === 0 ? '说明：' : ''}${note}`, 'note', all]]));
    const isLast = this.sheet.table === (this.form.tables.at(-1) ?? null);
    const signed = isLast && this.form.signatures.length > 0 ? this.spans([[signatureLine(this.form.signatures), 'note', all]], 36) : '';
    return nothing + (isLast ? notes.join('') : '') + signed;
  }

  closing(): string {
    const { title, unit, date, landscape } = this.form;
    const merged = this.merges.length > 0 ? `<mergeCells count="${this.merges.length}">${this.merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>` : '';
    const foot = xml(`&L${inFooter(`${unit}　${title}`)}&C第&P页，共&N页&R${inFooter(date)}`);
    return `</sheetData>${merged}<printOptions horizontalCentered="1"/><pageMargins left="0.63" right="0.63" top="0.71" bottom="0.79" header="0.3" footer="0.39"/><pageSetup paperSize="9" orientation="${landscape ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>${foot}</oddFooter></headerFooter></worksheet>`;
  }

  /** Two facts share a row; a long one has it to itself. Where the table's columns leave no room for labels, they stand before the values. */
  private factRow(row: readonly FormFact[]): string {
    const all = this.widths.length;
    const [first, second] = row as [FormFact, FormFact | undefined];
    const label = this.reaching(0, labels.least, all - 1);
    const pair = Math.max(label + 1, this.reaching(0, 0.5, all - 2));
    const next = pair + this.reaching(pair, labels.least, all - pair - 1);
    const hasRoom = [this.share(0, label), this.share(pair, next)].every((share) => share >= labels.least && share <= labels.most);
    if (!hasRoom) return second ? this.spans([[said(first), 'value', pair], [said(second), 'value', all - pair]]) : this.spans([[said(first), 'value', all]]);
    if (!second) return this.spans([[first.label, 'label', label], [first.value, 'value', all - label]]);
    return this.spans([[first.label, 'label', label], [first.value, 'value', pair - label], [second.label, 'label', next - pair], [second.value, 'value', all - next]]);
  }

  /** How many columns from `from` on come to this share of the page; at least one, at most `most`. */
  private reaching(from: number, share: number, most: number): number {
    let count = 1;
    while (count < most && this.share(from, from + count) < share) count += 1;
    return count;
  }

  /** Of the page's width. */
  private share(from: number, to: number): number {
    const widthOfAll = (widths: readonly number[]): number => widths.reduce((sum, width) => sum + width, 0);
    return widthOfAll(this.widths.slice(from, to)) / widthOfAll(this.widths);
  }

  /** A row of cells, each over so many columns, as high as its longest text. */
  private spans(spans: readonly Span[], least = leastHeight): string {
    this.at += 1;
    let from = 0;
    let lines = 1;
    const cells = spans.map(([text, name, over]) => {
      lines = Math.max(lines, linesOf(text, this.widths.slice(from, from + over).reduce((sum, width) => sum + width, 0) - 1));
      const cell = this.cells(from, over, text, name);
      from += over;
      return cell;
    });
    return `<row r="${this.at}" ht="${Math.max(least, lines * lineHeight + 7)}" customHeight="1">${cells.join('')}</row>`;
  }

  private cells(from: number, over: number, text: string, name: Look): string {
    if (over > 1) this.merges.push(`${columnName(from)}${this.at}:${columnName(from + over - 1)}${this.at}`);
    const rest = Array.from({ length: over - 1 }, (_, at) => `<c r="${columnName(from + at + 1)}${this.at}" s="${look[name]}"/>`).join('');
    return cellOf(`${columnName(from)}${this.at}`, text, name) + rest;
  }
}

const said = ({ label, value }: FormFact): string => `${label}：${value}`;

type Span = readonly [text: string, name: Look, over: number];

/** Figures as figures, everything else as text: what looks like a formula is never one. */
function cellOf(ref: string, text: string, name: Look): string {
  if (text === '') return `<c r="${ref}" s="${look[name]}"/>`;
  // A figure of the rating keeps its two places: 75.30.
  if (name === 'number' && /^-?\d{1,12}(\.\d{1,4})?$/.test(text)) return `<c r="${ref}" s="${/\.\d\d$/.test(text) ? look.places : look.number}"><v>${text}</v></c>`;
  return `<c r="${ref}" s="${look[name === 'number' ? 'centred' : name]}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`;
}

function lookOf(kind: FormColumn['kind']): Look {
  if (kind === 'number') return 'number';
  return kind === 'long' ? 'long' : 'centred';
}

function factRows(facts: readonly FormFact[]): FormFact[][] {
  const rows: FormFact[][] = [];
  for (const fact of facts) {
    const last = rows.at(-1);
    if (!fact.wide && last?.length === 1 && !last[0]?.wide) last.push(fact);
    else rows.push([fact]);
  }
  return rows;
}

function columnName(at: number): string {
  return at < 26 ? String.fromCharCode(65 + at) : columnName(Math.floor(at / 26) - 1) + columnName(at % 26);
}

/** `&` begins a code in a footer. */
function inFooter(text: string): string {
  return text.replaceAll('&', '&&').slice(0, 80);
}
