import type { INestApplicationContext } from '@nestjs/common';
import { addDays, businessDate, datesOfMonth, monthOf, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AssessmentMonthsService } from '../../src/assessment-months/assessment-months.service.ts';
import { MonthOpeningsService } from '../../src/assessment-months/month-openings.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { RolesService } from '../../src/members/roles.service.ts';
import { MonthClosingService } from '../../src/monthly-scores/month-closing.service.ts';
import { MonthPublishingService } from '../../src/month-results/month-publishing.service.ts';
import { NoticesService } from '../../src/notices/notices.service.ts';
import type { OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { ScoreEntryDeskService } from '../../src/score-entries/score-entry-desk.service.ts';
import { TownsService } from '../../src/towns/towns.service.ts';
import { asPerson } from './as-person.ts';
import type { SampleTown } from './sample-town.ts';

const hour = 3_600_000;

/** This year's months up to the one before the last: each cut off, and published by the committee when its vote was over. */
export async function seedYear(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const now = town.clock.time();
  const last = monthOf(addDays(datesOfMonth(monthOf(businessDate(now))).from, -1));
  const holders = await app.get(RolesService).holders(town.scope, 'committee');
  const committee = town.members.find(({ id }) => holders.includes(id));
  if (!committee) return;
  await app.get(MonthOpeningsService).begin(town.scope, await app.get(TownsService).own(town.scope));
  for (let month = `${last.slice(0, 4)}-01`; month < last; month = monthOf(addDays(datesOfMonth(month).to, 1))) await publish(app, town, committee, month);
  for (const member of town.members) await asPerson(member, 'own', 'readNotice', (scope: OwnScope) => readAll(app.get(NoticesService), scope));
  town.clock.move(now);
}

/** Old news is read by now. */
async function readAll(notices: NoticesService, scope: OwnScope): Promise<void> {
  const { items } = await notices.list(scope, 1, 100);
  for (const { id, title, readAt } of items) if (readAt === null && title.endsWith('的结果公示了')) await notices.read(scope, id);
}

async function publish(app: INestApplicationContext, town: SampleTown, committee: Member, month: string): Promise<void> {
  const { calendar } = await app.get(AssessmentMonthsService).month(town.scope, month);
  town.clock.move(startOf(calendar.completeUntil) + 25 * hour);
  await app.get(MonthClosingService).close(town.scope, month);
  town.clock.move(startOf(calendar.confirmFrom) + 10 * hour);
  const { poors } = await asPerson(committee, 'town', 'getPublicationDraft', (scope: WholeTownScope) => app.get(MonthPublishingService).draft(scope, month));
  // Nobody enters a talk about themselves.
  for (const { member } of poors) await asPerson(member.memberId === committee.id ? town.approver : committee, 'town', 'createScoreEntry', (scope: WholeTownScope) => app.get(ScoreEntryDeskService).create(scope, talkWith(member.memberId, month, calendar.confirmFrom)));
  await asPerson(committee, 'town', 'publishMonth', (scope: WholeTownScope) => app.get(MonthPublishingService).publish(scope, month));
}

function talkWith(memberId: string, month: string, on: string) {
  return { kind: 'talk' as const, clientId: randomUUID(), memberId, month, on, talkedBy: '支部组织委员', reason: '来得少，家里农活忙，说好下个月补上', evidence: '签过字的谈话记录，镇党建办档案柜第3盒' };
}
