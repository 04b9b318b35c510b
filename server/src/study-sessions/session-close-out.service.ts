import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { mayOpen } from '@weidangxiao/shared/rules/study-session.ts';
import { toHundredths } from '@weidangxiao/shared/rules/study-hours.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionCountsRepository } from './session-counts.repository.ts';
import { SessionExpectationService } from './session-expectation.service.ts';
import { type CloseOut, SessionFollowersService } from './session-followers.service.ts';
import { SessionNews, whenText } from './session-news.ts';
import type { Planner } from './session-plan.service.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import type { SessionDetail } from './session-views.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';
import { requireMove, StudySessionsService } from './study-sessions.service.ts';

/** From the open door to the record: opening draws up the roll, the close-out gives the numbers. */
@Injectable()
export class SessionCloseOutService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly reading: StudySessionsService,
    private readonly records: SessionRecordsRepository,
    private readonly counts: SessionCountsRepository,
    private readonly expectation: SessionExpectationService,
    private readonly followers: SessionFollowersService,
    private readonly members: MembersService,
    private readonly files: FilesService,
    private readonly news: SessionNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Open already: as it is. @throws AppError SESSION_TOO_EARLY, SESSION_STATE, SESSION_CLOSED */
  async open(scope: Planner, id: string): Promise<SessionDetail> {
    const found = await this.reading.findLed(scope, id);
    if (found.state === 'open') return this.asItIs(scope, found);
    return this.acts.perform(scope, async () => this.reading.detail(scope, await this.ensureOpen(scope, found)));
  }

  /** Inside a unit of work; whoever writes at a session that is planned opens it, once, from its day on. */
  async ensureOpen(scope: PersonScope, { id }: Pick<StudySession, 'id'>, openedBy: string = scope.memberId): Promise<StudySession> {
    const { session: before } = await this.reading.take(scope, id, 0);
    if (before.state === 'open') return before;
    const state = requireMove(before, 'open');
    if (!mayOpen(before.date, this.clock.now())) throw new AppError('SESSION_TOO_EARLY', { detail: { date: dateInChinese(before.date) } });
    const expected = await this.expectation.people(scope, before);
    const opened = { state, openedAt: this.clock.now(), openedBy, expectedCount: expected.length, attendedCount: 0 };
    await this.put(scope, before, opened);
    await this.followers.each((follower) => follower.opened?.(scope, { ...before, ...opened }, expected));
    return this.reading.find(scope, id);
  }

  /**
   * The first of two leaders wins; the same phone again is answered with its own record.
   * @throws AppError SESSION_CLOSED, SESSION_NOT_STARTED, SPOKE_NOT_THERE, NOT_FOUND for a file or a person
   */
  async close(scope: Planner, id: string, closeOut: CloseOut): Promise<SessionDetail> {
    const found = await this.reading.findLed(scope, id);
    if (found.state === 'closed' && found.closeClientId === closeOut.clientId) return this.asItIs(scope, found);
    return this.acts.perform(scope, async () => this.reading.detail(scope, await this.record(scope, found, closeOut)));
  }

  /** Inside a unit of work. @throws AppError as `close` */
  async record(scope: Planner, { id, startsAt, date }: Pick<StudySession, 'id' | 'startsAt' | 'date'>, closeOut: CloseOut): Promise<StudySession> {
    const { session: now } = await this.reading.take(scope, id, 0);
    if (now.state === 'closed' && now.closeClientId === closeOut.clientId) return now;
    if (now.state !== 'closed' && this.clock.now() < startsAt) throw new AppError('SESSION_NOT_STARTED', { detail: { at: whenText({ date, startsAt }) } });
    const before = now.state === 'planned' ? await this.ensureOpen(scope, now) : now;
    const state = requireMove(before, 'close');
    await this.requireParts(scope, closeOut);
    const session = { ...before, ...this.recordOf(scope, closeOut), state, number: await this.numbered(scope, before) };
    const { townId: _, id: __, marked: ___, attendedCount: ____, ...changes } = session;
    await this.put(scope, before, changes);
    await this.files.publish(scope, [...closeOut.photos, ...(session.recordFileId ? [session.recordFileId] : [])]);
    await this.followers.each((follower) => follower.closed?.(scope, session, closeOut));
    await this.ask(scope, session, closeOut.action);
    return this.reading.find(scope, id);
  }

  private recordOf(scope: Planner, { clientId, line, covered, hours, spoke, gap, photos }: CloseOut) {
    const isText = line.kind === 'text';
    return {
      ...{ closedAt: this.clock.now(), closedBy: scope.memberId, closeClientId: clientId, hours: toHundredths(hours) },
      ...{ recordText: isText ? line.text : null, recordFileId: isText ? null : line.fileId, recordSeconds: isText ? null : line.seconds },
      ...{ covered: covered || null, gap: gap || null, photos: [...new Set(photos)], spoke: [...new Set(spoke)] },
    };
  }

  /** 第N期, for the town and for each group, in the transaction of the close-out. */
  private async numbered(scope: TownScope, { id }: StudySession): Promise<number> {
    const number = await this.counts.next(scope, 'town');
    const groups = await this.sessions.groupsOf(scope, [id]);
    // Always in the same order, so that two close-outs never wait for each other.
    for (const { groupId } of groups.sort((a, b) => a.groupId.localeCompare(b.groupId))) {
      await this.sessions.numberGroup(scope, id, groupId, await this.counts.next(scope, groupId));
    }
    return number;
  }

  private async requireParts(scope: Planner, { line, photos, action }: CloseOut): Promise<void> {
    if (line.kind === 'voice') await this.files.requireOwn(scope, line.fileId, 'session');
    for (const photo of new Set(photos)) await this.files.requireOwn(scope, photo, 'session');
    if (action && !(await this.members.people(scope, [action.memberId])).has(action.memberId)) throw new AppError('NOT_FOUND');
  }

  private async ask(scope: Planner, session: StudySession, action: CloseOut['action']): Promise<void> {
    if (!action) return;
    const row = { townId: scope.townId, id: randomUUID(), sessionId: session.id, groupId: session.groupId, ...action, createdAt: this.clock.now(), doneAt: null, doneBy: null, doneNote: null };
    await this.records.insertAction(scope, row);
    await this.news.action(scope, row, session);
  }

  private async put(scope: TownScope, before: StudySession, changes: Partial<StudySession>): Promise<void> {
    if (!(await this.sessions.change(scope, before, changes))) throw new AppError('BUSY');
  }

  private asItIs(scope: Planner, session: StudySession): Promise<SessionDetail> {
    this.acts.changedNothing();
    return this.reading.detail(scope, session);
  }
}
