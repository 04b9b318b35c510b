import type { MarkWay } from '@weidangxiao/shared/rules/attendance.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A sign-in that waits, or waited, for the leader: from a phone that was offline, or after the end. */
@Entity('sign_ins')
@Index('uq_sign_ins_once', ['townId', 'sessionId', 'memberId'], { unique: true })
@Index('ix_sign_ins_waiting', ['townId', 'state', 'receivedAt'])
export class SignIn {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  /** The session's group; null for the town's. */
  @Id({ nullable: true }) groupId!: string | null;
  @Id() memberId!: string;
  @Text(12) way!: MarkWay;
  @Text(12) proposed!: 'present' | 'late';
  @Text(10) state!: 'waiting' | 'accepted' | 'declined';
  @Instant() capturedAt!: number;
  @Instant() receivedAt!: number;
  @Id() madeBy!: string;
  @Instant({ nullable: true }) decidedAt!: number | null;
  @Id({ nullable: true }) decidedBy!: string | null;
  @Text(200, { nullable: true }) reason!: string | null;
}
