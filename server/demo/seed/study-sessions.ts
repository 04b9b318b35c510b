import type { INestApplicationContext } from '@nestjs/common';
import { attended, rollStatuses, type RollStatus } from '@weidangxiao/shared/rules/attendance.ts';
import { hoursText, proposedHours } from '@weidangxiao/shared/rules/study-hours.ts';
import { addDays, businessDate, mondayOf, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AttendanceMarksService } from '../../src/attendance/attendance-marks.service.ts';
import type { Member } from '../../src/members/member.entity.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { WholeTownScope } from '../../src/platform/access/scope.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { SessionCloseOutService } from '../../src/study-sessions/session-close-out.service.ts';
import { SessionCountsService } from '../../src/study-sessions/session-counts.service.ts';
import { type Planner, SessionPlanService } from '../../src/study-sessions/session-plan.service.ts';
import { SessionSeriesService } from '../../src/study-sessions/session-series.service.ts';
import { asPerson } from './as-person.ts';
import { type AwayAs, awayAs } from './away.ts';
import { pick, repeatable } from './random.ts';
import type { SampleTown } from './sample-town.ts';
import { giveFeedback } from './session-feedback.ts';
import { invite } from './session-invitations.ts';
import { plan, planAt, type PlannedSession, reachOf, sessionsOfWeek, type Surroundings } from './session-plans.ts';

const minute = 60_000;
/** Out of a hundred: there, late, left early, on leave, absent; the rest was forgotten at the roll. */
const shares = [82, 88, 90, 96, 99] as const;

export interface Held extends PlannedSession {
  readonly id: string;
  readonly host: Member;
  readonly people: readonly Member[];
  /** Ids of those whom the roll says were there. */
  readonly there: readonly string[];
}

/** What was held before this software, from the books of the town and its groups. */
export async function seedOpenings(app: INestApplicationContext, { admin, leaders }: SampleTown): Promise<void> {
  const counts = app.get(SessionCountsService);
  const set = (groupId: string | null, count: number, evidence: string) => asPerson(admin, 'town', 'setSessionOpening', (scope: WholeTownScope) => counts.setOpening(scope, { groupId, count, evidence }));
  await set(null, 42, '镇台账，成立到上线前');
  for (const [at, { groupId }] of leaders.entries()) if (groupId) await set(groupId, at < 8 ? 3 : 2, '小组学习记录本');
}

interface LivedWeek {
  readonly monday: string;
  readonly week: number;
  readonly until: number;
  /** Long ago nobody remembers who was asked, and whether it was useful. */
  readonly recent: boolean;
}

/** The sessions of one week that are over by `until`: planned on its Wednesday, then opened, called and closed out on their own days. */
export async function seedSessions(app: INestApplicationContext, town: SampleTown, around: Surroundings, { monday, week, until, recent }: LivedWeek): Promise<void> {
  const over = sessionsOfWeek(monday, week, around).filter(({ body }) => body.endsAt + 30 * minute < until);
  town.clock.move(startOf(addDays(monday, 2)) + 20 * 60 * minute);
  const planned = await act(app, town, () => each(over, (one) => create(app, town, one)));
  if (recent) await act(app, town, () => each(planned, (session) => invite(app, session, { accept: true, note: null })));
  for (const startsAt of [...new Set(over.map(({ body }) => body.startsAt))].sort()) {
    const together = planned.filter(({ body }) => body.startsAt === startsAt);
    town.clock.move(startsAt + 5 * minute);
    const held = await act(app, town, () => each(together, (session) => hold(app, town, session, week)));
    town.clock.move(Math.max(...together.map(({ body }) => body.endsAt)) + 6 * minute);
    await act(app, town, () => each(held, (session, at) => closeOut(app, session, asksFor(session, town, { first: at === 0 && week % 3 === 0, recent }))));
    if (recent) await act(app, town, () => each(held, (session) => giveFeedback(app, session)));
  }
}

/** One that waits for its close-out, one that goes on right now, and what is planned for the next weeks. */
export async function seedSessionsAhead(app: INestApplicationContext, town: SampleTown, around: Surroundings, { now, week }: { now: number; week: number }): Promise<void> {
  const home = demoGroup(town);
  const yesterday = startOf(addDays(businessDate(now), -1)) + 19.5 * 60 * minute;
  town.clock.move(yesterday);
  // On a Thursday the group's own room held its night school at that hour.
  const outside = { ...around, rooms: [] };
  await act(app, town, async () => hold(app, town, await create(app, town, planAt('group', week, [home], { startsAt: yesterday, endsAt: yesterday + 60 * minute, monday: mondayOf(now) }, outside)), week, true));
  town.clock.move(now);
  await act(app, town, async () => {
    const startsAt = Math.max(startOf(businessDate(now)), Math.floor(now / (5 * minute)) * 5 * minute - 15 * minute);
    const endsAt = Math.min(startsAt + 90 * minute, startOf(addDays(businessDate(now), 1)));
    const { id, host } = await create(app, town, planAt('night', 0, [home], { startsAt, endsAt, monday: mondayOf(now) }, around));
    await asPerson(host, 'group', 'openStudySession', (scope: Planner) => app.get(SessionCloseOutService).open(scope, id));
    for (const ahead of [0, 1, 2]) {
      const monday = addDays(mondayOf(now), 7 * ahead);
      const coming = sessionsOfWeek(monday, week + ahead, around).filter(({ body, groups }) => body.startsAt > now && (body.kind === 'centralized' || groups[0] !== home));
      for (const [at, planned] of coming.entries()) await invite(app, await create(app, town, planned), at % 3 === 0 ? null : { accept: at % 3 === 1, note: at % 3 === 1 ? '早点散，路远' : '那天县里有课' });
    }
    await series(app, town, around, now);
  });
}

/** The group of whoever the demo lets one be as a leader. */
function demoGroup({ leaders }: SampleTown): number {
  const [first] = leaders.map(({ id }, at) => ({ id, at })).sort((a, b) => a.id.localeCompare(b.id));
  return first?.at ?? 0;
}

async function series(app: INestApplicationContext, town: SampleTown, around: Surroundings, now: number): Promise<void> {
  const home = demoGroup(town);
  const host = town.leaders[home];
  if (!host?.groupId) return;
  const from = addDays(businessDate(now), 1);
  const { body } = plan('night', mondayOf(now), 2, [home], around);
  const { startsAt: _, endsAt: __, ...rest } = body;
  const expects = { kind: 'groups' as const, groupIds: [host.groupId] };
  const wanted = { ...rest, clientId: randomUUID(), title: '周四夜校', agenda: null, teacherId: null, teacherText: null, weekday: 4, time: '19:30', minutes: 90, from, until: addDays(from, 41), expects };
  await asPerson(host, 'group', 'createSessionSeries', (scope: Planner) => app.get(SessionSeriesService).create(scope, wanted));
}

async function create(app: INestApplicationContext, town: SampleTown, planned: PlannedSession): Promise<Held> {
  const groupIds = planned.groups.flatMap((group) => town.leaders[group]?.groupId ?? []);
  const host = planned.body.kind === 'centralized' ? town.admin : (town.leaders[planned.groups[0] ?? 0] ?? town.admin);
  const body = { ...planned.body, expects: { kind: 'groups' as const, groupIds } };
  const { id } = await asPerson(host, reachOf(planned), 'createStudySession', (scope: Planner) => app.get(SessionPlanService).add(scope, body));
  return { ...planned, id, host, people: town.members.filter(({ groupId }) => groupId !== null && groupIds.includes(groupId)), there: [] };
}

/** Opened by its roll, which is called right away; with `all` nobody is forgotten, and one is not there. */
async function hold(app: INestApplicationContext, town: SampleTown, held: Held, week: number, all = false): Promise<Held> {
  const random = repeatable(week * 100 + (held.groups[0] ?? 0));
  const marks = held.people.flatMap((member) => {
    const { id: memberId } = member;
    const status = all && memberId === held.people.at(-1)?.id ? 'absent' : statusFor(random() * 100, all, awayAs(town, member, held.body.startsAt));
    return status ? [{ id: randomUUID(), memberId, status, way: 'roll' as const, capturedAt: app.get(Clock).now(), over: [] }] : [];
  });
  await asPerson(held.host, reachOf(held), 'markAttendance', async (scope: Planner) => {
    await app.get(SessionCloseOutService).ensureOpen(scope, held);
    await app.get(AttendanceMarksService).add(scope, held.id, marks);
  });
  return { ...held, there: marks.filter(({ status }) => attended(status)).map(({ memberId }) => memberId) };
}

function statusFor(percent: number, all: boolean, away: AwayAs | null): RollStatus | null {
  if (away) return away === 'quiet' ? 'absent' : null;
  const at = shares.findIndex((share) => percent < share);
  return rollStatuses[at] ?? (all ? 'absent' : null);
}

/** Now and then somewhere, and lately wherever the demo lets one be a leader. */
function asksFor({ body, groups }: Held, town: SampleTown, { first, recent }: { first: boolean; recent: boolean }): boolean {
  if (body.kind === 'centralized') return false;
  return (body.kind === 'group' && first) || (recent && groups[0] === demoGroup(town));
}

/** With who spoke at a discussion; sometimes with a gap found and somebody asked to do something about it. */
async function closeOut(app: INestApplicationContext, session: Held, asks: boolean): Promise<void> {
  const { id, host, people, there, topic, body } = session;
  const random = repeatable(people.length + body.startsAt / minute);
  const spoke = body.kind === 'group' ? there.filter(() => random() < 0.4) : [];
  const action = asks ? { text: topic.next ?? '没来的几户，上门讲一遍', memberId: pick(people, random).id, due: addDays(businessDate(body.startsAt), 14) } : null;
  const closing = { clientId: randomUUID(), line: { kind: 'text' as const, text: topic.line }, covered: topic.covered, hours: hoursText(proposedHours(body.startsAt, body.endsAt)), spoke, gap: asks ? (topic.gap ?? null) : null, action, photos: [] };
  await asPerson(host, reachOf(session), 'closeStudySession', (scope: Planner) => app.get(SessionCloseOutService).record(scope, { id, date: businessDate(body.startsAt), startsAt: body.startsAt }, closing));
}

function act<T>(app: INestApplicationContext, { scope }: SampleTown, work: () => Promise<T>): Promise<T> {
  return app.get(Acts).perform(scope, work, { act: 'study-sessions.seeded' });
}

async function each<T, R>(items: readonly T[], work: (item: T, at: number) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const [at, item] of items.entries()) results.push(await work(item, at));
  return results;
}
