import { Entity, Index } from 'typeorm';
import { Cipher, DateText, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** Days on which nothing is owed. What it makes of records is marks of attendance, each with its own date. */
@Entity('exemptions')
@Index('uq_exemptions_client', ['townId', 'createdBy', 'clientId'], { unique: true })
@Index('ix_exemptions_member', ['townId', 'memberId', 'fromDate'])
@Index('ix_exemptions_from', ['townId', 'fromDate'])
export class Exemption {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  /** The member's group when it was entered: its leader sees it. */
  @Id({ nullable: true }) groupId!: string | null;
  @DateText() fromDate!: string;
  /** Both days included; before `fromDate` where it was ended as a mistake. */
  @DateText() toDate!: string;
  @DateText() plannedTo!: string;
  /** Reason and evidence, sealed together whatever they are: that somebody is ill must not show by what is sealed. */
  @Cipher() causeCipher!: string;
  @Id() clientId!: string;
  @Instant() createdAt!: number;
  @Id() createdBy!: string;
  @Instant({ nullable: true }) endedAt!: number | null;
  @Id({ nullable: true }) endedBy!: string | null;
  @Text(200, { nullable: true }) endWhy!: string | null;
  /** Records that stand as exempt by it. */
  @Whole() settled!: number;
}
