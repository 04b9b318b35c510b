import { z } from 'zod';
import type { publicationRoutes } from '../routes/publications.ts';
import { grades } from '../rules/assessment/rubric.ts';
import { monthStages } from '../rules/assessment-month.ts';
import { publicationKinds, publishObstacles } from '../rules/publication.ts';
import { date, id, instant, month, page, pageQuery, person } from './common.ts';
import type { ContractOf } from './contract.ts';

const kind = z.enum(publicationKinds);
/** '2026-11' of a month, '2026' of a year. */
const period = z.string().regex(/^20\d{2}(-(0[1-9]|1[0-2]))?$/, '写成2026-11或2026这样');
const inMonth = z.object({ month });
const ofPeriod = z.object({ kind, period });
const figure = z.string();
const grade = z.enum(grades).nullable();
const group = z.object({ id, name: z.string() }).nullable();
/** Null where nobody has talked with them yet. */
const talk = z.object({ reason: z.string(), talkedBy: z.string(), talkedOn: date }).nullable();
const perGrade = z.object({ excellent: z.int(), good: z.int(), fair: z.int(), poor: z.int(), notRated: z.int() });

const publication = z.object({
  kind,
  period,
  state: z.enum(['on_show', 'locked']),
  publishedOn: date,
  /** The last day on show. */
  publishedUntil: date,
  /** Printed on the sheet: opens the page that says since when it is unchanged. */
  code: z.string(),
});

export const publicationContract = {
  /** What would be published now: how many of which grade, and what is in the way. */
  getPublicationDraft: {
    params: inMonth,
    answer: z.object({
      month,
      stage: z.enum(monthStages),
      obstacles: z.array(z.enum(publishObstacles)),
      /** The last day on show; before publication, were it published today. */
      until: date,
      groups: z.array(perGrade.extend({ group })),
      /** Everybody whose month is poor. At most 200. */
      poors: z.array(z.object({ member: person, group, m: figure, talk })),
      poorsInAll: z.int(),
      /** Of them, how many nobody has talked with. */
      untalked: z.int(),
      /** Whose month a dated change has made poor since it was published; `on` is its day. At most 200. */
      laterPoors: z.array(z.object({ member: person, group, m: figure, on: date, talk })),
      laterPoorsInAll: z.int(),
      laterUntalked: z.int(),
    }),
  },
  /** One group's figures, in the order of ids; `none`: those without a group. After publication as they stand with every adjustment. */
  listMonthScores: {
    params: inMonth,
    query: pageQuery.extend({ group: z.union([id, z.literal('none')]) }),
    answer: page(
      z.object({
        member: person,
        rated: z.boolean(),
        exempt: z.enum(['none', 'part', 'whole']),
        s: figure.nullable(),
        p: figure.nullable(),
        m: figure.nullable(),
        grade,
        lines: z.array(z.object({ dimension: z.string(), earned: figure, max: figure })),
        /** An objection waits for its answer. */
        frozen: z.boolean(),
        /** Dated changes since publication. */
        adjustments: z.int(),
      }),
    ),
  },
  publishMonth: { params: inMonth, answer: publication },
  /** Newest first. */
  listPublications: { query: pageQuery, answer: page(publication) },
  getPublication: {
    params: ofPeriod,
    answer: publication.extend({
      publishedBy: person.nullable(),
      digest: z.string(),
      /** `place` names a group's lines. Names are those of the day of publication. */
      groups: z.array(z.object({ place: z.int(), group, people: z.int() })),
    }),
  },
  /** Names and grades as they were published; `corrected` where a dated change has come since. */
  listPublicationLines: {
    params: ofPeriod,
    query: pageQuery.extend({ place: z.coerce.number().int().min(0) }),
    answer: page(z.object({ name: z.string(), grade, corrected: z.object({ grade, on: date }).nullable() })),
  },
  /** For anybody who holds a printed sheet: whether it is what was published. Nobody's name. */
  verifyPublication: {
    params: z.object({ code: z.string().min(1).max(40) }),
    answer: publication.omit({ code: true }).extend({
      town: z.string(),
      school: z.string(),
      people: z.int(),
      groups: z.int(),
      digest: z.string(),
      /** The rows still give the digest that was written down when it was published. */
      unchanged: z.boolean(),
      publishedAt: instant,
      /** Dated changes since; the sheet itself is never edited. */
      corrections: z.int(),
      asOf: instant,
    }),
  },
} satisfies ContractOf<typeof publicationRoutes>;
