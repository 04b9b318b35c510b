import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { faultSentence, type RosterField, rosterFaults } from '@weidangxiao/shared/rules/roster-fault.ts';
import { maskPhone } from '../../platform/crypto/mask-phone.ts';
import type { RosterSheet } from '../reading/read-roster.ts';
import { offeredRole } from '../reading/read-words.ts';
import { compact } from '../../platform/xlsx/tidy.ts';
import type { Fault, Judged, Judgement, TownPicture } from './judgement.ts';

export type RowView = Answer<'listRosterRows'>['items'][number];
export type FaultView = RowView['faults'][number];
export type Summary = Pick<Answer<'getRosterImport'>, 'valid' | 'invalid' | 'unchanged' | 'changed' | 'added' | 'faults' | 'unknownGroups' | 'columns' | 'tidied' | 'missing' | 'missingCount'>;

const maxMissing = 200;

/** What stands for a heading that the sheet lacks. */
const fallback: Readonly<Record<RosterField, string>> = { name: '姓名', phone: '手机', group: '小组', gender: '性别', joinedOn: '入党时间', duty: '职务', tags: '类别', remark: '备注' };

export function headingOf(field: RosterField, sheets: readonly RosterSheet[], sheet: string | null): string {
  const { columns } = sheets.find(({ name }) => name === sheet) ?? sheets[0] ?? { columns: [] };
  return columns.find(({ meaning }) => meaning === field)?.heading ?? fallback[field];
}

export function summaryOf(judgement: Judgement, sheets: readonly RosterSheet[], { groups }: TownPicture): Summary {
  const { rows, unknownGroups, missing, tidied } = judgement;
  const count = (outcome: Judged['outcome']): number => rows.filter((row) => row.outcome === outcome).length;
  const [unchanged, changed, added] = [count('unchanged'), count('changed'), count('added')];
  const groupNames = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    ...{ valid: unchanged + changed + added, invalid: count('refused'), unchanged, changed, added },
    faults: rows.flatMap((row) => row.faults.map((fault) => faultView(fault, row, sheets))),
    unknownGroups: unknownGroups.map(({ name, rows: ofGroup }) => ({ name, rows: ofGroup })),
    columns: (sheets[0]?.columns ?? []).map(({ letter, heading, meaning }) => ({ letter, heading, meaning })),
    tidied: { count: tidied.count, examples: [...tidied.examples] },
    missing: missing.slice(0, maxMissing).map(({ id, name, groupId }) => ({ memberId: id, name, groupName: groupNames.get(groupId ?? '') ?? null })),
    missingCount: missing.length,
  };
}

export function faultView({ code, field, words, suggestion, memberId }: Fault, { entry }: Judged, sheets: readonly RosterSheet[]): FaultView {
  const { field: usual, severity } = rosterFaults[code];
  return {
    ...{ row: entry.row, sheet: entry.sheet, column: headingOf(field ?? usual, sheets, entry.sheet), code, severity },
    message: faultSentence(code, { ...words, suggestion: suggestion ?? '' }),
    suggestion: suggestion && usual === 'phone' ? maskPhone(suggestion) : (suggestion ?? null),
    memberId: memberId ?? null,
  };
}

export function rowView(row: Judged, sheets: readonly RosterSheet[]): RowView {
  const { entry, group, outcome, changes, faults } = row;
  return {
    ...{ row: entry.row, sheet: entry.sheet, name: row.name ?? '', phoneMasked: shownPhone(row), groupName: group.kind === 'none' ? null : group.name },
    ...{ joinedOn: row.joinedOn ?? shownText(row, 'joinedOn'), duty: row.duty, tags: [...row.tags], offeredRole: offeredRole(row.duty), outcome },
    changes: [...changes],
    faults: faults.map((fault) => faultView(fault, row, sheets)),
  };
}

function shownText({ entry, correction }: Judged, field: RosterField): string | null {
  return (correction.values?.[field] ?? entry.values[field])?.trim().slice(0, 30) || null;
}

/** What cannot be read is masked too: it may lack a single digit. */
function shownPhone({ phone, phoneText, faults }: Judged): string | null {
  if (phone) return maskPhone(phone);
  const isRefused = faults.some(({ code }) => rosterFaults[code].field === 'phone');
  const text = compact(phoneText).replace(/[^\p{L}\d]/gu, '');
  if (!isRefused || text === '') return null;
  return text.length === 11 ? maskPhone(text) : `${text.length > 7 ? text.slice(0, 3) : ''}****${text.slice(text.length > 7 ? -3 : -2)}`;
}
