import type { ScoreEntryKind } from '@weidangxiao/shared/rules/score-entry.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Hundredths, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** Bonus, deduction, results of a year, a talk about a `poor`: never edited, taken back by a reversal with its day and reason. */
@Entity('score_entries')
@Index('uq_score_entries_held', ['townId', 'memberId', 'held'], { unique: true })
@Index('uq_score_entries_client', ['townId', 'enteredBy', 'clientId'], { unique: true })
@Index('ix_score_entries_member', ['townId', 'period', 'memberId'])
@Index('ix_score_entries_entered', ['townId', 'period', 'enteredAt'])
export class ScoreEntry {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(10) kind!: ScoreEntryKind;
  /** '2026-11'; of results the year, '2026'. */
  @Text(7) period!: string;
  @Id() memberId!: string;
  /** The member's group when it was entered: of the month's last day, or of that day. */
  @Id() groupId!: string;
  /** Null for a talk. */
  @Hundredths({ nullable: true }) points!: number | null;
  /** When it happened; of a talk when it was held. */
  @DateText() happenedOn!: string;
  @Text(200) reason!: string;
  /** What shows it; of a talk where the signed paper lies. */
  @Text(200) evidence!: string;
  @Id({ nullable: true }) fileId!: string | null;
  @Text(40, { nullable: true }) talkedBy!: string | null;
  /** Kind and period while it stands, of what there may be one of: results and talks. */
  @Text(20, { nullable: true }) held!: string | null;
  @Id() clientId!: string;
  @Id() enteredBy!: string;
  @Instant() enteredAt!: number;
  @Instant({ nullable: true }) reversedAt!: number | null;
  @Id({ nullable: true }) reversedBy!: string | null;
  @Text(200, { nullable: true }) reversalReason!: string | null;
}
