import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import type { ScoreLine } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { ExemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import type { AdjustmentKind } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Flag, Hundredths, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** Figures of one member's month, in hundredths. */
export interface Figures {
  readonly rated: boolean;
  readonly s: number | null;
  readonly p: number | null;
  readonly m: number | null;
  readonly grade: Grade | null;
}

/** A dated change of a published month: what the month was before it and is since. Never edited; another one takes it back. */
@Entity('score_adjustments')
@Index('uq_score_adjustments_place', ['townId', 'month', 'memberId', 'place'], { unique: true })
@Index('uq_score_adjustments_client', ['townId', 'clientId'], { unique: true })
@Index('uq_score_adjustments_reverses', ['townId', 'reverses'], { unique: true })
@Index('ix_score_adjustments_member', ['townId', 'memberId', 'month'])
@Index('ix_score_adjustments_booked', ['townId', 'bookedAt', 'id'])
export class ScoreAdjustment {
  @TownKey() townId!: string;
  @Key() id!: string;
  /** Of whoever sent it; null for what the system books. */
  @Id({ nullable: true }) clientId!: string | null;
  @Id() month!: string;
  @Id() memberId!: string;
  /** 1 for the first one of this member's month: the last one stands. */
  @Whole() place!: number;
  @Text(12) kind!: AdjustmentKind;
  @DateText() bookedOn!: string;
  @Instant() bookedAt!: number;
  @Id({ nullable: true }) bookedBy!: string | null;
  @Text(500) reason!: string;
  @Text(500) evidence!: string;
  @Id({ nullable: true }) objectionId!: string | null;
  @Id({ nullable: true }) reverses!: string | null;
  /** Points of S with their sign; null where records changed. */
  @Hundredths({ nullable: true }) points!: number | null;
  @Json() wasFigures!: Figures;
  @Flag() rated!: boolean;
  @Hundredths({ nullable: true }) s!: number | null;
  @Hundredths({ nullable: true }) p!: number | null;
  @Hundredths({ nullable: true }) m!: number | null;
  @Text(10, { nullable: true }) grade!: Grade | null;
  @Text(5) exempt!: ExemptShare;
  /** As `monthly_scores`: without votes, bonus and deduction. */
  @Json() facts!: MonthFacts;
  @Json() scoreLines!: ScoreLine[];
}
