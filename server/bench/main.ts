import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fanOutRows } from './fan-out-row.ts';
import { httpRows } from './http-rows.ts';
import { monthRows } from './month-row.ts';
import { yearRows } from './year-row.ts';
import { cleanUp } from './processes.ts';
import { paperRow } from './paper-row.ts';
import { pushRow } from './push-row.ts';
import { rosterRow } from './roster-row.ts';
import type { Row, Side, Spread } from './rounds.ts';

/** Prints a table; with a file's name, writes the rows there too. Ends with 1 when a goal is missed. */
const file = process.argv[2];

try {
  const rows = [...(await httpRows(process.env['BENCH_MARIADB_URL'])), await rosterRow(), await pushRow(), ...(await fanOutRows(process.env['BENCH_MARIADB_URL'])), await paperRow(), ...(await monthRows(process.env['BENCH_MARIADB_URL'])), ...(await yearRows(process.env['BENCH_MARIADB_URL']))];
  process.stdout.write(rows.map(told).join(''));
  if (file) keep(file, rows);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  await cleanUp();
}

/** Medians, ranges and ratio of what is judged; below it the other figure. */
function told({ name, judged, goal, holds, perSecond, cpu, memoryMb }: Row): string {
  const lines = [[cpu, 'us of processor time'], [perSecond, 'a second']] as const;
  const figures = lines.flatMap(([side, unit]) => (side ? [`  ${sideOf(side)} ${unit}`] : []));
  const verdict = `  ${holds ? 'holds' : 'MISSED'}: ${(cpu ?? perSecond).ratio.toFixed(2)} of bare by ${judged === 'cpu' ? 'processor time' : 'speed'}, goal ${goal}`;
  const memory = memoryMb === undefined ? [] : [`  memory grew by ${memoryMb} MB at most`];
  return `${[name, ...figures, ...memory, verdict].join('\n')}\n`;
}

function sideOf({ ours, baseline, ratio }: Side): string {
  return `ours ${spreadOf(ours)}  bare ${spreadOf(baseline)}  ratio ${ratio.toFixed(2)}`;
}

function spreadOf({ median, range: [least, most] }: Spread): string {
  return `${median} (${least}–${most})`;
}

function keep(target: string, rows: readonly Row[]): void {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ rows }, null, 2)}\n`);
}
