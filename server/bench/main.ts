import 'reflect-metadata';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expansionRows } from './expansion-row.ts';
import { fanOutRows } from './fan-out-row.ts';
import { httpRows } from './http-rows.ts';
import { monthRows } from './month-row.ts';
import { paperRow } from './paper-row.ts';
import { cleanUp } from './processes.ts';
import { ringingMemoryRows } from './ringing-memory-row.ts';
import { rosterRow } from './roster-row.ts';
import type { Row, Side, Spread } from './rounds.ts';
import { yearRows } from './year-row.ts';

const parts: Readonly<Record<string, (mariadb: string | undefined) => AsyncIterable<Row>>> = {
  http: httpRows,
  roster: () => only(rosterRow),
  expansion: expansionRows,
  'fan-out': fanOutRows,
  memory: ringingMemoryRows,
  paper: () => only(paperRow),
  month: monthRows,
  year: yearRows,
};

/** Prints each row as it is measured, and keeps all in the file that comes first. Ends with 1 when a goal is missed. After the file: which parts, all unless told. */
const [file = '', ...named] = process.argv.slice(2);
const chosen = named.length > 0 ? named : Object.keys(parts);
const unknown = chosen.filter((name) => !parts[name]);
if (unknown.length > 0) throw new Error(`No part is called ${unknown.join(', ')}: ${Object.keys(parts).join(', ')}`);

try {
  const rows: Row[] = [];
  for (const name of chosen) {
    process.stdout.write(`· ${name}\n`);
    for await (const row of parts[name]?.(process.env['BENCH_MARIADB_URL']) ?? []) {
      process.stdout.write(told(row));
      rows.push(row);
      keep(file, rows, { andOthers: true });
    }
  }
  if (named.length === 0) keep(file, rows, { andOthers: false });
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  await cleanUp();
}

async function* only(row: () => Promise<Row>): AsyncGenerator<Row> {
  yield await row();
}

/** Medians, ranges and ratio of what is judged; below it the other figure. */
function told({ name, judged, ours, baseline, goal, holds, perSecond, cpu, memoryMb }: Row): string {
  const verdict = holds ? 'holds' : 'MISSED';
  if (judged === 'count') return `${name}\n  ${verdict}: ${ours}, promised ${baseline}\n`;
  const lines = [[cpu, 'us of processor time'], [perSecond, 'a second']] as const;
  const figures = lines.flatMap(([side, unit]) => (side ? [`  ${sideOf(side)} ${unit}`] : []));
  const memory = memoryMb === undefined ? [] : [`  memory grew by ${memoryMb} MB at most`];
  return `${[name, ...figures, ...memory, `  ${verdict}: ${(cpu ?? perSecond).ratio.toFixed(2)} of bare by ${judged === 'cpu' ? 'processor time' : 'speed'}, goal ${goal}`].join('\n')}\n`;
}

function sideOf({ ours, baseline, ratio }: Side): string {
  return `ours ${spreadOf(ours)}  bare ${spreadOf(baseline)}  ratio ${ratio.toFixed(2)}`;
}

function spreadOf({ median, range: [least, most] }: Spread): string {
  return `${median} (${least}–${most})`;
}

/** Rows of the same name are replaced. The others stay as they were until everything was measured anew, so that a run may be stopped. */
function keep(target: string, rows: readonly Row[], { andOthers }: { andOthers: boolean }): void {
  if (target === '') return;
  const before = andOthers && existsSync(target) ? (JSON.parse(readFileSync(target, 'utf8')) as { rows: Row[] }).rows : [];
  const names = new Set(rows.map(({ name }) => name));
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ rows: [...before.filter(({ name }) => !names.has(name)), ...rows] }, null, 2)}\n`);
}
