import type { MakeUpState, MakeUpWay } from '@weidangxiao/shared/rules/make-up.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Flag, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** How somebody made up one session that they missed. What a verification makes of the record is a mark of attendance. */
@Entity('make_ups')
@Index('uq_make_ups_session', ['townId', 'memberId', 'heldSession'], { unique: true })
@Index('uq_make_ups_client', ['townId', 'enteredBy', 'clientId'], { unique: true })
@Index('ix_make_ups_member', ['townId', 'memberId', 'receivedAt'])
@Index('ix_make_ups_group', ['townId', 'groupId', 'receivedAt'])
@Index('ix_make_ups_session', ['townId', 'sessionId'])
@Index('ix_make_ups_received', ['townId', 'receivedAt'])
export class MakeUp {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  @Id() memberId!: string;
  /** The member's group on the session's day: its leader verifies. */
  @Id({ nullable: true }) groupId!: string | null;
  /** The session again while this one waits or counts; null once declined, so that another may come. */
  @Id({ nullable: true }) heldSession!: string | null;
  @Text(10) state!: MakeUpState;
  @Text(10) way!: MakeUpWay;
  @Text(200) text!: string;
  @DateText() madeUpOn!: string;
  @Id() clientId!: string;
  @Id() enteredBy!: string;
  @Flag() late!: boolean;
  @Instant() capturedAt!: number;
  @Instant() receivedAt!: number;
  @Instant({ nullable: true }) decidedAt!: number | null;
  @Id({ nullable: true }) decidedBy!: string | null;
  @Text(200, { nullable: true }) decisionReason!: string | null;
}
