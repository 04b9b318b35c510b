import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** One member's copy of a push: the truth, whatever the doorbell does. `paper` is handed over by the group leader. */
@Entity('deliveries')
@Index('uq_deliveries_member', ['townId', 'pushId', 'memberId'], { unique: true })
@Index('ix_deliveries_mine', ['townId', 'memberId', 'monday'])
@Index('ix_deliveries_paper', ['townId', 'monday', 'channel', 'groupId'])
export class Delivery {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() pushId!: string;
  @Id() memberId!: string;
  /** The member's group on that Monday. */
  @Id({ nullable: true }) groupId!: string | null;
  @DateText() monday!: string;
  @Text(32) title!: string;
  @Text(10) channel!: 'inbox' | 'paper';
  @Instant() at!: number;
  @Instant({ nullable: true }) readAt!: number | null;
  @Instant({ nullable: true }) handedOverAt!: number | null;
  @Id({ nullable: true }) handedOverBy!: string | null;
}
