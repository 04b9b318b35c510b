import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { type BallotGrades, padOf } from '@weidangxiao/shared/rules/ballot.ts';
import { CallFailure } from '@/platform/failure';
import { call } from '@/platform/request';
import { useSession } from '@/platform/session';
import { type Stored, useStored } from '@/platform/stored';

export type MyBallot = Answer<'getMyBallot'>;
export type Ratee = MyBallot['ratees'][number];

export const ballotPage = 'packages/record/ballot/index';

/** Who is to be rated, and whether one has voted; what one gives is never part of it. */
export function useMyBallot(): Stored<MyBallot> {
  const mine = useSession(({ caller }) => caller?.member?.id ?? null);
  return useStored(mine === null ? null : 'ballot', () => call('getMyBallot'));
}

/** Whether there is something to do now. */
export function isWaiting({ state, part, cast }: MyBallot): boolean {
  return state === 'open' && part === 'votes' && !cast;
}

/** Sends the ballot as a whole. One that had arrived already, its answer lost, is as good. @throws CallFailure */
export async function castBallot(month: string, given: BallotGrades): Promise<void> {
  try {
    await call('castBallot', { body: { month, grades: { ...given }, pad: padOf(given) } });
  } catch (error) {
    if (!(error instanceof CallFailure && error.code === 'BALLOT_CAST')) throw error;
  }
}

/** The others by the grade that they are given, in the order of the list. */
export function byGrade(ratees: readonly Ratee[], given: BallotGrades): { grade: Grade; names: string[] }[] {
  return grades.map((grade) => ({ grade, names: ratees.filter(({ memberId }) => given[memberId] === grade).map(({ name }) => name) }));
}
