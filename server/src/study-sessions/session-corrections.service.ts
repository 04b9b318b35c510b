import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { hoursText, toHundredths } from '@weidangxiao/shared/rules/study-hours.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { ChangeLine, SessionChange } from './session-change.entity.ts';
import { type Correction, SessionFollowersService } from './session-followers.service.ts';
import type { Planner } from './session-plan.service.ts';
import { SessionRecordsRepository } from './session-records.repository.ts';
import type { SessionDetail } from './session-views.ts';
import type { StudySession } from './study-session.entity.ts';
import { StudySessionsRepository } from './study-sessions.repository.ts';
import { requireMove, StudySessionsService } from './study-sessions.service.ts';

/** What of the record can be corrected: the field of the request, the column, and how people call it. */
const fields = [
  ['title', 'title', '名称'],
  ['text', 'recordText', '一句话记录'],
  ['covered', 'covered', '讲了什么'],
  ['gap', 'gap', '找到的差距'],
  ['placeText', 'placeText', '地点'],
  ['teacherText', 'teacherText', '主讲'],
] as const;

/** After the close-out nothing is edited: a dated row says what it was, what it is, why, and who. */
@Injectable()
export class SessionCorrectionsService {
  constructor(
    private readonly sessions: StudySessionsRepository,
    private readonly reading: StudySessionsService,
    private readonly records: SessionRecordsRepository,
    private readonly followers: SessionFollowersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The same one again changes nothing. @throws AppError SESSION_STATE, NOT_FOUND, CLIENT_ID_REUSED, INPUT_INVALID */
  async correct(scope: Planner, id: string, correction: Correction): Promise<SessionDetail> {
    const found = await this.reading.findLed(scope, id);
    const known = await this.records.change(scope, correction.clientId);
    if (known && known.sessionId !== id) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    if (known) return this.asItIs(scope, found);
    try {
      return await this.acts.perform(scope, () => this.write(scope, id, correction));
    } catch (error) {
      if (!this.records.isKnownChange(error)) throw error;
      return this.asItIs(scope, await this.reading.findLed(scope, id));
    }
  }

  /** Inside a unit of work: another noun's change to a closed session. */
  async note(scope: PersonScope, { id }: Pick<StudySession, 'id'>, change: Pick<SessionChange, 'id' | 'kind' | 'why' | 'lines'>): Promise<void> {
    await this.records.insertChange(scope, { ...change, sessionId: id, at: this.clock.now(), changedBy: scope.memberId });
  }

  private async write(scope: Planner, id: string, correction: Correction): Promise<SessionDetail> {
    const { session: before } = await this.reading.take(scope, id, 0);
    if (await this.records.change(scope, correction.clientId)) return this.reading.detail(scope, before);
    requireMove(before, 'correct');
    const { changes, lines } = corrected(before, correction);
    if (Object.keys(changes).length > 0) await this.sessions.change(scope, before, changes);
    const followed = await this.followers.corrected(scope, { ...before, ...changes }, correction);
    const all = [...lines, ...followed];
    if (all.length === 0) throw new AppError('INPUT_INVALID', { field: 'why', detail: { reason: '和原来的一样，没有要更正的' } });
    await this.note(scope, before, { id: correction.clientId, kind: 'correction', why: correction.why, lines: all });
    return this.reading.detail(scope, await this.reading.find(scope, id));
  }

  private asItIs(scope: Planner, session: StudySession): Promise<SessionDetail> {
    this.acts.changedNothing();
    return this.reading.detail(scope, session);
  }
}

function corrected(before: StudySession, correction: Correction): { changes: Partial<StudySession>; lines: ChangeLine[] } {
  const changes: Partial<StudySession> = {};
  const lines: ChangeLine[] = [];
  for (const [field, column, label] of fields) {
    const after = correction[field];
    if (after === undefined || (after || null) === before[column]) continue;
    Object.assign(changes, { [column]: after || null });
    lines.push({ field, label, before: before[column], after: after || null });
  }
  const hours = correction.hours === undefined ? before.hours : toHundredths(correction.hours);
  if (hours !== before.hours) {
    Object.assign(changes, { hours });
    lines.push({ field: 'hours', label: '学时', before: hoursText(before.hours), after: hoursText(hours) });
  }
  const spoke = [...new Set([...before.spoke, ...(correction.spoke ?? [])])];
  if (spoke.length > before.spoke.length) {
    Object.assign(changes, { spoke });
    lines.push({ field: 'spoke', label: '发了言', before: `${before.spoke.length}人`, after: `${spoke.length}人` });
  }
  return { changes, lines };
}
