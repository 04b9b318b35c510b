import type { INestApplicationContext } from '@nestjs/common';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { leastPaper, noCounts, type PaperTally } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { type BallotGrades, votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { addDays, startOf } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService } from '../../src/assessment-months/assessment-months.service.ts';
import { BallotsService } from '../../src/ballots/ballots.service.ts';
import { PaperBoxesService } from '../../src/ballots/paper-boxes.service.ts';
import { PaperCountsService } from '../../src/ballots/paper-counts.service.ts';
import { VoteProgressService } from '../../src/ballots/vote-progress.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { asPerson } from './as-person.ts';
import { repeatable } from './random.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

const hour = 3_600_000;
/** Out of a hundred, how the town rates itself: excellent, good, fair; the rest poor. */
const shares = [46, 86, 98] as const;
/** Nearly everybody votes. */
const turnout = 0.9;

/** The vote that began in this week, if one did: on phones and on paper, and counted when its days are over. */
export async function seedVotes(app: INestApplicationContext, town: SampleTown, { monday, until }: { monday: string; until: number }): Promise<void> {
  const month = votedMonth(addDays(monday, 6));
  const { calendar } = await app.get(AssessmentMonthsService).month(town.scope, month);
  const opensAt = startOf(calendar.voteFrom) + 10 * hour;
  if (calendar.voteFrom < monday || calendar.voteFrom > addDays(monday, 6) || opensAt + 10 * hour > until) return;
  const isOver = startOf(addDays(calendar.voteUntil, 1)) + 10 * hour <= until;
  town.clock.move(opensAt);
  const boxes = await handOut(app, town, month);
  town.clock.move(opensAt + 9 * hour);
  await castAll(app, town, month, isOver ? [] : played(town));
  if (!isOver) return;
  town.clock.move(startOf(addDays(calendar.voteUntil, 1)) + 9 * hour);
  for (const box of boxes) await countTwice(app, town, month, box);
}

interface Given {
  readonly leader: Member;
  readonly groupId: string;
  readonly holders: readonly string[];
}

/** Whoever reads paper votes on paper; in the first group so many that its leader counts them. */
async function handOut(app: INestApplicationContext, town: SampleTown, month: string): Promise<Given[]> {
  const { circles } = await asPerson(town.admin, 'town', 'listVoteProgress', (scope: WholeTownScope) => app.get(VoteProgressService).list(scope, month));
  const boxes: Given[] = [];
  for (const leader of demoLeadersFirst(town)) {
    const groupId = leader.groupId ?? '';
    const others = town.members.filter((member) => member.groupId === groupId && member.id !== leader.id).sort((one, other) => Number(other.paper) - Number(one.paper));
    if (!circles.some(({ id, votes }) => id === groupId && votes)) continue;
    const wanted = others.slice(0, boxes.length === 0 ? leastPaper : others.filter(({ paper }) => paper).length).map(({ id }) => id);
    const params = { month, id: groupId };
    const { people } = await asPerson(leader, 'group', 'getPaperBox', (scope: GroupScope) => app.get(PaperBoxesService).view(scope, month, groupId));
    const holders = wanted.filter((memberId) => people.some((person) => person.memberId === memberId));
    if (holders.length === 0) continue;
    await asPerson(leader, 'group', 'handPaperBallots', (scope: GroupScope) => app.get(PaperBoxesService).hand(scope, params, holders));
    boxes.push({ leader, groupId, holders });
  }
  return boxes;
}

async function castAll(app: INestApplicationContext, town: SampleTown, month: string, without: readonly string[]): Promise<void> {
  const ballots = app.get(BallotsService);
  const random = repeatable(Number(month.replace('-', '')));
  for (const member of town.members) {
    if (without.includes(member.id) || random() > turnout) continue;
    await asPerson(member, 'own', 'castBallot', async (scope: OwnScope) => {
      const { part, cast, ratees } = await ballots.mine(scope);
      if (part === 'votes' && !cast) await ballots.cast(scope, { month, grades: gradesBy(ratees, random) });
    });
  }
}

function gradesBy(ratees: readonly { memberId: string }[], random: () => number): BallotGrades {
  return Object.fromEntries(ratees.map(({ memberId }) => [memberId, grade(random() * 100)]));
}

function grade(at: number): Grade {
  return grades[shares.findIndex((share) => at < share)] ?? 'poor';
}

/** Two people come to the same counts; of few ballots two of the town. */
async function countTwice(app: INestApplicationContext, town: SampleTown, month: string, { leader, groupId, holders }: Given): Promise<void> {
  const { people } = await asPerson(leader, 'group', 'getPaperBox', (scope: GroupScope) => app.get(PaperBoxesService).view(scope, month, groupId));
  const tally: PaperTally = { ballots: holders.length, counts: Object.fromEntries(people.map(({ memberId }) => [memberId, { ...noCounts, good: holders.filter((holder) => holder !== memberId).length }])) };
  const enter = (by: Member, reach: 'group' | 'town') => asPerson(by, reach, 'enterPaperTally', (scope: GroupScope | WholeTownScope) => app.get(PaperCountsService).enter(scope, { month, id: groupId }, tally));
  const onCommittee = town.members.find(({ duty }) => duty === '委员') ?? town.admin;
  if (holders.length < leastPaper) await enter(onCommittee, 'town');
  else await enter(leader, 'group');
  await enter(town.admin, 'town');
}

/** Those whom somebody plays in the demo: while the vote lasts, they have not voted yet. */
function played(town: SampleTown): string[] {
  const [leader] = demoLeadersFirst(town);
  return town.members.filter(({ groupId }) => groupId === leader?.groupId).map(({ id }) => id);
}
