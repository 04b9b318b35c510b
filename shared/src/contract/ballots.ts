import { z } from 'zod';
import type { ballotRoutes } from '../routes/ballots.ts';
import { grades } from '../rules/assessment/rubric.ts';
import { date, id, month, person } from './common.ts';
import type { ContractOf } from './contract.ts';

const grade = z.enum(grades);
const count = z.int().min(0).max(1000);
const counts = z.object({ excellent: count, good: count, fair: count, poor: count });
const group = z.object({ id, name: z.string() });
const inMonth = z.object({ month });
/** The box of the circle that the group with this id votes in. */
const ofBox = z.object({ month, id });

const dates = { month, voteFrom: date, voteUntil: date };

/** `votes`: enough for a valid vote, which takes `needed` ballots on a person. `voted` null where so few may vote that a number would tell, and before the vote. */
export const voteCircle = z.object({ people: z.int(), votes: z.boolean(), needed: z.int(), voted: z.int().nullable(), handed: z.int(), paper: z.enum(['none', 'handing', 'counting', 'added']) });

export const ballotContract = {
  /** The vote about last month: `cast` also for whoever took a paper ballot. Ratees in the order of their names, without oneself. */
  getMyBallot: {
    answer: z.object({
      ...dates,
      state: z.enum(['coming', 'open', 'closed']),
      /** `too_few`: the circle cannot have a valid vote. `not_listed`: no group on the month's last day, or exempt all month. Null while it is not drawn up. */
      part: z.enum(['votes', 'too_few', 'not_listed']).nullable(),
      cast: z.boolean(),
      groups: z.array(group),
      ratees: z.array(person),
    }),
  },
  /** All at once, and once. `pad` makes ballots equally long (`padOf`); it is not read. */
  castBallot: { body: z.object({ month, grades: z.record(id, grade), pad: z.string().max(20_000).optional() }), answer: null },
  /** How many, never who. `coming`: the circles as they would be now. */
  listVoteProgress: {
    params: inMonth,
    answer: z.object({ ...dates, state: z.enum(['coming', 'open', 'closed']), circles: z.array(voteCircle.extend({ id, groups: z.array(group) })) }),
  },
  /** Two small groups rate each other as one, for this month; before its vote begins. */
  joinVote: { params: inMonth, body: z.object({ groupIds: z.tuple([id, id]) }), answer: null },
  endJointVote: { params: ofBox, answer: null },
  getPaperBox: {
    params: ofBox,
    answer: z.object({
      ...dates,
      groups: z.array(group),
      /** In the order of their names. */
      people: z.array(person.extend({ paper: z.boolean() })),
      paper: z.enum(['none', 'handing', 'counting', 'added']),
      handed: z.int(),
      /** Who took a paper ballot; forgotten as soon as counting begins. Null: so few that the town, which counts them, is not told. */
      holders: z.array(id).nullable(),
      /** Whether ballots can be handed out, and whether counts can be entered. */
      canHand: z.boolean(),
      canCount: z.boolean(),
      /** Who has entered counts; one's own can be entered anew. */
      enteredBy: z.array(person),
      /** On whom the two disagree; `ballots` for the number of ballots. */
      differences: z.object({ ballots: z.boolean(), people: z.array(person) }).nullable(),
    }),
  },
  /** `already`: who has voted already and gets no paper. */
  handPaperBallots: { params: ofBox, body: z.object({ memberIds: z.array(id).min(1).max(500) }), answer: z.object({ handed: z.int(), already: z.array(person) }) },
  takeBackPaperBallot: { params: ofBox, body: z.object({ memberId: id }), answer: null },
  /** `first` waits for somebody else; `differs` names on whom; `added` counts. */
  enterPaperTally: {
    params: ofBox,
    body: z.object({ ballots: count, counts: z.record(id, counts) }),
    answer: z.object({ state: z.enum(['first', 'differs', 'added']), ballotsDiffer: z.boolean(), differences: z.array(person) }),
  },
  clearPaperTallies: { params: ofBox, answer: null },
} satisfies ContractOf<typeof ballotRoutes>;
