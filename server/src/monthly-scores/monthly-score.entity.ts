import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import type { ScoreLine } from '@weidangxiao/shared/rules/assessment/monthly.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { ExemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import { Entity, Index } from 'typeorm';
import { Flag, Hundredths, Id, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** One member's month: the facts of the cut-off, and the figures that the one function made of them. */
@Entity('monthly_scores')
@Index('ix_monthly_scores_group', ['townId', 'month', 'groupId', 'memberId'])
@Index('ix_monthly_scores_member', ['townId', 'memberId', 'month'])
export class MonthlyScoreRow {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() memberId!: string;
  /** Of the month's last day; null for somebody without one. */
  @Id({ nullable: true }) groupId!: string | null;
  @Text(5) exempt!: ExemptShare;
  @Flag() rated!: boolean;
  /** Null for a month that is not rated; P without a valid vote, too. */
  @Hundredths({ nullable: true }) s!: number | null;
  @Hundredths({ nullable: true }) p!: number | null;
  @Hundredths({ nullable: true }) m!: number | null;
  @Text(10, { nullable: true }) grade!: Grade | null;
  /** Without votes, bonus and deduction, which may change until the month is published. */
  @Json() facts!: MonthFacts;
  @Json() scoreLines!: ScoreLine[];
  @Text(20) rubricVersion!: string;
}
