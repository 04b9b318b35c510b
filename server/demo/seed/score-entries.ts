import type { INestApplicationContext } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { addDays, type BusinessDate, businessDate, datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { Member } from '../../src/members/member.entity.ts';
import { RolesService } from '../../src/members/roles.service.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { OpeningDeskService } from '../../src/score-entries/opening-desk.service.ts';
import { OpeningMonthsService } from '../../src/score-entries/opening-months.service.ts';
import { ScoreEntryDeskService } from '../../src/score-entries/score-entry-desk.service.ts';
import { ScoreProposalsService } from '../../src/score-entries/score-proposals.service.ts';
import { asPerson } from './as-person.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

type Entry = Input<'createScoreEntry'>['body'];

const bonuses = [
  ['2', '带头修通柑橘园的机耕道，出工三天', '村务公开栏照片，出工登记'],
  ['1.5', '替五户老人代收晚稻', '组长走访记录'],
  ['1', '夜校上给大家讲了一次合同里的五条', '夜校签到表背面的记录'],
] as const;
const deductions = [['0.5', '集中学习时离开会场没有说明', '会议记录第2页']] as const;

interface Around {
  readonly app: INestApplicationContext;
  readonly town: SampleTown;
  readonly committee: Member;
  readonly leader: Member;
  /** Of the group that the demo leads, without its leader. */
  readonly people: readonly Member[];
}

/** Points with reasons, one taken back, proposals with and without an answer, results of the year, and what was brought along from paper. */
export async function seedScoreEntries(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const [leader] = demoLeadersFirst(town);
  const holders = await app.get(RolesService).holders(town.scope, 'committee');
  const committee = town.members.find(({ id }) => holders.includes(id));
  if (!leader || !committee) return;
  const people = town.members.filter(({ id, groupId }) => groupId === leader.groupId && id !== leader.id && !holders.includes(id));
  const around = { app, town, committee, leader, people };
  const today = businessDate(town.clock.time());
  await seedPoints(around, monthOf(today), today);
  await seedPoints(around, monthOf(addDays(datesOfMonth(monthOf(today)).from, -1)), addDays(datesOfMonth(monthOf(today)).from, -3));
  await seedProposals(around, today);
  await seedResults(around, today);
  await seedOpenings(around, String(Number(today.slice(0, 4)) - 1));
}

/** Everybody of the group gets something, so that whomever the demo logs in sees how it stands on the receipt. */
async function seedPoints(around: Around, month: string, on: BusinessDate): Promise<void> {
  if (!(await isOpen(around, month))) return;
  for (const [at, member] of around.people.entries()) {
    const [points, reason, evidence] = bonuses[at % bonuses.length] ?? bonuses[0];
    await enter(around, { kind: 'bonus', month, points, ...told(member, on, reason, evidence) });
  }
  const [late, wrong] = around.people;
  const [[points, reason, evidence]] = deductions;
  if (late) await enter(around, { kind: 'deduction', month, points, ...told(late, on, reason, evidence) });
  const mistaken = wrong && (await enter(around, { kind: 'bonus', month, points: '1', ...told(wrong, on, '参加县里的柑橘技术比武', '邀请函') }));
  if (mistaken) await asPerson(around.committee, 'town', 'reverseScoreEntry', (scope: WholeTownScope) => around.app.get(ScoreEntryDeskService).reverse(scope, mistaken.id, { reason: '比武改到下个月，这个月没有办' }));
}

/** One accepted, one declined with its reason, two that wait. */
async function seedProposals(around: Around, on: BusinessDate): Promise<void> {
  const { app, committee, leader, people } = around;
  const service = app.get(ScoreProposalsService);
  const made = [
    ['bonus', '1', '义务给山上两户送学习单，来回走了三个多小时', '两户人家都说起过'],
    ['bonus', '3', '自家办了一场养蜂的田间课', '照片在组长手机里'],
    ['bonus', '1.5', '带大家清了村口的排水沟', '村务群里的照片'],
    ['deduction', '0.5', '两次答应来上课，没来也没说', '组长记的点名'],
  ] as const;
  for (const [at, [kind, points, reason, evidence]] of made.entries()) {
    const member = people[at];
    if (!member) continue;
    const body = { kind, month: monthOf(on), points, ...told(member, on, reason, evidence) };
    const { id } = await asPerson(leader, 'group', 'createScoreProposal', (scope: GroupScope) => service.create(scope, body));
    const decide = (accept: boolean, why: string | null) => asPerson(committee, 'town', 'decideScoreProposal', (scope: WholeTownScope) => service.decide(scope, id, { accept, reason: why }));
    if (at === 0) await decide(true, null);
    if (at === 1) await decide(false, '这场课已经按实践活动记了分，不重复加');
  }
}

async function seedResults(around: Around, on: BusinessDate): Promise<void> {
  const kinds = [['6', '县级优秀学员', '表彰文件'], ['4.5', '带动三户种上再生稻', '镇农业办的证明']] as const;
  for (const [at, [points, reason, evidence]] of kinds.entries()) {
    const member = around.people[at];
    if (member) await enter(around, { kind: 'results', year: on.slice(0, 4), points, ...told(member, on, reason, evidence) });
  }
}

/** The year before, the first summer was rated on paper. */
async function seedOpenings({ app, town, people }: Around, year: string): Promise<void> {
  const own = await app.get(OpeningMonthsService).ownOf(town.scope, year);
  const months = [`${year}-07`, `${year}-08`].filter((month) => !own.has(month));
  const desk = app.get(OpeningDeskService);
  const bring = (body: Input<'createOpeningEntry'>['body']) => asPerson(town.admin, 'town', 'createOpeningEntry', (scope: WholeTownScope) => desk.create(scope, body));
  for (const [at, { id: memberId }] of people.slice(0, 6).entries()) {
    for (const month of months) await bring({ kind: 'month', clientId: randomUUID(), memberId, month, m: at === 4 ? null : `${82 + at * 2}.50`, evidence: `${Number(month.slice(5))}月公示表，镇党建办存` });
    if (months.length > 0) await bring({ kind: 'hours', clientId: randomUUID(), memberId, year, hours: `${3 + at}.5`, evidence: '纸质学时登记本' });
  }
}

async function isOpen({ app, committee }: Around, month: string): Promise<boolean> {
  const query = { show: 'points' as const, period: month, page: 1, pageSize: 1 };
  return (await asPerson(committee, 'town', 'listScoreEntries', (scope: WholeTownScope) => app.get(ScoreEntryDeskService).list(scope, query))).open;
}

function enter({ app, committee }: Around, body: Entry) {
  return asPerson(committee, 'town', 'createScoreEntry', (scope: WholeTownScope) => app.get(ScoreEntryDeskService).create(scope, body));
}

function told({ id: memberId }: Member, on: BusinessDate, reason: string, evidence: string) {
  return { clientId: randomUUID(), memberId, on, reason, evidence };
}
