import type { AnnualFacts, UngradedReason } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Entity, Index } from 'typeorm';
import { Flag, Hundredths, Id, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** One member's year as it was summed up: never edited once it is published. */
@Entity('annual_scores')
@Index('ix_annual_scores_group', ['townId', 'year', 'groupId', 'memberId'])
export class AnnualScoreRow {
  @TownKey() townId!: string;
  @Key() year!: string;
  @Key() memberId!: string;
  /** Of 31 December; null for somebody without one. */
  @Id({ nullable: true }) groupId!: string | null;
  /** Null for somebody who is not graded. */
  @Hundredths({ nullable: true }) t!: number | null;
  @Hundredths({ nullable: true }) performance!: number | null;
  /** By the score alone. */
  @Text(10, { nullable: true }) scoreGrade!: Grade | null;
  /** By the cap, and the committee's word on ties. */
  @Text(10, { nullable: true }) grade!: Grade | null;
  @Flag() needsDecision!: boolean;
  @Text(12, { nullable: true }) reason!: UngradedReason | null;
  @Json() facts!: AnnualFacts;
}
