import { Entity } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A month's rating in a town: its dates, how far its records are scored, and the one act that people do, publishing. */
@Entity('assessment_months')
export class AssessmentMonth {
  @TownKey() townId!: string;
  /** 'YYYY-MM' */
  @Key() month!: string;
  @DateText() completeUntil!: string;
  @DateText() voteFrom!: string;
  @DateText() voteUntil!: string;
  @DateText() confirmFrom!: string;
  @DateText() confirmUntil!: string;
  /** That of the cut-off; whatever is scored later is scored by it. */
  @Text(20, { nullable: true }) rubricVersion!: string | null;
  /** When the first facts were taken. */
  @Instant({ nullable: true }) cutOffAt!: number | null;
  /** The last member who was looked at: whoever goes on after a crash begins behind this one. */
  @Id({ nullable: true }) scoredThrough!: string | null;
  @Instant({ nullable: true }) scoredAt!: number | null;
  @DateText({ nullable: true }) publishedOn!: string | null;
  /** The last day on show. */
  @DateText({ nullable: true }) publishedUntil!: string | null;
  /** The last day on which somebody looked for records that came too late. */
  @DateText({ nullable: true }) lookedAtOn!: string | null;
}
