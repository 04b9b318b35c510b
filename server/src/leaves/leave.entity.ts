import type { LeaveState } from '@weidangxiao/shared/rules/leave.ts';
import { Entity, Index } from 'typeorm';
import { Cipher, Flag, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** Somebody asked to be let off one session. What an approval makes of the record is a mark of attendance. */
@Entity('leaves')
@Index('uq_leaves_session', ['townId', 'memberId', 'heldSession'], { unique: true })
@Index('uq_leaves_client', ['townId', 'enteredBy', 'clientId'], { unique: true })
@Index('ix_leaves_member', ['townId', 'memberId', 'receivedAt'])
@Index('ix_leaves_group', ['townId', 'groupId', 'receivedAt'])
@Index('ix_leaves_session', ['townId', 'sessionId'])
@Index('ix_leaves_received', ['townId', 'receivedAt'])
export class Leave {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  @Id() memberId!: string;
  /** The member's group on the session's day: its leader decides. */
  @Id({ nullable: true }) groupId!: string | null;
  /** The session again while this leave waits or holds; null once refused or withdrawn, so that another may be asked. */
  @Id({ nullable: true }) heldSession!: string | null;
  @Text(10) state!: LeaveState;
  @Flag() exempts!: boolean;
  /** Reason and words, sealed together whatever they are: that somebody is ill must not show by what is sealed. */
  @Cipher() causeCipher!: string;
  @Id() clientId!: string;
  @Id() enteredBy!: string;
  @Flag() late!: boolean;
  @Instant() capturedAt!: number;
  @Instant() receivedAt!: number;
  @Instant({ nullable: true }) decidedAt!: number | null;
  @Id({ nullable: true }) decidedBy!: string | null;
  @Text(200, { nullable: true }) decisionReason!: string | null;
}
