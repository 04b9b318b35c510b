import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { httpRows } from './http-rows.ts';
import { cleanUp } from './processes.ts';
import { pushRow } from './push-row.ts';
import { rosterRow } from './roster-row.ts';
import type { Row } from './rounds.ts';

/** Prints a table; with a file's name, writes the rows there too. Ends with 1 when a goal is missed. */
const file = process.argv[2];

try {
  const rows = [...(await httpRows()), await rosterRow(), await pushRow()];
  process.stdout.write(table(rows));
  if (file) keep(file, rows);
  process.exitCode = rows.every(({ holds }) => holds) ? 0 : 1;
} finally {
  await cleanUp();
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ name, ours, baseline, ratio, goal, holds }) => [name, String(ours), String(baseline), ratio.toFixed(2), `>= ${goal}`, holds ? 'holds' : 'MISSED']);
  const all = [['', 'ours', 'bare', 'ratio', 'goal', ''], ...lines];
  const widths = all[0]?.map((_, column) => Math.max(...all.map((line) => (line[column] ?? '').length))) ?? [];
  const shown = all.map((line) => line.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '));
  return `${shown.join('\n')}\n`;
}

function keep(target: string, rows: readonly Row[]): void {
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, `${JSON.stringify({ rows }, null, 2)}\n`);
}
