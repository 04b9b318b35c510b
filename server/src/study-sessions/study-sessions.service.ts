import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { moveSession, type SessionEvent, type SessionState, sessionStateNames } from '@weidangxiao/shared/rules/study-session.ts';
import { addDays, type BusinessDate, businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { Member } from '../members/member.entity.ts';
import { reaches } from '../members/members.service.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { whenText } from './session-news.ts';
import { type ActionView, type SessionDetail, type SessionView, SessionViews } from './session-views.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';

/** A list never reaches further than this, so that none grows with a town's history. */
const mostDays = 400;

/** Reading sessions, and what other nouns ask of them. */
@Injectable()
export class StudySessionsService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly expectation: SessionExpectationService,
    private readonly views: SessionViews,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, mine, ...query }: Input<'listStudySessions'>['query']): Promise<Answer<'listStudySessions'>> {
    const expects = mine ? await this.expectation.as(scope) : undefined;
    const [rows, total] = await this.sessions.page(scope, { ...query, ...this.rangeOf(query), expects }, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  async get(scope: PersonScope, id: string): Promise<SessionDetail> {
    return this.views.detail(scope, await this.find(scope, id));
  }

  detail(scope: PersonScope, session: StudySession): Promise<SessionDetail> {
    return this.views.detail(scope, session);
  }

  /** Any session of the town. @throws AppError NOT_FOUND */
  async find(scope: TownScope, id: string): Promise<StudySession> {
    const session = await this.sessions.one(scope, id);
    if (!session) throw new AppError('NOT_FOUND');
    return session;
  }

  /** One that the caller may act on: a leader's own groups', every one for an admin. @throws AppError NOT_FOUND */
  async findLed(scope: TownScope, id: string): Promise<StudySession> {
    const session = await this.find(scope, id);
    if (!leads(scope, session.groupId)) throw new AppError('NOT_FOUND');
    return session;
  }

  /** For paper: what everybody may read of it, and what its close-out asked somebody to do. */
  async forPaper(scope: TownScope, session: StudySession): Promise<{ view: SessionView; actions: ActionView[] }> {
    const [view] = await this.views.all(scope, [session]);
    if (!view) throw new Error('a session was lost on its way out');
    return { view, actions: await this.views.actionsOf(scope, session.id) };
  }

  /** For a town's paper: closed ones of these days, both included, oldest first, so many behind so many. */
  async closedBetween(scope: TownScope, from: BusinessDate, to: BusinessDate, skip: number, take: number): Promise<StudySession[]> {
    const [rows] = await this.sessions.page(scope, { from: startOf(from), to: startOf(addDays(to, 1)), state: 'closed', order: 'asc' }, skip, take);
    return rows;
  }

  async some(scope: TownScope, ids: readonly string[]): Promise<Map<string, StudySession>> {
    return new Map((await this.sessions.some(scope, ids)).map((session) => [session.id, session]));
  }

  /**
   * Inside a unit of work: from here to its end nobody else marks at this session. Answers the session as it is now and
   * the first of the `places` in the order of receipt that are the caller's.
   */
  async take(scope: TownScope, id: string, places: number): Promise<{ session: StudySession; firstPlace: number }> {
    await this.sessions.take(scope, id, places);
    const session = await this.find(scope, id);
    return { session, firstPlace: session.marked - places };
  }

  /** Inside a unit of work: of those expected so many more were there. */
  countAttended(scope: TownScope, id: string, more: number): Promise<void> {
    return this.sessions.countAttended(scope, id, more);
  }

  /** For coverage: by group and day what was planned and held, both days included. */
  datesByGroup(scope: TownScope, groupIds: readonly string[], from: BusinessDate, to: BusinessDate): Promise<{ groupId: string; date: string; state: SessionState; kind: StudySession['kind'] }[]> {
    return this.sessions.datesByGroup(scope, groupIds, startOf(from), startOf(addDays(to, 1)));
  }

  /** Planned or open sessions at which this person is expected, both days included; at most 200. */
  async comingFor(scope: TownScope, who: Pick<Member, 'id' | 'groupId' | 'tags'>, from: BusinessDate, to: BusinessDate): Promise<StudySession[]> {
    const expects = await this.expectation.asMember(scope, who);
    const [rows] = await this.sessions.page(scope, { from: startOf(from), to: startOf(addDays(to, 1)), expects, order: 'asc' }, 0, 200);
    return rows.filter(({ state }) => state === 'planned' || state === 'open');
  }

  private rangeOf({ from, to, order }: { from?: string | undefined; to?: string | undefined; order: 'asc' | 'desc' }): { from: number; to: number } {
    const today = businessDate(this.clock.now());
    const last = to ?? (order === 'desc' && !from ? today : addDays(from ?? today, mostDays));
    const first = from ?? addDays(last, -mostDays);
    const begins = from === undefined && to === undefined && order === 'asc' ? today : first;
    if (last < begins) throw new AppError('INPUT_INVALID', { field: 'to', detail: { reason: '结束的日期不能在开始以前' } });
    return { from: startOf(begins > addDays(last, -mostDays) ? begins : addDays(last, -mostDays)), to: startOf(addDays(last, 1)) };
  }
}

function leads(scope: TownScope, groupId: string | null): boolean {
  return groupId === null ? scope.reach === 'town' || scope.reach === 'system' : reaches(scope, groupId);
}

/** The state after this event. @throws AppError SESSION_CLOSED, SESSION_STATE */
export function requireMove(session: StudySession, event: SessionEvent): SessionState {
  const next = moveSession(session.state, event);
  if (next) return next;
  if (session.state === 'closed' && session.closedAt !== null) throw new AppError('SESSION_CLOSED', { detail: { at: whenText({ date: businessDate(session.closedAt), startsAt: session.closedAt }) } });
  throw new AppError('SESSION_STATE', { detail: { state: sessionStateNames[session.state] } });
}
