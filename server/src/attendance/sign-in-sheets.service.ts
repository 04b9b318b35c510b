import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { settle } from '@weidangxiao/shared/rules/attendance.ts';
import { pageCodeOf } from '@weidangxiao/shared/rules/sign-in.ts';
import { FilesService } from '../files/files.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { SessionCloseOutService } from '../study-sessions/session-close-out.service.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { AttendanceMarksService, byMember, type NewMark } from './attendance-marks.service.ts';
import { AttendanceMarksRepository } from './attendance-marks.repository.ts';
import { AttendanceRepository } from './attendance.repository.ts';
import { AttendanceService } from './attendance.service.ts';

type Entry = Input<'enterSignInSheet'>['body'];
type EntryAnswer = Answer<'enterSignInSheet'>;

/** The printed sheet with its signatures: who did not sign is entered, everybody else was there. */
@Injectable()
export class SignInSheetsService {
  constructor(
    private readonly sheets: AttendanceMarksRepository,
    private readonly rows: AttendanceRepository,
    private readonly marks: AttendanceMarksService,
    private readonly attendance: AttendanceService,
    private readonly sessions: StudySessionsService,
    private readonly closeOut: SessionCloseOutService,
    private readonly files: FilesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The same entry again changes nothing. @throws AppError SHEET_CODE_WRONG, SESSION_CLOSED, SESSION_TOO_EARLY, NOT_FOUND, CLIENT_ID_REUSED */
  async enter(scope: GroupScope | WholeTownScope, sessionId: string, entry: Entry): Promise<EntryAnswer> {
    const session = await this.sessions.findLed(scope, sessionId);
    if (entry.pageCode !== pageCodeOf(sessionId)) throw new AppError('SHEET_CODE_WRONG', { field: 'pageCode' });
    if (await this.isKnown(scope, sessionId, entry)) return this.asItIs(scope, sessionId, entry);
    try {
      await this.acts.perform(scope, () => this.record(scope, session, entry), { target: sessionId });
    } catch (error) {
      if (!this.sheets.isKnownSheet(error) || !(await this.isKnown(scope, sessionId, entry))) throw error;
      return this.asItIs(scope, sessionId, entry);
    }
    return this.answer(scope, sessionId, entry);
  }

  private async record(scope: GroupScope | WholeTownScope, session: StudySession, { clientId, exceptions, photoFileId }: Entry): Promise<void> {
    if (photoFileId) await this.files.requireOwn(scope, photoFileId, 'session');
    await this.sheets.insertSheet(scope, { id: clientId, sessionId: session.id, photoFileId, enteredBy: scope.memberId, enteredAt: this.clock.now() });
    if (session.state === 'planned') await this.closeOut.ensureOpen(scope, session);
    else await this.sessions.take(scope, session.id, 0);
    const rows = await this.rows.ofSession(scope, session.id);
    const marks = byMember(await this.marks.marksOf(scope, session.id, [...rows.map(({ memberId }) => memberId), ...exceptions.map(({ memberId }) => memberId)]));
    const standingOf = (memberId: string) => settle(marks.get(memberId) ?? []).standing;
    const named = new Map(exceptions.map(({ memberId, status }) => [memberId, status]));
    const excepted = [...named].map(([memberId, status]) => this.marks.over(memberId, standingOf(memberId), { status, way: 'sheet' }));
    const signed = rows.filter(({ memberId, guest, status }) => !guest && status === null && !named.has(memberId));
    const present = signed.map(({ memberId }): NewMark => this.marks.over(memberId, standingOf(memberId), { status: 'present', way: 'sheet' }));
    const all = [...excepted, ...present];
    if (all.length > 0) await this.marks.add(scope, session.id, all);
  }

  private async isKnown(scope: GroupScope | WholeTownScope, sessionId: string, { clientId }: Entry): Promise<boolean> {
    const sheet = await this.sheets.sheet(scope, clientId);
    if (sheet && sheet.sessionId !== sessionId) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return sheet !== null;
  }

  private asItIs(scope: GroupScope | WholeTownScope, sessionId: string, entry: Entry): Promise<EntryAnswer> {
    this.acts.changedNothing();
    return this.answer(scope, sessionId, entry);
  }

  private async answer(scope: GroupScope | WholeTownScope, sessionId: string, { clientId }: Entry): Promise<EntryAnswer> {
    return { id: clientId, sessionId, counts: await this.attendance.countsOf(scope, sessionId) };
  }
}
