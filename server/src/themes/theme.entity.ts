import type { ThemeState } from '@weidangxiao/shared/rules/theme.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** What the town studies in the week of one Monday. */
@Entity('themes')
@Index('uq_themes_monday', ['townId', 'monday'], { unique: true })
@Index('ix_themes_state', ['townId', 'state', 'monday'])
export class Theme {
  @TownKey() townId!: string;
  @Key() id!: string;
  @DateText() monday!: string;
  @Text(32) title!: string;
  @Text(60) lead!: string;
  @Text(500, { nullable: true }) articleUrl!: string | null;
  /** In the order in which they are read. */
  @Json() lessonIds!: string[];
  @Text(12) state!: ThemeState;
  /** Counts the changes of what is read; an edit names the one that it started from. */
  @Whole() revision!: number;
  /** Everybody who wrote or changed it, the last one last. */
  @Json() authorIds!: string[];
  @Instant({ nullable: true }) submittedAt!: number | null;
  @Id({ nullable: true }) submittedBy!: string | null;
  @Instant({ nullable: true }) approvedAt!: number | null;
  @Id({ nullable: true }) approvedBy!: string | null;
  @Instant({ nullable: true }) returnedAt!: number | null;
  @Id({ nullable: true }) returnedBy!: string | null;
  @Text(200, { nullable: true }) returnedReason!: string | null;
  @Instant({ nullable: true }) sentAt!: number | null;
  @Instant() changedAt!: number;
  @Instant() createdAt!: number;
}
