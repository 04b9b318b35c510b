import { Entity, Index } from 'typeorm';
import { DateText, Id, Key, TownKey } from '../platform/database/columns.ts';

/** A member's time in a group, both days included; `toDate` null while it lasts. */
@Entity('memberships')
@Index('ix_memberships_member', ['townId', 'memberId', 'fromDate'])
@Index('ix_memberships_group', ['townId', 'groupId', 'fromDate'])
export class Membership {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Id() groupId!: string;
  @DateText() fromDate!: string;
  @DateText({ nullable: true }) toDate!: string | null;
}
