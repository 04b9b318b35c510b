import { compact, oneLine } from '../../platform/xlsx/tidy.ts';
import type { Candidate, Judgement } from './judgement.ts';

const perKind = 2;

/** What was put in order on the way without asking: said once, so that nobody is surprised. */
export function findTidied(rows: readonly Candidate[]): Judgement['tidied'] {
  const names = unequal(rows, (row) => [row.entry.values.name, row.name]).map(([from, to]) => `姓名“${from}”写成“${to}”`);
  const dates = unequal(rows, (row) => [row.entry.values.joinedOn, row.joinedOn]).map(([from, to]) => `时间“${from}”写成${to}`);
  const groups = unequal(rows, (row) => [row.entry.values.group && oneLine(row.entry.values.group), row.group.kind === 'none' ? null : row.group.name]).map(([from, to]) => `“${from}”归到“${to}”`);
  const phones = unequal(rows, (row) => [row.entry.values.phone, row.phone]).map(([from]) => `手机号去掉${phoneNoise(from)}`);
  const all = [names, groups, phones, dates];
  return { count: all.reduce((sum, { length }) => sum + length, 0), examples: all.flatMap((lines) => [...new Set(lines)].slice(0, perKind)) };
}

function unequal(rows: readonly Candidate[], pair: (row: Candidate) => [string | undefined, string | null]): [string, string][] {
  return rows.flatMap((row): [string, string][] => {
    const [from, to] = pair(row);
    return from !== undefined && from !== '' && to !== null && from !== to && !row.correction.values ? [[from, to]] : [];
  });
}

function phoneNoise(written: string): string {
  if (/[+＋]|^(00)?86/.test(written)) return '国家区号';
  if (written.trim() === compact(written)) return '短横和符号';
  return /[０-９]/.test(written) ? '全角数字' : '空格';
}
