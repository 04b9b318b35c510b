import { z } from 'zod';
import type { assessmentMonthRoutes } from '../routes/assessment-months.ts';
import { monthStages } from '../rules/assessment-month.ts';
import { monthGaps } from '../rules/month-gaps.ts';
import { voteCircle } from './ballots.ts';
import { date, id, instant, month, person } from './common.ts';
import type { ContractOf } from './contract.ts';

/** What is missing, how much of it, who can supply it (names; none where no leader is set), and where on the desk. */
const gap = z.object({ kind: z.enum(monthGaps), count: z.int(), by: z.enum(['leader', 'admin']), place: z.string().nullable() });

export const assessmentMonthContract = {
  /** The month's board: where it stands and what it lacks, group by group; a leader sees the groups that they lead. Never who scored what. */
  getAssessmentMonth: {
    params: z.object({ month }),
    answer: z.object({
      month,
      stage: z.enum(monthStages),
      asOf: instant,
      rubricVersion: z.string(),
      /** Working days of the next month; each day is included. */
      completeUntil: date,
      voteFrom: date,
      voteUntil: date,
      confirmFrom: date,
      confirmUntil: date,
      /** When the facts were taken; null before the cut-off. */
      cutOffAt: instant.nullable(),
      /** When everybody was scored; null before, and while it goes on. */
      scoredAt: instant.nullable(),
      publishedOn: date.nullable(),
      publishedUntil: date.nullable(),
      /** What is missing in all groups together, the weightiest first; nothing that is not missing. */
      gaps: z.array(gap.extend({ groups: z.int() })),
      groups: z.array(
        z.object({
          group: z.object({ id, name: z.string() }).nullable(),
          leaders: z.array(person),
          /** On the month's sheet, and rated of them; null before the cut-off. */
          people: z.int().nullable(),
          rated: z.int().nullable(),
          /** How many of those whom the group votes with have voted; before the vote, whether they are enough. Null while the month runs, and once it is published. */
          vote: voteCircle.extend({ circleId: id }).nullable(),
          gaps: z.array(gap),
        }),
      ),
    }),
  },
} satisfies ContractOf<typeof assessmentMonthRoutes>;
