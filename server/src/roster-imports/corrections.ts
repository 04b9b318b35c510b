import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { maskPhone } from '../platform/crypto/mask-phone.ts';
import { judge } from './judging/judge.ts';
import type { Corrections, Judgement, RowCorrection, TownPicture } from './judging/judgement.ts';
import type { Entry } from './reading/read-roster.ts';

export type Fix = Input<'correctRosterRows'>['body']['fixes'][number];
type RowFix = Exclude<Fix, { kind: 'create_group' }>;

/** The corrections after these fixes, one after the other. @throws AppError INPUT_INVALID, NOT_FOUND */
export function correct(entries: readonly Entry[], before: Corrections, fixes: readonly Fix[], town: TownPicture): Corrections {
  const judged = remembering((corrections: Corrections) => judge(entries, corrections, town));
  return fixes.reduce((corrections, fix, at) => {
    if (fix.kind === 'create_group') return createGroups(corrections, fix.name, judged(corrections), at);
    const entry = entries.find(({ row, sheet }) => row === fix.row && (!fix.sheet || sheet === null || fix.sheet === sheet));
    if (!entry) throw new AppError('INPUT_INVALID', { field: `fixes.${at}.row`, detail: { reason: `表里第${fix.row}行没有人` } });
    if (fix.kind === 'undo') return undo(corrections, entry.key, judged);
    return { ...corrections, rows: { ...corrections.rows, [entry.key]: corrected(entry, corrections.rows[entry.key] ?? {}, fix, town) } };
  }, before);
}

/** Whatever else is done to a row that was left out takes it in again. */
function corrected(entry: Entry, { skip: _, ...row }: RowCorrection, fix: Exclude<RowFix, { kind: 'undo' }>, town: TownPicture): RowCorrection {
  switch (fix.kind) {
    case 'skip':
      return { ...row, skip: true };
    case 'shared_phone':
      return { ...row, sharedPhone: true };
    case 'new_person':
      return { ...row, person: 'new' };
    case 'same_person':
      if (!town.people.some(({ id }) => id === fix.memberId)) throw new AppError('NOT_FOUND');
      return { ...row, person: fix.memberId };
    case 'no_phone':
      return { ...row, sharedPhone: false, values: { ...row.values, phone: '' } };
    case 'value':
      return { ...row, ...withValue(entry, row, fix, town) };
  }
}

/** A phone that comes back masked is the suggestion that was made; a new phone is shared with nobody yet. */
function withValue(entry: Entry, row: RowCorrection, { field, value }: Extract<Fix, { kind: 'value' }>, town: TownPicture): RowCorrection {
  if (field !== 'phone') return { values: { ...row.values, [field]: value } };
  const [judged] = value.includes('*') ? judge([entry], { rows: { [entry.key]: row }, create: [] }, town).rows : [];
  const suggestion = judged?.faults.find(({ suggestion: made }) => made && maskPhone(made) === value)?.suggestion;
  return { sharedPhone: false, values: { ...row.values, phone: suggestion ?? value } };
}

function createGroups(corrections: Corrections, name: string, { unknownGroups }: Judgement, at: number): Corrections {
  const wanted = name === '' ? unknownGroups.map(({ key }) => key) : [groupKey(name)];
  const isKnown = (key: string): boolean => corrections.create.includes(key) || unknownGroups.some((group) => group.key === key);
  if (!wanted.every(isKnown)) throw new AppError('INPUT_INVALID', { field: `fixes.${at}.name`, detail: { reason: '表里没有要新建的这个小组' } });
  return { ...corrections, create: [...new Set([...corrections.create, ...wanted])] };
}

function undo(corrections: Corrections, key: string, judged: (corrections: Corrections) => Judgement): Corrections {
  if (corrections.rows[key]) return { ...corrections, rows: Object.fromEntries(Object.entries(corrections.rows).filter(([other]) => other !== key)) };
  const group = judged(corrections).rows.find(({ entry }) => entry.key === key)?.group;
  return group?.kind === 'create' ? { ...corrections, create: corrections.create.filter((made) => made !== group.key) } : corrections;
}

/** Judging thousands of rows takes a while: the same corrections are not judged twice in a row. */
function remembering(judgeAll: (corrections: Corrections) => Judgement): (corrections: Corrections) => Judgement {
  let last: { corrections: Corrections; judgement: Judgement } | null = null;
  return (corrections) => {
    if (last?.corrections !== corrections) last = { corrections, judgement: judgeAll(corrections) };
    return last.judgement;
  };
}
