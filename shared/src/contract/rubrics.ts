import { z } from 'zod';
import type { rubricRoutes } from '../routes/rubrics.ts';
import { dimensionKeys, grades } from '../rules/assessment/rubric.ts';
import { byId, date, id, instant, month, page, pageQuery, person, text } from './common.ts';
import type { ContractOf } from './contract.ts';

/** What a figure may be is judged by the rules, all at once. */
const figure = z.string().trim().max(20, '最多20个字');
const words = z.string().trim().max(60, '最多60个字');
const count = z.int();
const dimension = z.enum(dimensionKeys);
const perDimension = <T extends z.ZodType>(of: T) => z.object({ centralized: of, group: of, night: of, selfStudy: of, practice: of });
const credit = figure.nullable();

export const rubric = z.object({
  version: words,
  labels: perDimension(words),
  notes: perDimension(words.optional()),
  max: perDimension(figure),
  credit: z.object({ present: credit, made_up: credit, late: credit, left_early: credit, leave: credit, absent: credit, exempt: credit }),
  contribution: figure,
  note: figure,
  practice: z.array(figure).max(20).readonly(),
  leastDimensions: count,
  mostBonus: figure,
  mostDeduction: figure,
  vote: z.object({
    values: z.object({ excellent: figure, good: figure, fair: figure, poor: figure }),
    leastBallots: count,
    leastShare: figure,
    trimFrom: count,
    weight: figure,
  }),
  bands: z.object({ excellent: figure, good: figure, fair: figure }),
  year: z.object({ monthsWeight: figure, hoursPoints: figure, mostResults: figure, leastMonths: count, excellentShare: figure }),
});

/** A label on which the source lacks a word, until an admin has checked it. */
const remark = z.object({ dimension, label: z.string(), note: z.string(), checked: z.object({ at: instant, by: person }).nullable() });

const version = z.object({
  /** null for the one that every town starts from. */
  id: id.nullable(),
  version: z.string(),
  effectiveFrom: date,
  state: z.enum(['past', 'current', 'coming', 'withdrawn']),
  reason: z.string().nullable(),
  created: z.object({ at: instant, by: person }).nullable(),
  withdrawn: z.object({ at: instant, by: person, reason: z.string().nullable() }).nullable(),
  rubric,
});

/** How many people have which grade; those who are not rated apart. */
const counts = z.object({ excellent: z.int(), good: z.int(), fair: z.int(), poor: z.int(), unrated: z.int() });
const grade = z.enum(grades).nullable();

export const rubricContract = {
  /** What holds this month, and what is to come. */
  getRubric: {
    answer: z.object({ version: z.string(), effectiveFrom: date, rubric, remarks: z.array(remark), coming: z.array(z.object({ version: z.string(), effectiveFrom: date })) }),
  },
  /** The built-in one first, then as they come into force. */
  listRubricVersions: { query: pageQuery, answer: page(version) },
  /** Never changed, only followed; from a month that has not begun. RUBRIC_FAULTY names every fault in `detail`. */
  createRubricVersion: { body: z.object({ clientId: id, month, reason: text(200), rubric }), answer: version },
  withdrawRubricVersion: { params: byId, body: z.object({ reason: text(200) }), answer: version },
  /** That the label stands in the original like this. */
  checkRubricLabel: { params: z.object({ dimension }), body: z.object({ label: text(20) }), answer: remark },
  /** What the month would look like for everybody of the town. Nothing is written. */
  createRubricPreview: {
    query: pageQuery,
    body: z.object({ month, rubric }),
    answer: z.object({
      month,
      /** The one that holds in that month. */
      version: z.string(),
      before: counts,
      after: counts,
      groups: z.array(z.object({ group: z.object({ id, name: z.string() }).nullable(), before: counts, after: counts })),
      /** Whose grade would be another; null is not rated. Group by group, no order of merit. */
      changed: page(z.object({ member: person, group: z.object({ id, name: z.string() }).nullable(), before: grade, after: grade })),
    }),
  },
} satisfies ContractOf<typeof rubricRoutes>;
