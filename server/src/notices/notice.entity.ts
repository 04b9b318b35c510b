import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A line in somebody's notices, such as "this Monday's theme is not approved". */
@Entity('notices')
@Index('uq_notices_once', ['townId', 'memberId', 'dedupeKey'], { unique: true })
@Index('ix_notices_member', ['townId', 'memberId', 'at'])
export class Notice {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(40) kind!: string;
  @Text(60) title!: string;
  @Text(300) text!: string;
  @Text(200, { nullable: true }) link!: string | null;
  /** What is told once per key, however often the job runs. */
  @Text(80) dedupeKey!: string;
  @Instant() at!: number;
  @Instant({ nullable: true }) readAt!: number | null;
}
