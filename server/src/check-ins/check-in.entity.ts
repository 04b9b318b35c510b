import { Entity, Index } from 'typeorm';
import { Cipher, DateText, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

export type CheckInState = 'counts' | 'late' | 'refused';
export type CheckInKind = 'text' | 'voice' | 'paper';

/** One member's takeaway for one Monday, by phone or, entered by the leader, from paper. */
@Entity('check_ins')
@Index('uq_check_ins_monday', ['townId', 'memberId', 'heldMonday'], { unique: true })
@Index('uq_check_ins_client', ['townId', 'enteredBy', 'clientId'], { unique: true })
@Index('ix_check_ins_member', ['townId', 'memberId', 'monday'])
@Index('ix_check_ins_monday', ['townId', 'monday', 'state'])
export class CheckIn {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @DateText() monday!: string;
  /** The Monday again while the place is taken; null once refused, so that another one may come. */
  @DateText({ nullable: true }) heldMonday!: string | null;
  @Text(10) state!: CheckInState;
  @Text(10) kind!: CheckInKind;
  /** What the person wrote, sealed; null for a voice and for a paper slip of which only the fact was noted. */
  @Cipher({ nullable: true }) takeawayCipher!: string | null;
  @Id({ nullable: true }) voiceFileId!: string | null;
  @Whole({ nullable: true }) voiceSeconds!: number | null;
  @Id() clientId!: string;
  /** The member, or the leader who entered a paper note. */
  @Id() enteredBy!: string;
  /** By the phone, never before the theme was sent or after receipt; for a paper note the day it was seen. */
  @Instant() capturedAt!: number;
  @Instant() receivedAt!: number;
  @Instant({ nullable: true }) decidedAt!: number | null;
  @Id({ nullable: true }) decidedBy!: string | null;
  @Text(200, { nullable: true }) decisionReason!: string | null;
}
