import { Entity } from 'typeorm';
import { DateText, Hundredths, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** A year's rating in a town, from the first time that the committee had it summed up. */
@Entity('assessment_years')
export class AssessmentYear {
  @TownKey() townId!: string;
  /** 'YYYY' */
  @Key() year!: string;
  /** Counted up each time that it is summed up anew. */
  @Whole() run!: number;
  @Text(20) rubricVersion!: string;
  /** W: what study weighs in the town's own sheet. */
  @Hundredths() weight!: number;
  @Instant() startedAt!: number;
  @Id() startedBy!: string;
  /** The last member who was looked at: whoever goes on after a crash begins behind this one. */
  @Id({ nullable: true }) scoredThrough!: string | null;
  /** When everybody was through, and the cap applied. */
  @Instant({ nullable: true }) scoredAt!: number | null;
  @DateText({ nullable: true }) publishedOn!: string | null;
  /** The last day on show. */
  @DateText({ nullable: true }) publishedUntil!: string | null;
  @Id({ nullable: true }) publishedBy!: string | null;
}
