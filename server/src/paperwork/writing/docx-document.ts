import type { FormColumn } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import type { FilledTable, Form, FormFact, FormRow } from '../form.ts';
import { cell, centre, paragraph, run, tableOpening, tableRow, wordNamespaces } from './docx-marks.ts';
import { emptyTable, signatureLine } from './fixed-words.ts';
import { declaration } from './xml-text.ts';

// Twentieths of a point: A4, and what its margins leave.
const page = { short: 11_906, long: 16_838, side: 907, top: 1_021, bottom: 1_134 };
const millimetre = 56.7;
const [rowHeight, factHeight] = [420, 440];
const left = '<w:jc w:val="left"/>';

export async function* documentParts(form: Form): AsyncIterable<string> {
  yield `${declaration}<w:document ${wordNamespaces}><w:body>${head(form)}`;
  if (form.lead) yield paragraph(run(form.lead, { size: 28 }), '<w:spacing w:before="120" w:after="200" w:line="400" w:lineRule="auto"/><w:ind w:firstLineChars="200" w:firstLine="560"/>');
  yield factsTable(form);
  for (const table of form.tables) yield* tableParts(table, acrossOf(form));
  yield foot(form);
  yield `${section(form)}</w:body></w:document>`;
}

const acrossOf = ({ landscape }: Form): number => (landscape ? page.long : page.short) - 2 * page.side;

function head(form: Form): string {
  const { title, unit, date } = form;
  const stop = `<w:tabs><w:tab w:val="right" w:pos="${acrossOf(form)}"/></w:tabs><w:spacing w:after="80"/>`;
  const under = `${run(`填报单位：${unit}`)}<w:r><w:tab/></w:r>${run(`填表日期：${date}`)}`;
  return paragraph(run(title, { bold: true, size: 36, font: '宋体' }), `<w:spacing w:after="160"/>${centre}`) + paragraph(under, stop);
}

function factsTable(form: Form): string {
  if (form.facts.length === 0) return '';
  const across = acrossOf(form);
  const label = Math.round(across * 0.15);
  const value = Math.round(across / 2) - label;
  const widths = [label, value, label, across - 2 * label - value];
  return `${tableOpening(widths)}${factRows(form.facts, widths).join('')}</w:tbl>${paragraph('', '<w:spacing w:line="120" w:lineRule="exact"/>')}`;
}

function factRows(facts: readonly FormFact[], widths: readonly number[]): string[] {
  const [label = 0, value = 0, second = 0, rest = 0] = widths;
  const rows: string[] = [];
  for (let at = 0; at < facts.length; at += 1) {
    const [fact, next] = [facts[at] as FormFact, facts[at + 1]];
    const first = cell(paragraph(run(fact.label, { bold: true }), centre), { width: label });
    if (!fact.wide && next && !next.wide) {
      const other = [cell(paragraph(run(next.label, { bold: true }), centre), { width: second }), cell(paragraph(run(next.value), left), { width: rest })];
      rows.push(tableRow([first, cell(paragraph(run(fact.value), left), { width: value }), ...other], { height: factHeight }));
      at += 1;
    } else {
      rows.push(tableRow([first, cell(paragraph(run(fact.value), left), { width: value + second + rest, over: 3 })], { height: factHeight }));
    }
  }
  return rows;
}

async function* tableParts({ heading, columns, rows, rowHeight: wanted }: FilledTable, across: number): AsyncIterable<string> {
  const widths = widthsOf(columns, across);
  const labels = columns.map(({ label }, at) => cell(paragraph(run(label, { bold: true }), centre), { width: widths[at] ?? 0 }));
  const title = heading ? paragraph(run(heading, { bold: true, size: 24, font: '宋体' }), '<w:keepNext/><w:spacing w:before="120" w:after="80"/>') : '';
  yield title + tableOpening(widths) + tableRow(labels, { height: rowHeight, repeats: true });
  const height = Math.max(rowHeight, Math.round((wanted ?? 0) * millimetre));
  let count = 0;
  for await (const row of rows) {
    count += 1;
    yield tableRow(columns.map((column, at) => cell(paragraph(run(valueOf(column, row, count)), column.kind === 'long' ? left : centre), { width: widths[at] ?? 0 })), { height });
  }
  if (count === 0) yield tableRow([cell(paragraph(run(emptyTable), centre), { width: across, over: columns.length })], { height: rowHeight });
  yield '</w:tbl>';
}

const valueOf = ({ key }: FormColumn, row: FormRow, count: number): string => (key === 'no' ? String(count) : (row[key] ?? ''));

/** They fill the page from margin to margin. */
function widthsOf(columns: readonly FormColumn[], across: number): number[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const widths = columns.map(({ width }) => Math.floor((width / whole) * across));
  const rest = across - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, at) => (at === widths.length - 1 ? width + rest : width));
}

function foot({ notes, signatures }: Form): string {
  const told = notes.map((note, at) => paragraph(run(`${at === 0 ? '说明：' : ''}${note}`, { size: 20 }), '<w:spacing w:before="80"/>'));
  const signed = signatures.length > 0 ? paragraph(run(signatureLine(signatures)), '<w:spacing w:before="320"/>') : paragraph('');
  return told.join('') + signed;
}

function section({ landscape }: Form): string {
  const [width, height] = landscape ? [page.long, page.short] : [page.short, page.long];
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="${width}" w:h="${height}"${landscape ? ' w:orient="landscape"' : ''}/><w:pgMar w:top="${page.top}" w:right="${page.side}" w:bottom="${page.bottom}" w:left="${page.side}" w:header="500" w:footer="560" w:gutter="0"/></w:sectPr>`;
}
