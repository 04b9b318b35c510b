import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { FilledTable, Form } from '../form.ts';

type View = Answer<'viewTownForm'>;

/** More than anybody prints from a page of a browser; the files have all of them. */
const mostShown = 2000;

/** The form as the print view shows it. */
export async function shown({ key, title, unit, date, landscape, lead, facts, tables, notes, signatures, check }: Form): Promise<View> {
  const filled: View['tables'] = [];
  for (const table of tables) filled.push(await shownTable(table));
  return { key, title, unit, date, landscape, lead, facts: facts.map(({ label, value, wide = false }) => ({ label, value, wide })), tables: filled, notes: [...notes], signatures: [...signatures], check };
}

async function shownTable({ heading, columns, rowHeight, rows }: FilledTable): Promise<View['tables'][number]> {
  const cells: string[][] = [];
  let cut = false;
  for await (const row of rows) {
    cut = cells.length >= mostShown;
    if (cut) break;
    cells.push(columns.map(({ key }) => (key === 'no' ? String(cells.length + 1) : (row[key] ?? ''))));
  }
  const heads = columns.map(({ key, label, width, kind }) => ({ key, label, width, align: kind === 'long' ? ('left' as const) : ('center' as const) }));
  return { heading, columns: heads, rowHeight, rows: cells, cut };
}
