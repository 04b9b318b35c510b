import { z } from 'zod';
import type { annualScoreRoutes } from '../routes/annual-scores.ts';
import { ungradedReasons } from '../rules/annual-scores/facts.ts';
import { yearParts } from '../rules/annual-scores/receipt.ts';
import { yearStages } from '../rules/annual-scores.ts';
import { monthStages } from '../rules/assessment-month.ts';
import { dimensionKeys, grades } from '../rules/assessment/rubric.ts';
import { date, id, instant, month, page, pageQuery, person, text, year } from './common.ts';
import type { ContractOf } from './contract.ts';

const ofYear = z.object({ year });
const group = z.object({ id, name: z.string() }).nullable();
/** A group's, or of those who belong to none. */
const ofGroup = pageQuery.extend({ groupId: z.union([id, z.literal('none')]) });
const grade = z.enum(grades).nullable();
/** Points with two places; null for somebody who is not graded. */
const points = z.string().nullable();
const signed = z.object({ at: instant, by: person });
const weight = z.string().regex(/^(100(\.0{1,2})?|\d{1,2}(\.\d{1,2})?)$/, '要写成0到100之间的数，最多两位小数，如10');

const standing = z.object({
  /** False: as the records stand today, since the year is not summed up yet. */
  final: z.boolean(),
  T: points,
  performance: points,
  grade,
  /** Why somebody is not graded. */
  reason: z.enum(ungradedReasons).nullable(),
});

const score = standing.extend({
  member: person,
  ratedMonths: z.int(),
  mean: points,
  hours: z.string(),
  requiredHours: z.string(),
  results: z.string(),
  centralizedRatio: z.string(),
  absences: z.int(),
  practices: z.int(),
  /** Tied across the cap's edge, until the committee has decided. */
  needsDecision: z.boolean(),
  corrected: z.boolean(),
});

const decision = signed.extend({ chosen: z.array(person), metOn: date, minutes: z.string(), reason: z.string() });
const tie = z.object({
  group,
  /** How many of those tied can be excellent. */
  places: z.int(),
  people: z.array(z.object({ member: person, T: z.string(), centralizedRatio: z.string(), absences: z.int(), practices: z.int() })),
  decision: decision.nullable(),
});

const result = z.object({ T: points, performance: points, grade });
const correction = signed.extend({ id, member: person, group, on: date, reason: z.string(), before: result, after: result });

const line = z.object({ part: z.enum(yearParts), label: z.string(), points: z.string(), max: z.string(), formula: z.string(), stillPossible: z.string().nullable() });

/** A member's year with how it is made. */
const ownYear = standing.extend({
  year: z.int(),
  asOf: instant,
  stage: z.enum(yearStages),
  member: person,
  rubricVersion: z.string(),
  W: z.string(),
  leastMonths: z.int(),
  ratedMonths: z.int(),
  /** All twelve; `state` says why there is no figure. `opening`: entered when the town joined. */
  months: z.array(z.object({ month, state: z.enum(['coming', 'running', 'rating', 'published', 'opening', 'none']), M: points, grade })),
  hours: z.string(),
  requiredHours: z.string(),
  lines: z.array(line),
  rounding: z.string().nullable(),
  /** Lines and rounding together. */
  sum: z.string(),
  corrections: z.array(z.object({ on: date, reason: z.string(), before: result, after: result })),
});

export const annualScoreContract = {
  /** Where the year stands. Grades and figures are not in it. */
  getAssessmentYear: {
    params: ofYear,
    answer: z.object({
      year: z.int(),
      stage: z.enum(yearStages),
      asOf: instant,
      rubricVersion: z.string(),
      W: z.string(),
      months: z.array(z.object({ month, stage: z.enum(monthStages) })),
      /** How often it was summed up; the number of the last one. */
      run: z.int(),
      started: signed.nullable(),
      scoredAt: instant.nullable(),
      published: z.object({ on: date, until: date, code: z.string() }).nullable(),
      /** As people count them; null once the year is not summed up yet. */
      groups: z.array(z.object({ group, people: z.int(), graded: z.int(), tied: z.int() })).nullable(),
      /** Months that a dated change has made poor for some with whom nobody has talked: the year is not published over them. */
      untalked: z.array(z.object({ month, people: z.int() })),
    }),
  },
  /** In the background. `after` is the run that the caller has seen, so that nobody sums up twice at once. */
  runAssessmentYear: { params: ofYear, body: z.object({ after: z.int().min(0).max(10_000), W: weight }), answer: z.object({ run: z.int() }) },
  publishAssessmentYear: { params: ofYear, answer: z.object({ on: date, until: date, code: z.string() }) },
  /** By surname, never by figures. */
  listAnnualScores: { params: ofYear, query: ofGroup, answer: page(score) },
  /** Names and grades, once they are published. */
  listAnnualGrades: { params: ofYear, query: ofGroup, answer: page(z.object({ member: person, grade })) },
  listCapTies: { params: ofYear, answer: z.object({ items: z.array(tie) }) },
  decideCapTie: {
    params: ofYear,
    body: z.object({ clientId: id, groupId: id.nullable(), memberIds: z.array(id).max(200), metOn: date, minutes: text(60), reason: text(300) }),
    answer: tie,
  },
  listAnnualCorrections: { params: ofYear, query: pageQuery, answer: page(correction) },
  /** The records say something else by now: one person's line is scored anew, beside the published one. */
  correctAnnualScore: { params: ofYear, body: z.object({ clientId: id, memberId: id, reason: text(200) }), answer: correction },
  getMyAnnualScore: { params: ofYear, answer: ownYear },
  getMemberAnnualScore: { params: ofYear.extend({ id }), answer: ownYear },
  /** How much of each kind of study the group as a whole took part in, month by month: times, never who. */
  getGroupDimensions: {
    params: ofYear.extend({ id }),
    answer: z.object({
      year: z.int(),
      group: z.object({ id, name: z.string() }),
      dimensions: z.array(z.object({ dimension: z.enum(dimensionKeys), label: z.string() })),
      months: z.array(z.object({ month, people: z.int(), parts: z.array(z.object({ dimension: z.enum(dimensionKeys), took: z.int(), of: z.int() })) })),
    }),
  },
} satisfies ContractOf<typeof annualScoreRoutes>;
