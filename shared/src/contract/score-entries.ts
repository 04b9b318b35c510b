import { z } from 'zod';
import type { scoreEntryRoutes } from '../routes/score-entries.ts';
import { openingFaults } from '../rules/opening-entry.ts';
import { pointKinds, scoreEntryKinds, scoreProposalStates } from '../rules/score-entry.ts';
import { byId, date, id, instant, month, optionalText, page, pageQuery, person, text, year } from './common.ts';
import type { ContractOf } from './contract.ts';

/** As it was typed: '1.5'. The rules say what is wrong with it, in words. */
const typedFigure = text(12);
/** Two places. */
const figure = z.string();
const group = z.object({ id, name: z.string() });
const pointKind = z.enum(pointKinds);

/** A dated taking back; the entry stays as it was written. */
const reversal = z.object({ at: instant, by: person, reason: z.string() }).nullable();
const taking = z.object({ reason: text(200) });

const scoreEntry = z.object({
  id,
  kind: z.enum(scoreEntryKinds),
  /** '2026-11'; of results '2026'. */
  period: z.string(),
  member: person,
  group,
  /** Null for a talk. */
  points: figure.nullable(),
  on: date,
  reason: z.string(),
  evidence: z.string(),
  hasFile: z.boolean(),
  talkedBy: z.string().nullable(),
  enteredAt: instant,
  enteredBy: person,
  reversal,
});

const told = { clientId: id, memberId: id, on: date, reason: text(200), evidence: text(200), fileId: id.nullish() };
const newEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('bonus'), month, points: typedFigure, ...told }),
  z.object({ kind: z.literal('deduction'), month, points: typedFigure, ...told }),
  z.object({ kind: z.literal('results'), year, points: typedFigure, ...told }),
  /** About a `poor`: `on` is the day of the talk, `evidence` where the signed note lies. */
  z.object({ kind: z.literal('talk'), month, talkedBy: text(40), ...told }),
]);

const scoreProposal = z.object({
  id,
  state: z.enum(scoreProposalStates),
  kind: pointKind,
  month,
  member: person,
  group,
  points: figure,
  on: date,
  reason: z.string(),
  evidence: z.string(),
  proposedBy: person,
  proposedAt: instant,
  decision: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
});

const openingEntry = z.object({
  id,
  /** '2026-03': that month's M; '2026': hours of the year. */
  period: z.string(),
  member: person,
  /** Null for a month that was not rated. */
  figure: figure.nullable(),
  evidence: z.string(),
  enteredAt: instant,
  enteredBy: person,
  reversal,
});

const openingFault = z.object({
  row: z.int(),
  /** The sheet's own heading. */
  column: z.string(),
  code: z.enum(openingFaults),
  message: z.string(),
});

const openingSheet = z.object({
  /** What was shown; the import writes that, or says that something has changed. */
  digest: z.string(),
  year,
  /** Figures that would be written: new, in place of another, and there already. */
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  columns: z.array(z.object({ heading: z.string(), meaning: z.string().nullable() })),
  /** People as the sheet has them, the first 200; `figures` in the order of months, hours last. */
  rows: z.array(z.object({ row: z.int(), name: z.string(), group: z.string().nullable(), figures: z.array(z.object({ period: z.string(), figure: figure.nullable(), outcome: z.enum(['added', 'changed', 'unchanged']) })) })),
  people: z.int(),
  /** Rows with a fault are not written; the first 500. */
  faults: z.array(openingFault),
  faultCount: z.int(),
});

export const scoreEntryContract = {
  /** Newest first, also what was taken back. `points` are bonus and deduction. */
  listScoreEntries: {
    query: pageQuery.extend({ show: z.enum(['points', 'results', 'talk']), period: z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '写成2026-11或2026这样') }),
    answer: page(scoreEntry).extend({
      /** Whether entries can still be made and taken back; a published month is closed. */
      open: z.boolean(),
      /** Ids of those with whom a talk is entered nonetheless: since it was published a dated change has made their month poor. */
      talksWith: z.array(id),
      /** What the rubric of that month takes of all entries together; null for a year. */
      caps: z.object({ bonus: z.string(), deduction: z.string(), version: z.string() }).nullable(),
    }),
  },
  createScoreEntry: { body: newEntry, answer: scoreEntry },
  reverseScoreEntry: { params: byId, body: taking, answer: scoreEntry },
  getScoreEntryFile: { params: byId, answer: 'bytes' },

  /** Newest first; of the groups that one leads, or of the town. */
  listScoreProposals: { query: pageQuery.extend({ state: z.enum(scoreProposalStates).optional(), mine: z.stringbool().optional() }), answer: page(scoreProposal) },
  createScoreProposal: { body: z.object({ clientId: id, kind: pointKind, month, memberId: id, points: typedFigure, on: date, reason: text(200), evidence: text(200) }), answer: scoreProposal },
  /** Accepted it becomes an entry; a decline needs its reason. */
  decideScoreProposal: { params: byId, body: z.object({ accept: z.boolean(), reason: optionalText(200).nullable().default(null) }), answer: scoreProposal },

  listOpeningEntries: { query: pageQuery.extend({ year, memberId: id.optional() }), answer: page(openingEntry) },
  createOpeningEntry: {
    body: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('month'), clientId: id, memberId: id, month, m: typedFigure.nullable(), evidence: text(200) }),
      z.object({ kind: z.literal('hours'), clientId: id, memberId: id, year, hours: typedFigure, evidence: text(200) }),
    ]),
    answer: openingEntry,
  },
  reverseOpeningEntry: { params: byId, body: taking, answer: openingEntry },
  getOpeningTemplate: { query: z.object({ year }), answer: 'bytes' },
  checkOpeningSheet: { query: z.object({ year }), answer: openingSheet },
  /** The same file again, with the digest of what was shown. */
  createOpeningImport: { query: z.object({ year, digest: z.string().max(64) }), answer: openingSheet },
} satisfies ContractOf<typeof scoreEntryRoutes>;
