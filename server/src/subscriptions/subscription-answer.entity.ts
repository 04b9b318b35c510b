import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, TownKey } from '../platform/database/columns.ts';

export type Answers = Input<'addSubscriptionAnswer'>['body']['answers'];

/** What a phone answered to one subscription request; the phone may report it again. */
@Entity('subscription_answers')
@Index('uq_subscription_answers_once', ['townId', 'memberId', 'clientId'], { unique: true })
export class SubscriptionAnswer {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Id() clientId!: string;
  /** By template id; only templates of ours. */
  @Json() answers!: Answers;
  @Instant() at!: number;
}
