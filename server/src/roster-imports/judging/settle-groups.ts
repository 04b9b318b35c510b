import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { compact, oneLine } from '../../platform/xlsx/tidy.ts';
import type { Candidate, GroupRef, TownGroup, TownPicture, UnknownGroup } from './judgement.ts';

const maxLength = 40;
/** 第一学习小组（12人） */
const headCount = /\s*[（(]\s*共?\s*[\d０-９]+\s*[人名]\s*[）)]$/;
const nowhere = /^(无|没有|未分组|未分配|未定|待定|待分组|待分配)$/;
const ditto = /^(同上|同前|上同|〃|″|"|''|,,)$/;

/** Gives every row its group: its own, or for a blank cell the one above, unless that one was refused. */
export function settleGroups(rows: readonly Candidate[], town: TownPicture, create: readonly string[]): void {
  const names = spellings(rows);
  const known = new Map(town.groups.map((group) => [group.key, group]));
  const settled = new Map<string, GroupRef>();
  for (const row of rows) {
    const text = textOf(row);
    row.group = text === '' ? inherited(row, settled) : own(text, row, known, names, create);
    settled.set(row.entry.key, row.group);
    refuse(row, text, town.groups.length);
  }
}

/** The groups that rows need and the town lacks, in the order of the sheet. */
export function unknownAmong(rows: readonly Candidate[]): UnknownGroup[] {
  const found = new Map<string, { key: string; name: string; rows: number }>();
  for (const { group, correction } of rows) {
    if (group.kind !== 'unknown' || correction.skip) continue;
    const entry = found.get(group.key) ?? { key: group.key, name: group.name, rows: 0 };
    found.set(group.key, { ...entry, rows: entry.rows + 1 });
  }
  return [...found.values()];
}

function textOf({ entry, correction }: Candidate): string {
  const text = oneLine(correction.values?.group ?? entry.values.group ?? '').replace(headCount, '');
  return ditto.test(compact(text)) ? '' : text;
}

function own(text: string, { entry }: Candidate, known: ReadonlyMap<string, TownGroup>, names: ReadonlyMap<string, string>, create: readonly string[]): GroupRef {
  const key = groupKey(text);
  const group = known.get(key) ?? known.get(groupKey(withoutTown(text)));
  if (group) return { kind: 'known', id: group.id, name: group.name };
  if (!/[\p{L}\d]/u.test(text) || nowhere.test(compact(text))) return { kind: 'none' };
  const name = names.get(key) ?? text;
  return create.includes(key) && name.length <= maxLength ? { kind: 'create', key, name } : { kind: 'unknown', key, name, row: entry.row };
}

/** 龙凤镇安溪村学习小组, where the town calls it 安溪村学习小组. */
function withoutTown(text: string): string {
  return compact(text).replace(/^\p{Script=Han}{1,6}?(?:镇|乡|街道)(?=.)/u, '');
}

/** A blank first row belongs nowhere. */
function inherited({ entry }: Candidate, settled: ReadonlyMap<string, GroupRef>): GroupRef {
  return (entry.above !== null && settled.get(entry.above)) || { kind: 'none' };
}

function refuse(row: Candidate, text: string, count: number): void {
  const { group, faults } = row;
  if (group.kind === 'none') faults.push({ code: 'GROUP_MISSING' });
  if (group.kind !== 'unknown') return;
  if (text === '') faults.push({ code: 'GROUP_UNKNOWN_ABOVE', words: { row: group.row } });
  else if (text.length > maxLength) faults.push({ code: 'GROUP_TOO_LONG' });
  else faults.push({ code: 'GROUP_UNKNOWN', words: { group: text, known: count === 0 ? '镇里还没有小组' : `只有${count}个组` } });
}

/** Of several spellings of one group the fullest names it, of equally full ones the most frequent. */
function spellings(rows: readonly Candidate[]): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const row of rows) {
    const text = textOf(row).replace(/ /g, '');
    if (text === '') continue;
    const key = groupKey(text);
    const ofKey = counts.get(key) ?? new Map<string, number>();
    counts.set(key, ofKey.set(text, (ofKey.get(text) ?? 0) + 1));
  }
  const best = (ofKey: Map<string, number>): string => [...ofKey].sort((a, b) => b[0].length - a[0].length || b[1] - a[1])[0]?.[0] ?? '';
  return new Map([...counts].map(([key, ofKey]) => [key, best(ofKey)]));
}
