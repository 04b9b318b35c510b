import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { type RosterField, rosterFaults } from '@weidangxiao/shared/rules/roster-fault.ts';

export type RosterImport = Answer<'getRosterImport'>;
export type RosterRow = Answer<'listRosterRows'>['items'][number];
export type RosterFault = RosterRow['faults'][number];
export type RosterFix = Request<'correctRosterRows'>['body']['fixes'][number];
export type Show = 'refused' | 'doubt' | 'added' | 'changed' | 'unchanged' | 'all';
export type FixField = Extract<RosterFix, { kind: 'value' }>['field'];

export const fieldNames: Readonly<Record<RosterField, string>> = { name: '姓名', phone: '手机', group: '小组', gender: '性别', joinedOn: '入党时间', duty: '职务', tags: '类别', remark: '备注' };

const kinds: Readonly<Record<string, (typeof rosterFaults)[keyof typeof rosterFaults]>> = rosterFaults;

/** The field that a fault is about. */
export function fieldOf({ code }: RosterFault): RosterField {
  return kinds[code]?.field ?? 'name';
}

export function offersOf({ code }: RosterFault): readonly string[] {
  return kinds[code]?.offers ?? [];
}

/** The fields of a row that can be changed here; a remark is mended in the sheet. */
export function isFixable(field: RosterField): field is FixField {
  return field !== 'remark';
}

/** How many rows have something to look at, though they will be written. */
export function doubtfulRows({ faults }: RosterImport): number {
  const refused = new Set(faults.filter(({ severity }) => severity === 'refuses').map(keyOf));
  return new Set(faults.filter((fault) => fault.severity === 'doubt' && !refused.has(keyOf(fault))).map(keyOf)).size;
}

/** Rows of several sheets are told apart by the sheet's name. */
function keyOf({ sheet, row }: RosterFault): string {
  return JSON.stringify([sheet, row]);
}
