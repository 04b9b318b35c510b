import { z } from 'zod';
import { byId, date, id, instant, optionalText, page, pageQuery } from './common.ts';

/** `refuses`: the row is not written until it is mended. `doubt`: it will be written, but look at it. */
export const rosterFault = z.object({
  row: z.int(),
  /** The sheet that the row stands in; null where only one sheet has people. */
  sheet: z.string().nullable(),
  /** The sheet's own heading. */
  column: z.string(),
  /** `rosterFaults` in `rules/roster-fault.ts` tells each code's field and how it can be mended. */
  code: z.string(),
  severity: z.enum(['refuses', 'doubt']),
  message: z.string(),
  /** A value that would mend it; of a phone the masked form, which a `value` fix may send as it is. */
  suggestion: z.string().nullable(),
  /** Whoever of the town this may be, for `same_person`. */
  memberId: id.nullable(),
});

export const rosterImport = z.object({
  id,
  fileName: z.string(),
  state: z.enum(['read', 'written', 'withdrawn']),
  createdAt: instant,
  writtenAt: instant.nullable(),
  /** People's rows that will be written, and that will not. */
  valid: z.int(),
  invalid: z.int(),
  /** Among the valid: already there and the same, already there and changed, not there yet. */
  unchanged: z.int(),
  changed: z.int(),
  added: z.int(),
  faults: z.array(rosterFault),
  /** Groups that the sheet names and the town does not have. */
  unknownGroups: z.array(z.object({ name: z.string(), rows: z.int() })),
  columns: z.array(z.object({ letter: z.string(), heading: z.string(), meaning: z.string().nullable() })),
  tidied: z.object({ count: z.int(), examples: z.array(z.string()) }),
  /** In the town but not in this sheet; never removed by an import. */
  missing: z.array(z.object({ memberId: id, name: z.string(), groupName: z.string().nullable() })),
  missingCount: z.int(),
});

export const rosterRow = z.object({
  row: z.int(),
  sheet: z.string().nullable(),
  name: z.string(),
  phoneMasked: z.string().nullable(),
  groupName: z.string().nullable(),
  joinedOn: z.string().nullable(),
  duty: z.string().nullable(),
  tags: z.array(z.string()),
  offeredRole: z.string().nullable(),
  outcome: z.enum(['added', 'changed', 'unchanged', 'refused', 'skipped']),
  /** What would change for somebody already there, as "小组：第一学习小组 → 第二学习小组". */
  changes: z.array(z.string()),
  faults: z.array(rosterFault),
});

/** The sheet is only asked for where several have people. */
const ofRow = { row: z.int().min(1), sheet: z.string().max(40).nullish() };

/** How a person mends a row in place. */
export const rosterFix = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('value'), ...ofRow, field: z.enum(['name', 'phone', 'group', 'joinedOn', 'duty', 'tags', 'gender']), value: optionalText(60) }),
  z.object({ kind: z.literal('no_phone'), ...ofRow }),
  z.object({ kind: z.literal('shared_phone'), ...ofRow }),
  z.object({ kind: z.literal('skip'), ...ofRow }),
  /** Whether the person of that name in that group is the same as on this row. */
  z.object({ kind: z.literal('same_person'), ...ofRow, memberId: id }),
  z.object({ kind: z.literal('new_person'), ...ofRow }),
  /** Makes a group that the sheet names and the town lacks; without a name all of them. */
  z.object({ kind: z.literal('create_group'), name: optionalText(40) }),
  /** Takes back what was mended on the row; where nothing was, the making of its group. */
  z.object({ kind: z.literal('undo'), ...ofRow }),
]);

export const rosterImportContract = {
  createRosterImport: { answer: rosterImport },
  getRosterTemplate: { answer: 'bytes' },
  getRosterImport: { params: byId, answer: rosterImport },
  listRosterRows: {
    params: byId,
    query: pageQuery.extend({ show: z.enum(['refused', 'doubt', 'added', 'changed', 'unchanged', 'all']).default('all') }),
    answer: page(rosterRow),
  },
  getRosterErrorSheet: { params: byId, answer: 'bytes' },
  correctRosterRows: { params: byId, body: z.object({ fixes: z.array(rosterFix).min(1).max(500) }), answer: rosterImport },
  confirmRosterImport: {
    params: byId,
    body: z.object({ since: date.optional() }).nullish(),
    answer: rosterImport.extend({ groupsCreated: z.int() }),
  },
  withdrawRosterImport: { params: byId, answer: rosterImport },
} as const;
