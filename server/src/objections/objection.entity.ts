import type { ObjectionAbout, ObjectionState, ObjectionWay } from '@weidangxiao/shared/rules/objection.ts';
import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, LongText, Text, TownKey } from '../platform/database/columns.ts';

/** Somebody's line of a published sheet is not right, they say. */
@Entity('objections')
@Index('uq_objections_client', ['townId', 'clientId'], { unique: true })
@Index('ix_objections_member', ['townId', 'memberId', 'receivedAt'])
@Index('ix_objections_state', ['townId', 'state', 'receivedAt'])
export class Objection {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Text(5) kind!: PublicationKind;
  @Text(7) period!: string;
  @Id() memberId!: string;
  /** Under which the line stands. */
  @Id({ nullable: true }) groupId!: string | null;
  @Text(12) about!: ObjectionAbout;
  @LongText() text!: string;
  @Text(6) way!: ObjectionWay;
  /** Who wrote down what was said or handed in; null in the app. */
  @Id({ nullable: true }) loggedBy!: string | null;
  @DateText() receivedOn!: string;
  @Instant() receivedAt!: number;
  @Text(10) state!: ObjectionState;
  /** The last day for the second step; null before an answer, and where there is none any more. */
  @DateText({ nullable: true }) contestUntil!: string | null;
  @LongText({ nullable: true }) contestText!: string | null;
}
