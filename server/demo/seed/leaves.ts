import type { INestApplicationContext } from '@nestjs/common';
import type { LeaveReason } from '@weidangxiao/shared/rules/leave.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AttendanceService } from '../../src/attendance/attendance.service.ts';
import { ExemptionDeskService } from '../../src/exemptions/exemption-desk.service.ts';
import { LeaveDecisionsService } from '../../src/leaves/leave-decisions.service.ts';
import { LeavesService } from '../../src/leaves/leaves.service.ts';
import { MakeUpDecisionsService } from '../../src/make-ups/make-up-decisions.service.ts';
import { MakeUpsService } from '../../src/make-ups/make-ups.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { StudySessionsService } from '../../src/study-sessions/study-sessions.service.ts';
import { asPerson } from './as-person.ts';
import { awayAs, awayOf, illFor, lentFor } from './away.ts';
import type { SampleTown } from './sample-town.ts';

const hour = 3_600_000;
/** Sessions at whose absences somebody does something. */
const recent = 24;
/** Of them the latest, whose make-ups nobody has verified yet. */
const waiting = 7;

type Session = Awaited<ReturnType<StudySessionsService['list']>>['items'][number];

/** What comes between people and sessions: who asks for leave, who makes up what they missed, who is exempt for a while. */
export async function seedLeaves(app: INestApplicationContext, town: SampleTown): Promise<void> {
  await app.get(Acts).perform(town.scope, async () => {
    await seedExemptions(app, town);
    const held = [...(await sessionsOf(app, town, 'open')), ...(await sessionsOf(app, town, 'closed'))];
    for (const [at, session] of held.entries()) await seedAbsences(app, town, session, at < waiting);
    for (const [at, session] of (await sessionsOf(app, town, 'planned')).entries()) await seedRequests(app, town, session, at);
  }, { act: 'leaves.seeded' });
}

/** One in hospital for weeks by now, one who was lent to the district and is back. */
async function seedExemptions(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const today = businessDate(town.clock.time());
  const desk = app.get(ExemptionDeskService);
  const { ill, lent } = awayOf(town);
  const enter = (member: Member | undefined, body: { from: string; to: string; reason: 'illness' | 'duty'; evidence: string }) =>
    member && asPerson(town.admin, 'town', 'createExemption', (scope: WholeTownScope) => desk.create(scope, { clientId: randomUUID(), memberId: member.id, ...body }));
  await enter(ill, { from: addDays(today, -illFor), to: addDays(today, 25), reason: 'illness', evidence: '县医院住院证明，家属交来' });
  const back = await enter(lent, { from: addDays(today, -lentFor[0]), to: addDays(today, 30), reason: 'duty', evidence: '区里借调通知' });
  if (back) await asPerson(town.admin, 'town', 'endExemption', (scope: WholeTownScope) => desk.end(scope, back.id, { on: addDays(today, -lentFor[1]), why: '借调提前结束' }));
}

/** Of those who missed it some had told the leader before, others make it up, which waits or is verified. */
async function seedAbsences(app: INestApplicationContext, town: SampleTown, { id, group, date, startsAt, endsAt }: Session, waits: boolean): Promise<void> {
  const leader = town.leaders.find(({ groupId }) => groupId === group?.id);
  if (!leader || endsAt > town.clock.time() || date < addDays(businessDate(town.clock.time()), -13)) return;
  const { items } = await asPerson(leader, 'group', 'listAttendance', (scope: GroupScope) => app.get(AttendanceService).list(scope, id, { page: 1, pageSize: 200 }));
  const missed = items.filter(({ status }) => status === null || status === 'absent' || status === 'leave').flatMap(({ member }) => town.members.find((one) => one.id === member.memberId) ?? []);
  for (const [at, member] of missed.filter((one) => one.id !== leader.id && !awayAs(town, one, startsAt)).entries()) {
    if (at % 3 === 1) await askedBefore(app, leader, member, { sessionId: id, capturedAt: startsAt - hour });
    else await madeUp(app, leader, member, { sessionId: id, on: date, verified: at % 2 === 0 && !waits, capturedAt: town.clock.time() });
  }
}

async function askedBefore(app: INestApplicationContext, leader: Member, { id: memberId }: Member, asked: { sessionId: string; capturedAt: number }): Promise<void> {
  await asPerson(leader, 'group', 'createLeave', (scope: GroupScope) => app.get(LeavesService).create(scope, { clientId: randomUUID(), memberId, reason: 'personal', text: '打过电话，家里来客', ...asked }));
}

async function madeUp(app: INestApplicationContext, leader: Member, member: Member, { verified, ...made }: { sessionId: string; on: string; verified: boolean; capturedAt: number }): Promise<void> {
  const { id } = await asPerson(member, 'own', 'createMakeUp', (scope: OwnScope) => app.get(MakeUpsService).create(scope, { clientId: randomUUID(), way: 'talked', text: `到${leader.name}家里听他讲了一遍`, ...made }));
  if (verified) await asPerson(leader, 'group', 'decideMakeUp', (scope: GroupScope) => app.get(MakeUpDecisionsService).decide(scope, id, { accept: true, reason: null }));
}

const causes: readonly { reason: LeaveReason; text: string }[] = [
  { reason: 'personal', text: '孙子开家长会' },
  { reason: 'illness', text: '膝盖疼，去县医院看' },
  { reason: 'duty', text: '镇里抽去查防火' },
];

/** For what is to come: the demo's leader finds one that waits, the others have said yes. */
async function seedRequests(app: INestApplicationContext, town: SampleTown, { id: sessionId, group }: Session, at: number): Promise<void> {
  const leader = town.leaders.find(({ groupId }) => groupId === group?.id);
  const member = town.members.filter(({ id, groupId }) => groupId === group?.id && id !== leader?.id)[at % 4];
  const cause = causes[at % causes.length];
  if (!leader || !member || !cause) return;
  const leave = await asPerson(member, 'own', 'createLeave', (scope: OwnScope) => app.get(LeavesService).create(scope, { clientId: randomUUID(), sessionId, capturedAt: town.clock.time(), ...cause }));
  if (leader === home(town)) return;
  await asPerson(leader, 'group', 'decideLeave', (scope: GroupScope) => app.get(LeaveDecisionsService).decide(scope, leave.id, { approve: true, reason: null }));
}

async function sessionsOf(app: INestApplicationContext, { admin, clock }: SampleTown, state: 'closed' | 'open' | 'planned'): Promise<Session[]> {
  const order = state === 'planned' ? ('asc' as const) : ('desc' as const);
  const page = { page: 1, pageSize: recent, state, order, ...(state === 'planned' && { from: businessDate(clock.time() + 24 * hour) }) };
  return (await asPerson(admin, 'town', 'listStudySessions', (scope: WholeTownScope) => app.get(StudySessionsService).list(scope, page))).items;
}

/** The leader whom the demo lets one be. */
function home({ leaders }: SampleTown): Member | undefined {
  return [...leaders].sort((a, b) => a.id.localeCompare(b.id))[0];
}
