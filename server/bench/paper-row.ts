import exceljs from 'exceljs';
import { PassThrough, Writable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { BundleContentsService } from '../src/paperwork/bundle-contents.service.ts';
import type { Form, FormRow } from '../src/paperwork/form.ts';
import { xlsxOf } from '../src/paperwork/writing/xlsx.ts';
import { type Entry, zipOf } from '../src/paperwork/writing/zip.ts';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { watched } from './growth.ts';
import { fillMonth } from './month-records.ts';
import { newFolder } from './processes.ts';
import { contest, perSecond, type Row } from './rounds.ts';
import { benchApp, benchTown } from './town.ts';

const people = 5_000;
/** Of a round; the whole year is made once, for its memory. */
const sheets = 400;
/** For ten thousand sheets, however many people they are about. */
const mostMemoryMb = 300;
const madeAt = new Date(0);

/** A town's year as one zip, read from the database and written sheet by sheet, beside exceljs' own stream writer with rows that lie ready. */
export async function paperRow(): Promise<Row> {
  const app = await benchApp(newFolder());
  try {
    const { town } = await benchTown(app, 0);
    await fillMonth(app, town.scope.townId, people);
    const contents = app.get(BundleContentsService);
    const sample = await sampleOf(contents, town.scope);
    const growth: number[] = [];
    await watched(growth, () => perSecond(people, () => zipped(contents, town.scope, Number.POSITIVE_INFINITY)));
    const row = await contest({
      name: `paper: a year of ${people} members as one zip, sheets/s`,
      goal: 0.7,
      ours: () => perSecond(sheets, () => zipped(contents, town.scope, sheets)),
      baseline: () => perSecond(sheets, () => bareSheets(sample)),
    });
    const memoryMb = Math.round(Math.max(...growth) / 1_048_576);
    return { ...row, memoryMb, holds: row.holds && memoryMb <= mostMemoryMb };
  } finally {
    await app.close();
  }
}

async function zipped(contents: BundleContentsService, scope: SystemScope, most: number): Promise<void> {
  async function* entries(): AsyncIterable<Entry> {
    let done = 0;
    for await (const { folder, form } of contents.sheets(scope, '2026')) {
      yield { path: `${folder}/${done}.xlsx`, packed: xlsxOf(form, madeAt) };
      done += 1;
      if (done === most) return;
    }
  }
  await pipeline(zipOf(entries(), madeAt), nowhere());
}

/** The cells of a sheet in the middle, ready in memory. */
async function sampleOf(contents: BundleContentsService, scope: SystemScope): Promise<string[][]> {
  let at = 0;
  for await (const { form } of contents.sheets(scope, '2026')) if ((at += 1) === sheets / 2) return cellsOf(form);
  throw new Error('there are too few sheets');
}

async function cellsOf({ tables }: Form): Promise<string[][]> {
  const rows: string[][] = [];
  for (const { columns, rows: given } of tables) for await (const row of given) rows.push(columns.map(({ key }) => (row as FormRow)[key] ?? ''));
  return rows;
}

async function bareSheets(rows: readonly string[][]): Promise<void> {
  for (let at = 0; at < sheets; at += 1) {
    const stream = new PassThrough();
    stream.resume();
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false });
    const sheet = workbook.addWorksheet('表');
    for (const row of rows) sheet.addRow(row).commit();
    sheet.commit();
    await workbook.commit();
    await finished(stream);
  }
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
