import type { BallotGrades } from '@weidangxiao/shared/rules/ballot.ts';
import { padOf } from '@weidangxiao/shared/rules/ballot.ts';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { Group } from '../src/groups/group.entity.ts';
import type { Actor, MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

/** November 2026 is voted on from Friday 4 to Tuesday 8 December. */
export const november = { month: '2026-11', before: '2026-12-03T18:00:00+08:00', open: '2026-12-04T09:00:00+08:00', lastMinute: '2026-12-08T23:59:59+08:00', over: '2026-12-09T00:00:00+08:00' } as const;

export interface Circle {
  readonly town: MadeTown;
  readonly group: Group;
  readonly people: Actor[];
}

/** So many people of one group, with logins of the day of the vote. */
export async function circleOf(server: TestServer, size: number, town?: MadeTown): Promise<Circle> {
  const home = town ?? (await server.make.town());
  const group = await server.make.group(home);
  const people: Actor[] = [];
  for (let at = 0; at < size; at += 1) people.push(await server.make.actor({ town: home, groupId: group.id }));
  return { town: home, group, people };
}

export function ballotOf({ people }: Circle, voter: Actor, grade: (ratee: Actor) => Grade): BallotGrades {
  return Object.fromEntries(people.filter((person) => person !== voter).map((ratee) => [ratee.member.id, grade(ratee)]));
}

/** The status of the reply, or the code of a refusal. */
export async function cast(voter: Actor, given: BallotGrades, month: string = november.month): Promise<string> {
  return voter.api.codeOf('castBallot', { body: { month, grades: given, pad: padOf(given) } });
}

export const rotating = (at: number): Grade => grades[at % grades.length] ?? 'good';
