import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** How many more messages of one template a member has allowed. WeChat cannot be asked, so this ledger is all there is. */
@Entity('subscription_credits')
@Index('uq_subscription_credits_member', ['townId', 'memberId', 'templateId'], { unique: true })
export class SubscriptionCredit {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(64) templateId!: string;
  @Whole() credits!: number;
  /** Whose turn took the last one: tells takers in one statement which members had any. */
  @Id({ nullable: true }) takenBy!: string | null;
  @Instant() changedAt!: number;
}
