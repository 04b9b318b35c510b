import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** `tap`: the phone reported an accept. `event`: WeChat told of one. `refusal`: from then on nothing earlier counts. */
export type ReportKind = 'tap' | 'event' | 'refusal';

/** One thing that is known about a member's answers for one template. The credits follow from all of them, in whatever order they came. */
@Entity('subscription_reports')
@Index('uq_subscription_reports_source', ['townId', 'memberId', 'templateId', 'source'], { unique: true })
export class SubscriptionReport {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(64) templateId!: string;
  @Text(10) kind!: ReportKind;
  /** The phone's clientId or WeChat's event: reported again, it is the same. */
  @Text(43) source!: string;
  @Instant() at!: number;
}
