import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { capturedWithin, judgeCheckIn, saysSomething } from '@weidangxiao/shared/rules/check-in.ts';
import { businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, OwnScope, PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ThemesService } from '../themes/themes.service.ts';
import type { CheckIn } from './check-in.entity.ts';
import { CheckInNews } from './check-in-news.ts';
import { type CheckInView, CheckInViews, wellFormed } from './check-in-views.ts';
import { CheckInsRepository } from './check-ins.repository.ts';
import { OpenMondays } from './open-mondays.ts';
import { requireLed } from './require-led.ts';
import { requireMonday } from '../platform/errors/require-monday.ts';

type Takeaway = Input<'createCheckIn'>['body']['takeaway'] | { kind: 'paper'; text: string };

interface Arrival {
  readonly clientId: string;
  readonly memberId: string;
  readonly monday: string;
  readonly takeaway: Takeaway;
  readonly capturedAt: number;
}

/** How check-ins come in: from the member's phone, and from paper through the leader. The two are worth the same. */
@Injectable()
export class CheckInIntakeService {
  private readonly openMondays = new OpenMondays((scope, monday) => this.themes.sentAtOf(scope, monday));

  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly views: CheckInViews,
    private readonly themes: ThemesService,
    private readonly members: MembersService,
    private readonly files: FilesService,
    private readonly news: CheckInNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError WEEK_NOT_OPEN, CHECK_IN_EXISTS, CLIENT_ID_REUSED, TAKEAWAY_EMPTY */
  async fromPhone(scope: OwnScope, body: Input<'createCheckIn'>['body']): Promise<CheckInView> {
    requireMonday(body.monday);
    const { takeaway } = body;
    if (takeaway.kind === 'text' && !saysSomething(takeaway.text)) throw new AppError('TAKEAWAY_EMPTY', { field: 'takeaway.text' });
    return this.once(scope, { ...body, memberId: scope.memberId });
  }

  /** @throws AppError NOT_FOUND, MEMBER_CLOSED, WEEK_NOT_OPEN, CHECK_IN_EXISTS, CLIENT_ID_REUSED */
  async fromPaper(scope: GroupScope, memberId: string, { clientId, monday, text, seenOn }: Input<'createPaperNote'>['body']): Promise<CheckInView> {
    requireMonday(monday);
    const member = await requireLed(this.members, scope, memberId);
    if (member.state !== 'active') throw new AppError('MEMBER_CLOSED');
    this.requireSeenOn(seenOn, monday);
    return this.once(scope, { clientId, memberId, monday, takeaway: { kind: 'paper', text }, capturedAt: startOf(seenOn) });
  }

  /** However often it is sent, and from however many phones: one record, and the sender is answered with it. */
  private async once(scope: PersonScope, arrival: Arrival): Promise<CheckInView> {
    try {
      const checkIn = await this.rowOf(scope, arrival);
      return await this.record(scope, checkIn, arrival.takeaway);
    } catch (error) {
      if (!(error instanceof AppError) && !this.checkIns.isTaken(error)) throw error;
      // It came before, or another phone was faster. What was written is seen only outside the lost transaction.
      const known = await this.known(scope, arrival);
      if (!known) throw error;
      return known;
    }
  }

  private async known(scope: PersonScope, arrival: Arrival): Promise<CheckInView | null> {
    const same = await this.checkIns.byClientId(scope, scope.memberId, arrival.clientId);
    if (same) return this.answered(scope, same, arrival);
    const [held] = await this.checkIns.holding(scope, [arrival.memberId], [arrival.monday]);
    if (!held) return null;
    // Written between the two questions by this phone's own repetition.
    if (held.enteredBy === scope.memberId && held.clientId === arrival.clientId) return this.answered(scope, held, arrival);
    throw new AppError('CHECK_IN_EXISTS');
  }

  private answered(scope: PersonScope, row: CheckIn, arrival: Arrival): Promise<CheckInView> {
    if (!this.isSame(row, arrival)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.views.one(scope, row);
  }

  private isSame(row: CheckIn, { memberId, monday, takeaway }: Arrival): boolean {
    if (row.memberId !== memberId || row.monday !== monday || row.kind !== takeaway.kind) return false;
    if (takeaway.kind === 'voice') return row.voiceFileId === takeaway.fileId && row.voiceSeconds === takeaway.seconds;
    return (this.views.textOf(row) ?? '') === wellFormed(takeaway.text);
  }

  /** Most are one row; a recording must be the sender's own, and a late one is told to the leader. */
  private async record(scope: PersonScope, checkIn: CheckIn, takeaway: Takeaway): Promise<CheckInView> {
    if (takeaway.kind === 'voice' || checkIn.state === 'late') await this.acts.perform(scope, () => this.recordMore(scope, checkIn), { target: checkIn.id });
    else await this.acts.insert(scope, this.checkIns.rowOf(checkIn), checkIn.id);
    return this.views.fresh(scope, checkIn, takeaway.kind === 'voice' ? '' : takeaway.text);
  }

  private async recordMore(scope: PersonScope, checkIn: CheckIn): Promise<void> {
    if (checkIn.voiceFileId) await this.files.requireOwn(scope, checkIn.voiceFileId, 'takeaway');
    await this.checkIns.insert(checkIn);
    if (checkIn.state === 'late') await this.news.late(scope, checkIn);
  }

  private async rowOf(scope: PersonScope, { clientId, memberId, monday, takeaway, capturedAt }: Arrival): Promise<CheckIn> {
    const receivedAt = this.clock.now();
    const themeSentAt = await this.openMondays.sentAtOf(scope, monday);
    const verdict = judgeCheckIn({ monday, themeSentAt, receivedAt });
    if (verdict === 'not_open' || themeSentAt === null) throw new AppError('WEEK_NOT_OPEN', { field: 'monday' });
    const isPaper = takeaway.kind === 'paper';
    return {
      townId: scope.townId,
      id: randomUUID(),
      memberId,
      monday,
      heldMonday: monday,
      // The leader who enters a paper note is the one who would judge it late: it counts at once.
      state: isPaper ? 'counts' : verdict,
      kind: takeaway.kind,
      takeawayCipher: takeaway.kind === 'voice' ? null : this.views.seal(scope, takeaway.text),
      voiceFileId: takeaway.kind === 'voice' ? takeaway.fileId : null,
      voiceSeconds: takeaway.kind === 'voice' ? takeaway.seconds : null,
      clientId,
      enteredBy: scope.memberId,
      capturedAt: isPaper ? capturedAt : capturedWithin(capturedAt, themeSentAt, receivedAt),
      receivedAt,
      decidedAt: null,
      decidedBy: null,
      decisionReason: null,
    };
  }

  private requireSeenOn(seenOn: string, monday: string): void {
    const today = businessDate(this.clock.now());
    if (seenOn > today) throw new AppError('INPUT_INVALID', { field: 'seenOn', detail: { reason: '看到笔记的日期不能在今天以后' } });
    if (seenOn < monday) throw new AppError('INPUT_INVALID', { field: 'seenOn', detail: { reason: '看到笔记的日期不能在这个周一以前' } });
  }
}
