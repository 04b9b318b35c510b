import type { OpeningKind } from '@weidangxiao/shared/rules/opening-entry.ts';
import { Entity, Index } from 'typeorm';
import { Hundredths, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A month's published M, or a year's hours, from the time before the town joined; never edited either. */
@Entity('opening_entries')
@Index('uq_opening_entries_held', ['townId', 'memberId', 'held'], { unique: true })
@Index('uq_opening_entries_client', ['townId', 'enteredBy', 'clientId'], { unique: true })
@Index('ix_opening_entries_member', ['townId', 'year', 'memberId'])
@Index('ix_opening_entries_entered', ['townId', 'year', 'enteredAt'])
export class OpeningEntry {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(5) kind!: OpeningKind;
  @Text(4) year!: string;
  /** '2026-03'; of hours the year. */
  @Text(7) period!: string;
  @Id() memberId!: string;
  /** M, or hours; null for a month that was not rated. */
  @Hundredths({ nullable: true }) figure!: number | null;
  @Text(200) evidence!: string;
  /** The period again while it stands: one a member. */
  @Text(7, { nullable: true }) held!: string | null;
  @Id() clientId!: string;
  @Id() enteredBy!: string;
  @Instant() enteredAt!: number;
  @Instant({ nullable: true }) reversedAt!: number | null;
  @Id({ nullable: true }) reversedBy!: string | null;
  @Text(200, { nullable: true }) reversalReason!: string | null;
}
