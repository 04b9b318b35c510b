import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { signedHundredths } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { AdjustingService, type Booking } from './adjusting.service.ts';
import { type AdjustmentView, AdjustmentViews } from './adjustment-views.ts';
import type { ScoreAdjustment } from './score-adjustment.entity.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';

type New = Input<'createScoreAdjustment'>['body'];
type Reversal = Input<'reverseScoreAdjustment'>['body'];

/** The committee's corrections of locked months: dated lines, never edits. */
@Injectable()
export class ScoreAdjustmentsService {
  constructor(
    private readonly adjustments: ScoreAdjustmentsRepository,
    private readonly adjusting: AdjustingService,
    private readonly scores: MonthlyScoresService,
    private readonly members: MembersService,
    private readonly views: AdjustmentViews,
    private readonly acts: Acts,
  ) {}

  async list(scope: WholeTownScope, { page, pageSize, ...filter }: Input<'listScoreAdjustments'>['query']): Promise<Answer<'listScoreAdjustments'>> {
    const [rows, total] = await this.adjustments.page(scope, filter, (page - 1) * pageSize, pageSize);
    return { items: await this.views.all(scope, rows), page, pageSize, total };
  }

  /** However often it is sent: one line. @throws AppError NOT_FOUND, OWN_DECISION, ADJUSTMENT_ZERO, ADJUSTMENT_NOT_LOCKED, NOT_ON_SHEET, CLIENT_ID_REUSED */
  async create(scope: WholeTownScope, { clientId, month, memberId, points, reason, evidence }: New): Promise<AdjustmentView> {
    const hundredths = signedHundredths(points);
    if (hundredths === 0) throw new AppError('ADJUSTMENT_ZERO', { field: 'points' });
    await this.members.find(scope, memberId);
    await this.requireLocked(scope, month);
    const booking: Booking = { kind: 'correction', reason, evidence, bookedBy: scope.memberId, clientId, points: hundredths };
    return this.once(scope, { month, memberId, booking });
  }

  /** @throws AppError NOT_FOUND, OWN_DECISION, ADJUSTMENT_OF_RECORDS, ADJUSTMENT_REVERSED, CLIENT_ID_REUSED */
  async reverse(scope: WholeTownScope, id: string, { clientId, reason, evidence }: Reversal): Promise<AdjustmentView> {
    const taken = await this.adjustments.one(scope, id);
    if (!taken) throw new AppError('NOT_FOUND');
    const { month, memberId, points } = taken;
    if (points === null || taken.reverses !== null) throw new AppError('ADJUSTMENT_OF_RECORDS');
    const booking: Booking = { kind: 'reversal', reason, evidence, bookedBy: scope.memberId, clientId, points: -points, reverses: id };
    return this.once(scope, { month, memberId, booking });
  }

  private async once(scope: WholeTownScope, { month, memberId, booking }: { month: string; memberId: string; booking: Booking }): Promise<AdjustmentView> {
    if (memberId === scope.memberId) throw new AppError('OWN_DECISION');
    const known = await this.known(scope, memberId, booking);
    if (known) return known;
    try {
      return this.view(scope, await this.acts.perform(scope, () => this.book(scope, month, memberId, booking)));
    } catch (error) {
      const faster = await this.known(scope, memberId, booking);
      if (faster) return faster;
      if (this.adjustments.isReversed(error)) throw new AppError('ADJUSTMENT_REVERSED', { cause: error });
      throw error;
    }
  }

  private async book(scope: WholeTownScope, month: string, memberId: string, booking: Booking): Promise<ScoreAdjustment> {
    const adjustment = await this.adjusting.book(scope, month, memberId, booking);
    if (!adjustment) throw new AppError('NOT_ON_SHEET', { field: 'memberId', detail: { month: monthWithYear(month) } });
    return adjustment;
  }

  private async requireLocked(scope: WholeTownScope, month: string): Promise<void> {
    const { stage } = await this.scores.month(scope, month);
    if (stage !== 'locked') throw new AppError('ADJUSTMENT_NOT_LOCKED', { field: 'month', detail: { month: monthWithYear(month) } });
  }

  private async known(scope: WholeTownScope, memberId: string, { clientId, points, reason, reverses = null }: Booking): Promise<AdjustmentView | null> {
    const same = clientId ? await this.adjustments.byClientId(scope, clientId) : null;
    if (!same) return null;
    if (same.memberId !== memberId || same.points !== points || same.reason !== reason || same.reverses !== reverses) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.view(scope, same);
  }

  private async view(scope: WholeTownScope, row: ScoreAdjustment): Promise<AdjustmentView> {
    const [view] = await this.views.all(scope, [row]);
    if (!view) throw new Error('an adjustment was lost on its way out');
    return view;
  }
}
