import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { canBeMadeUp, judgeMakeUp } from '@weidangxiao/shared/rules/make-up.ts';
import { addDays, businessDate, dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { requireMove, StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { MakeUpDecisionsService } from './make-up-decisions.service.ts';
import type { MakeUp } from './make-up.entity.ts';
import { MakeUpNews } from './make-up-news.ts';
import { type MakeUpView, MakeUpViews } from './make-up-views.ts';
import { MakeUpsRepository } from './make-ups.repository.ts';

type Body = Input<'createMakeUp'>['body'];

/** A list never reaches further back than this, so that none grows with a town's history. */
const mostDays = 400;
/** More never wait in a town. */
const mostWaiting = 1_000;

/** How make-ups are reported, and read. What becomes of them is in `make-up-decisions.service.ts`. */
@Injectable()
export class MakeUpsService {
  constructor(
    private readonly makeUps: MakeUpsRepository,
    private readonly views: MakeUpViews,
    private readonly decisions: MakeUpDecisionsService,
    private readonly sessions: StudySessionsService,
    private readonly facts: AttendanceFactsService,
    private readonly members: MembersService,
    private readonly news: MakeUpNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, mine, ...filter }: Input<'listMakeUps'>['query']): Promise<Answer<'listMakeUps'>> {
    const since = startOf(addDays(businessDate(this.clock.now()), -mostDays));
    const [rows, total] = await this.makeUps.page(scope, { ...filter, since, memberId: mine ? scope.memberId : undefined }, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** For the month's board: the groups of those that wait about sessions of these days, both included; one a piece. */
  async waitingIn(scope: PersonScope, from: string, to: string): Promise<(string | null)[]> {
    const [rows] = await this.makeUps.page(scope, { since: startOf(addDays(from, -mostDays)), state: 'waiting' }, 0, mostWaiting);
    const sessions = await this.sessions.some(scope, rows.map(({ sessionId }) => sessionId));
    return rows.flatMap(({ sessionId, groupId }) => {
      const date = sessions.get(sessionId)?.date;
      return date !== undefined && date >= from && date <= to ? [groupId] : [];
    });
  }

  /** For paper: make-ups of that group's sessions of these days, both included, by the day of the session. Whether the caller leads it is settled before. */
  async ofGroup(scope: TownScope, groupId: string, from: string, to: string): Promise<MakeUpView[]> {
    const views = await this.views.all(scope, await this.makeUps.ofGroup(scope, groupId, startOf(from)));
    return views.filter(({ session }) => session.date >= from && session.date <= to).sort((a, b) => a.session.startsAt - b.session.startsAt);
  }

  /** @throws AppError NOT_FOUND, CLIENT_ID_REUSED, SESSION_STATE, MAKE_UP_EARLY, MAKE_UP_TOO_LATE, MAKE_UP_NOT_EXPECTED, MAKE_UP_NOT_NEEDED, MAKE_UP_EXISTS, INPUT_INVALID */
  async create(scope: OwnScope | GroupScope, body: Body): Promise<MakeUpView> {
    const memberId = body.memberId ?? scope.memberId;
    const known = await this.known(scope, memberId, body);
    if (known) return this.asItIs(scope, known);
    const session = await this.sessions.find(scope, body.sessionId);
    const makeUp = await this.judged(scope, session, memberId, body);
    try {
      return await this.acts.perform(scope, () => this.report(scope, session, makeUp));
    } catch (error) {
      if (this.makeUps.isReported(error)) throw new AppError('MAKE_UP_EXISTS');
      const faster = this.makeUps.isKnown(error) ? await this.known(scope, memberId, body) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  private async report(scope: PersonScope, session: StudySession, makeUp: MakeUp): Promise<MakeUpView> {
    await this.makeUps.insert(scope, makeUp);
    // A leader who enters it for somebody vouches for it.
    if (makeUp.memberId !== scope.memberId) return this.decisions.verify(scope, session, makeUp);
    await this.news.reported(scope, makeUp, session);
    return this.views.one(scope, makeUp);
  }

  private async judged(scope: PersonScope, session: StudySession, memberId: string, { clientId, way, text, on, capturedAt }: Body): Promise<MakeUp> {
    const groupId = await this.members.groupOn(scope, memberId, session.date);
    if (memberId !== scope.memberId && !(groupId && reaches(scope, groupId))) throw new AppError('NOT_FOUND');
    if (session.state === 'cancelled') requireMove(session, 'change');
    const receivedAt = this.clock.now();
    const captured = Math.min(capturedAt, receivedAt);
    const late = requireTime(session, { on, capturedAt: captured, receivedAt });
    await this.requireMissed(scope, session, memberId);
    return {
      ...{ townId: scope.townId, id: randomUUID(), sessionId: session.id, memberId, groupId, heldSession: session.id, state: 'waiting', way, text, madeUpOn: on },
      ...{ clientId, enteredBy: scope.memberId, late, capturedAt: captured, receivedAt, decidedAt: null, decidedBy: null, decisionReason: null },
    };
  }

  private async requireMissed(scope: PersonScope, session: StudySession, memberId: string): Promise<void> {
    const row = await this.facts.rowOf(scope, session.id, memberId);
    if (!row || row.guest) throw new AppError('MAKE_UP_NOT_EXPECTED', { detail: { title: session.title } });
    if (row.status && !canBeMadeUp(row.status)) throw new AppError('MAKE_UP_NOT_NEEDED', { detail: { status: attendanceStatusNames[row.status] } });
  }

  private async known(scope: PersonScope, memberId: string, { clientId, sessionId }: Body): Promise<MakeUp | null> {
    const known = await this.makeUps.byClientId(scope, scope.memberId, clientId);
    if (known && (known.sessionId !== sessionId || known.memberId !== memberId)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private asItIs(scope: PersonScope, makeUp: MakeUp): Promise<MakeUpView> {
    this.acts.changedNothing();
    return this.views.one(scope, makeUp);
  }
}

/** Whether it arrives after its 14 days; a session that nobody opened has no roll to make good. */
function requireTime(session: StudySession, made: { on: string; capturedAt: number; receivedAt: number }): boolean {
  const verdict = judgeMakeUp({ date: session.date, endsAt: session.endsAt, ...made });
  if (verdict.state === 'too_early' || session.state === 'planned') throw new AppError('MAKE_UP_EARLY', { detail: { title: session.title } });
  if (verdict.state === 'too_late') throw new AppError('MAKE_UP_TOO_LATE', { detail: { until: dateInChinese(verdict.until) } });
  if (verdict.state === 'wrong_day') throw new AppError('INPUT_INVALID', { field: 'on', detail: { reason: `补学的日子要在${dateInChinese(session.date)}到今天之间` } });
  return verdict.late;
}
