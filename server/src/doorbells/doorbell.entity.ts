import type { DoorbellState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** The WeChat message to one member; at least once, where what it announces is written exactly once. */
@Entity('doorbells')
@Index('uq_doorbells_member', ['townId', 'roundId', 'memberId'], { unique: true })
@Index('ix_doorbells_queue', ['townId', 'roundId', 'state', 'nextAt'])
@Index('ix_doorbells_lease', ['leaseToken'])
@Index('ix_doorbells_msgid', ['msgid'])
export class Doorbell {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() roundId!: string;
  @Id() memberId!: string;
  @Text(10) state!: DoorbellState;
  /** Why it is not sent (yet): a key of shared `rules/doorbell-reasons.ts`, or WeChat's errcode. Null before the first try. */
  @Text(20, { nullable: true }) reason!: string | null;
  @Whole() attempts!: number;
  /** A subscription credit has been taken for it. */
  @Flag() credited!: boolean;
  /** Not before this instant of business time. */
  @Instant() nextAt!: number;
  /** Whose turn rings it. */
  @Id({ nullable: true }) leaseToken!: string | null;
  @Text(24, { nullable: true }) msgid!: string | null;
  @Instant({ nullable: true }) settledAt!: number | null;
}
