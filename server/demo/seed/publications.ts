import type { INestApplicationContext } from '@nestjs/common';
import { addDays, businessDate, datesOfMonth, monthOf, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AssessmentMonthsService } from '../../src/assessment-months/assessment-months.service.ts';
import { MonthOpeningsService } from '../../src/assessment-months/month-openings.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { MembersService } from '../../src/members/members.service.ts';
import { RolesService } from '../../src/members/roles.service.ts';
import { MonthPublishingService } from '../../src/month-results/month-publishing.service.ts';
import { MonthClosingService } from '../../src/monthly-scores/month-closing.service.ts';
import { ObjectionAnswersService } from '../../src/objections/objection-answers.service.ts';
import { ObjectionsService } from '../../src/objections/objections.service.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { PublicationsService } from '../../src/publications/publications.service.ts';
import { ScoreAdjustmentsService } from '../../src/score-adjustments/score-adjustments.service.ts';
import { ScoreEntryDeskService } from '../../src/score-entries/score-entry-desk.service.ts';
import { TownsService } from '../../src/towns/towns.service.ts';
import { asPerson } from './as-person.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

const hour = 3_600_000;
/** From the day on which the committee confirms until whatever follows is over. */
const daysToTell = 14;

interface Around {
  readonly app: INestApplicationContext;
  readonly town: SampleTown;
  readonly month: string;
  /** When the committee put it up. */
  readonly publishedAt: number;
  readonly committee: readonly Member[];
  readonly leader: Member;
  /** Of the group that the demo leads. */
  readonly people: readonly Member[];
}

/**
 * The last month that can be locked by now: cut off, everybody whose month was poor talked with, published; two objected, of whom one has been answered and
 * one still waits; and a correction since. Leaves the clock where it was.
 */
export async function seedPublication(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const now = town.clock.time();
  const around = await lastMonth(app, town, now);
  if (!around) return;
  await closeAndPublish(around);
  await seedAnswered(around);
  await seedWaiting(around);
  await seedCorrection(around);
  town.clock.move(now);
}

async function lastMonth(app: INestApplicationContext, town: SampleTown, now: number): Promise<Around | null> {
  const [leader] = demoLeadersFirst(town);
  const holders = await app.get(RolesService).holders(town.scope, 'committee');
  const committee = town.members.filter(({ id }) => holders.includes(id));
  if (!leader || committee.length < 2) return null;
  // In the order in which the demo looks for whom it logs in as a member.
  const fellows = await app.get(MembersService).activeOfGroup(town.scope, leader.groupId ?? '');
  // Nobody who answers objections is among those who raise one.
  const answering = [...holders, town.approver.id, town.admin.id, leader.id];
  const people = fellows.filter(({ id, paper }) => !answering.includes(id) && !paper);
  for (let month = monthBefore(monthOf(businessDate(now))), tries = 0; tries < 2; month = monthBefore(month), tries += 1) {
    const { calendar, publishedOn } = await app.get(AssessmentMonthsService).month(town.scope, month);
    if (addDays(calendar.confirmFrom, daysToTell) > businessDate(now)) continue;
    return { app, town, month, publishedAt: startOf(publishedOn ?? calendar.confirmFrom) + 15 * hour, committee, leader, people };
  }
  return null;
}

/** Nothing where it has been done already. */
async function closeAndPublish(around: Around): Promise<void> {
  const { app, town, month, publishedAt, committee } = around;
  if (await app.get(PublicationsService).find(town.scope, 'month', month)) return;
  town.clock.move(publishedAt - hour);
  await app.get(MonthOpeningsService).begin(town.scope, await app.get(TownsService).own(town.scope));
  await app.get(MonthClosingService).close(town.scope, month);
  const [first] = committee;
  if (!first) return;
  const publishing = app.get(MonthPublishingService);
  const { poors } = await asPerson(first, 'town', 'getPublicationDraft', (scope: WholeTownScope) => publishing.draft(scope, month));
  for (const { member } of poors.filter((poor) => poor.talk === null)) await talk(around, member.memberId);
  town.clock.move(publishedAt);
  await asPerson(first, 'town', 'publishMonth', (scope: WholeTownScope) => publishing.publish(scope, month));
}

/** By somebody of the committee who is not whom it is about. */
async function talk({ app, month, publishedAt, committee }: Around, memberId: string): Promise<void> {
  const by = committee.find(({ id }) => id !== memberId);
  const body = { kind: 'talk' as const, clientId: randomUUID(), month, memberId, on: businessDate(publishedAt), talkedBy: '支部组织委员', reason: '几次学习没来，也没有补学', evidence: '签过字的谈话记录，镇党建办存' };
  if (by) await asPerson(by, 'town', 'createScoreEntry', (scope: WholeTownScope) => app.get(ScoreEntryDeskService).create(scope, body));
}

/** About what no record says: found right by three, and booked with the third signature. */
async function seedAnswered({ app, town, month, publishedAt, committee, leader, people: [member] }: Around): Promise<void> {
  if (!member) return;
  town.clock.move(publishedAt + 29 * hour);
  const raised = { clientId: randomUUID(), kind: 'month' as const, period: month, about: 'bonus' as const, text: '柑橘冬剪我带大家剪了两天，说好加分的，表上没有。' };
  const { id } = await asPerson(member, 'own', 'createObjection', (scope: OwnScope) => app.get(ObjectionsService).create(scope, raised));
  town.clock.move(publishedAt + 43 * hour);
  const answers = app.get(ObjectionAnswersService);
  const text = '查了村里的出工登记，情况属实，补记1分。';
  // Not the first of the committee: whoever entered somebody's bonus does not answer for it.
  const [first, ...others] = [...committee.slice(1), town.approver, town.admin].filter(({ id: answerer }) => answerer !== leader.id);
  if (!first || others.length < 2) return;
  await asPerson(first, 'town', 'proposeObjectionAnswer', (scope: WholeTownScope) => answers.propose(scope, id, { verdict: 'changed', text, points: '1' }));
  for (const by of others.slice(0, 2)) await asPerson(by, 'town', 'signObjectionAnswer', (scope: WholeTownScope) => answers.sign(scope, id, text));
}

/** Said to the leader, who wrote it down and answers none of it. */
async function seedWaiting({ app, town, month, publishedAt, leader, people: [, member] }: Around): Promise<void> {
  if (!member) return;
  town.clock.move(publishedAt + 52 * hour);
  const said = { clientId: randomUUID(), kind: 'month' as const, period: month, about: 'vote' as const, memberId: member.id, way: 'spoken' as const, text: '那个月我在县医院陪护，好几次没见着大家，互评怕是不知道情况。' };
  await asPerson(leader, 'group', 'logObjection', (scope: GroupScope) => app.get(ObjectionsService).log(scope, said));
}

/** After the lock: a dated line, by the committee. */
async function seedCorrection({ app, town, month, publishedAt, committee, people: [, , member] }: Around): Promise<void> {
  const [by] = committee;
  if (!member || !by) return;
  town.clock.move(startOf(addDays(businessDate(publishedAt), daysToTell - 2)) + 10 * hour);
  const body = { clientId: randomUUID(), month, memberId: member.id, points: '0.5', reason: '防汛值守算一次实践，当时没有报上来', evidence: '镇防汛办的值守表' };
  await asPerson(by, 'town', 'createScoreAdjustment', (scope: WholeTownScope) => app.get(ScoreAdjustmentsService).create(scope, body));
}

function monthBefore(month: string): string {
  return monthOf(addDays(datesOfMonth(month).from, -1));
}
