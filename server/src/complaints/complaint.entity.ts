import type { ComplaintAbout, ComplaintState } from '@weidangxiao/shared/rules/complaint.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Flag, Id, Key, LongText, Text, TownKey } from '../platform/database/columns.ts';

/**
 * A complaint or suggestion. Nothing in it says when within its day it came, whoever wrote it: the time of one leads to its
 * neighbours. Of an anonymous one neither the writer nor what the writer's phone called it is kept (docs/decisions/011).
 */
@Entity({ name: 'complaints', withoutRowid: true })
@Index('uq_complaints_client', ['townId', 'memberId', 'clientId'], { unique: true })
@Index('uq_complaints_receipt', ['townId', 'receiptIndex'], { unique: true })
@Index('ix_complaints_town', ['townId', 'addressee', 'state', 'receivedOn'])
@Index('ix_complaints_member', ['townId', 'memberId', 'receivedOn'])
@Index('ix_complaints_traced', ['townId', 'traced', 'receivedOn'])
@Index('ix_complaints_id', ['id'])
@Index('ix_complaints_waiting', ['state', 'toDistrictOn'])
@Index('ix_complaints_district', ['answeredFrom', 'answeredOn'])
export class Complaint {
  @TownKey() townId!: string;
  @Key() id!: string;
  /** Null for an anonymous one, as is what the phone called it. */
  @Id({ nullable: true }) memberId!: string | null;
  @Id({ nullable: true }) clientId!: string | null;
  /** Keyed hash of the receipt number, for an anonymous one. */
  @Text(43, { nullable: true }) receiptIndex!: string | null;
  @Text(10) about!: ComplaintAbout;
  /** `district`: about the town itself, which never sees it. */
  @Text(8) addressee!: 'town' | 'district';
  @LongText() text!: string;
  @Id({ nullable: true }) photoId!: string | null;
  @DateText() receivedOn!: string;
  @DateText() toDistrictOn!: string;
  /** Whether the audit knows of it. One whose writer the town may not know is traced on a later morning, together with the others of its day. */
  @Flag() traced!: boolean;
  @Text(8) state!: ComplaintState;
  @LongText({ nullable: true }) answerText!: string | null;
  @DateText({ nullable: true }) answeredOn!: string | null;
  @Text(8, { nullable: true }) answeredFrom!: 'town' | 'district' | null;
  /** The admin; null for the district's. */
  @Id({ nullable: true }) answeredBy!: string | null;
}
