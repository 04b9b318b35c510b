import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { timesFault } from '@weidangxiao/shared/rules/study-session.ts';
import { proposedHours } from '@weidangxiao/shared/rules/study-hours.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';
import { SessionFollowersService } from './session-followers.service.ts';
import { SessionNews, whenText } from './session-news.ts';
import { SessionOverlapsService } from './session-overlaps.service.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import type { SessionDetail } from './session-views.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';
import { requireMove, StudySessionsService } from './study-sessions.service.ts';

export type Planner = GroupScope | WholeTownScope;
type NewSession = Input<'createStudySession'>['body'];
type Expects = NewSession['expects'];
export type Plan = Omit<NewSession, 'clientId' | 'despiteOverlap'> & { readonly seriesId: string | null };

const day = 86_400_000;
/** What was held before that is in the opening balance. */
const mostDaysBack = 30;

/** Sessions before they are held: planned, changed, moved, cancelled. */
@Injectable()
export class SessionPlanService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly reading: StudySessionsService,
    private readonly records: SessionRecordsRepository,
    private readonly overlaps: SessionOverlapsService,
    private readonly followers: SessionFollowersService,
    private readonly groups: GroupsService,
    private readonly news: SessionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** However often a phone sends it: one session. @throws AppError NOT_FOUND, SESSION_TIMES, SESSION_OVERLAPS, SESSION_NOBODY, CLIENT_ID_REUSED */
  async create(scope: Planner, { clientId, despiteOverlap, ...plan }: NewSession): Promise<SessionDetail> {
    const known = await this.known(scope, clientId, plan);
    if (known) return known;
    try {
      return await this.acts.perform(scope, async () => this.reading.detail(scope, await this.add(scope, { clientId, despiteOverlap, ...plan })));
    } catch (error) {
      // This phone's own repetition was faster: its session is in the way of the same one.
      const faster = this.sessions.isTaken(error) || isOverlap(error) ? await this.known(scope, clientId, plan) : null;
      if (!faster) throw error;
      return faster;
    }
  }

  /** Inside a unit of work; a client id that is known is refused by its key. @throws AppError as `create` */
  async add(scope: Planner, { clientId, despiteOverlap, ...plan }: NewSession): Promise<StudySession> {
    await this.overlaps.takeTurn(scope);
    const groupIds = await this.requirePlan(scope, plan);
    const session = this.rowOf(scope, { ...plan, seriesId: null }, groupIds, clientId);
    await this.overlaps.refuse(scope, session, groupIds, despiteOverlap);
    await this.sessions.insert(scope, [session], groupIds);
    await this.followers.each((follower) => follower.created?.(scope, session));
    return session;
  }

  async update(scope: Planner, id: string, { despiteOverlap, expects, ...changes }: Input<'updateStudySession'>['body']): Promise<SessionDetail> {
    if (changes.monday) requireMonday(changes.monday);
    return this.acts.perform(scope, async () => {
      await this.overlaps.takeTurn(scope);
      const before = await this.reading.findLed(scope, id);
      requireMove(before, 'change');
      const groupIds = expects && (await this.requireExpects(scope, expects));
      if (expects && before.state !== 'planned') requireMove(before, 'move');
      const session = { ...before, ...tidied(changes), ...(expects && expectation(expects, groupIds ?? [])) };
      if (groupIds) await this.overlaps.refuse(scope, session, groupIds, despiteOverlap);
      await this.put(scope, before, session);
      if (groupIds) await this.sessions.replaceGroups(scope, session, groupIds);
      await this.followers.each((follower) => follower.changed?.(scope, session, before));
      return this.reading.detail(scope, session);
    });
  }

  /** To another time; those expected are told once. @throws AppError SESSION_TIMES, SESSION_OVERLAPS, SESSION_STATE */
  async move(scope: Planner, id: string, { startsAt, endsAt, placeText, why, despiteOverlap }: Input<'moveStudySession'>['body']): Promise<SessionDetail> {
    this.requireTimes(startsAt, endsAt);
    const seen = await this.reading.findLed(scope, id);
    requireMove(seen, 'move');
    const placeAfter = ({ placeText: now }: StudySession): string | null => (placeText === undefined ? now : placeText || null);
    if (seen.startsAt === startsAt && seen.endsAt === endsAt && placeAfter(seen) === seen.placeText) return this.asItIs(scope, seen);
    return this.acts.perform(scope, async () => {
      await this.overlaps.takeTurn(scope);
      const before = await this.reading.findLed(scope, id);
      requireMove(before, 'move');
      const place = placeAfter(before);
      const times = { startsAt, endsAt, date: businessDate(startsAt), hours: proposedHours(startsAt, endsAt) };
      const session = { ...before, ...times, placeText: place, revision: before.revision + 1 };
      const groups = await this.sessions.groupsOf(scope, [id]);
      await this.overlaps.refuse(scope, session, groups.map(({ groupId }) => groupId), despiteOverlap);
      await this.put(scope, before, session);
      await this.sessions.moveGroups(scope, id, startsAt);
      const lines = [{ field: 'startsAt', label: '时间', before: whenText(before), after: whenText(session) }];
      const placed = place === before.placeText ? [] : [{ field: 'placeText', label: '地点', before: before.placeText, after: place }];
      await this.records.insertChange(scope, { id: randomUUID(), sessionId: id, kind: 'moved', at: this.clock.now(), changedBy: scope.memberId, why, lines: [...lines, ...placed] });
      await this.followers.each((follower) => follower.moved?.(scope, session, before));
      await this.news.moved(scope, session, before, why);
      return this.reading.detail(scope, session);
    });
  }

  /** Its number is nobody's: what is cancelled leaves no gap. */
  async cancel(scope: Planner, id: string, reason: string): Promise<SessionDetail> {
    const before = await this.reading.findLed(scope, id);
    if (before.state === 'cancelled') return this.asItIs(scope, before);
    return this.acts.perform(scope, async () => {
      const session = await this.withdraw(scope, before, reason);
      await this.news.cancelled(scope, session, reason);
      return this.reading.detail(scope, session);
    });
  }

  /** Inside a unit of work; tells nobody. */
  async withdraw(scope: Planner, before: StudySession, reason: string): Promise<StudySession> {
    const state = requireMove(before, 'cancel');
    const session = { ...before, state, cancelledAt: this.clock.now(), cancelledBy: scope.memberId, cancelReason: reason };
    await this.put(scope, before, session);
    await this.followers.each((follower) => follower.cancelled?.(scope, session));
    return session;
  }

  /** The groups of a plan that this person may make. @throws AppError NOT_FOUND, NOT_ALLOWED, SESSION_TIMES, INPUT_INVALID */
  async requirePlan(scope: Planner, { startsAt, endsAt, monday, expects }: Pick<NewSession, 'startsAt' | 'endsAt' | 'monday' | 'expects'>): Promise<string[]> {
    if (monday) requireMonday(monday);
    this.requireTimes(startsAt, endsAt);
    return this.requireExpects(scope, expects);
  }

  rowOf(scope: Planner, { expects, startsAt, endsAt, seriesId, ...plan }: Plan, groupIds: readonly string[], clientId: string): StudySession {
    return {
      ...{ townId: scope.townId, id: randomUUID(), clientId, seriesId, startsAt, endsAt, kind: plan.kind, format: plan.format, title: plan.title, monday: plan.monday, state: 'planned' },
      ...{ agenda: plan.agenda || null, venueId: plan.venueId, placeText: plan.placeText || null, teacherId: plan.teacherId, teacherText: plan.teacherText || null },
      ...expectation(expects, groupIds),
      ...{ date: businessDate(startsAt), hours: proposedHours(startsAt, endsAt), revision: 0, marked: 0, expectedCount: null, attendedCount: null, number: null },
      ...{ createdBy: scope.memberId, createdAt: this.clock.now(), openedAt: null, openedBy: null, cancelledAt: null, cancelledBy: null, cancelReason: null },
      ...{ closedAt: null, closedBy: null, closeClientId: null, recordText: null, recordFileId: null, recordSeconds: null, covered: null, gap: null, photos: [], spoke: [] },
    };
  }

  private async known(scope: Planner, clientId: string, plan: Omit<NewSession, 'clientId' | 'despiteOverlap'>): Promise<SessionDetail | null> {
    const same = await this.sessions.byClientId(scope, scope.memberId, clientId);
    if (!same) return null;
    if (same.title !== plan.title || same.kind !== plan.kind) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return this.asItIs(scope, same);
  }

  private asItIs(scope: Planner, session: StudySession): Promise<SessionDetail> {
    this.acts.changedNothing();
    return this.reading.detail(scope, session);
  }

  private async put(scope: Planner, before: StudySession, { townId: _, id: __, ...session }: StudySession): Promise<void> {
    if (!(await this.sessions.change(scope, before, session))) throw new AppError('BUSY');
  }

  private async requireExpects(scope: Planner, expects: Expects): Promise<string[]> {
    if (expects.kind !== 'groups') {
      if (scope.reach === 'group') throw new AppError('NOT_ALLOWED');
      return [];
    }
    const groupIds = [...new Set(expects.groupIds)];
    for (const groupId of groupIds) {
      if (!reaches(scope, groupId)) throw new AppError('NOT_FOUND');
      await this.groups.find(scope, groupId);
    }
    // Of several groups it is the town's, even where one person leads them all.
    if (scope.reach === 'group' && groupIds.length > 1) throw new AppError('NOT_ALLOWED');
    return groupIds;
  }

  private requireTimes(startsAt: number, endsAt: number): void {
    const fault = timesFault(startsAt, endsAt);
    if (fault) throw new AppError('SESSION_TIMES', { field: 'endsAt', detail: { reason: reasons[fault] } });
    if (startsAt < this.clock.now() - mostDaysBack * day) throw new AppError('SESSION_IN_PAST', { field: 'startsAt' });
  }
}

export const isOverlap = (error: unknown): boolean => error instanceof AppError && error.code === 'SESSION_OVERLAPS';

const reasons = { end_before_start: '结束要在开始以后', too_long: '一场最长12小时', two_days: '一场要在同一天，跨天的请分成两场' };

function expectation(expects: Expects, groupIds: readonly string[]): Pick<StudySession, 'expectKind' | 'expectTag' | 'groupId'> {
  const groupId = groupIds.length === 1 ? (groupIds[0] ?? null) : null;
  return { expectKind: expects.kind, expectTag: expects.kind === 'tag' ? expects.tag : null, groupId };
}

type Changes = Omit<Input<'updateStudySession'>['body'], 'expects' | 'despiteOverlap'>;

/** What was not sent stays; what was emptied is nothing. */
function tidied(changes: Changes): Partial<StudySession> {
  return Object.fromEntries(Object.entries(changes).flatMap(([name, value]) => (value === undefined ? [] : [[name, value === '' ? null : value]])));
}
