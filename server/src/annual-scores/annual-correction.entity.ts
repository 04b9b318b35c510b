import type { AnnualFacts } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** Figures of a line as they stood: hundredths, null where there are none. */
export interface StandingResult {
  readonly t: number | null;
  readonly performance: number | null;
  readonly grade: Grade | null;
}

/** A dated line beside a published one: what stood before, what stands now, and why. */
@Entity('annual_corrections')
@Index('uq_annual_corrections_place', ['townId', 'year', 'memberId', 'place'], { unique: true })
@Index('uq_annual_corrections_client', ['townId', 'correctedBy', 'clientId'], { unique: true })
@Index('ix_annual_corrections_year', ['townId', 'year', 'correctedAt'])
export class AnnualCorrection {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(4) year!: string;
  @Id() memberId!: string;
  /** The first of a member's year is 1; so that two at once do not build on the same line. */
  @Whole() place!: number;
  @DateText() correctedOn!: string;
  @Text(200) reason!: string;
  @Json() before!: StandingResult;
  @Json() after!: StandingResult;
  @Json() facts!: AnnualFacts;
  @Id() clientId!: string;
  @Instant() correctedAt!: number;
  @Id() correctedBy!: string;
}
