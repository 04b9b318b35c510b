import { Entity, Index } from 'typeorm';
import { Cipher, Id, Instant, Key, Text, Whole } from '../platform/database/columns.ts';

/** `failed`: tried for a day, left for a person to look at. */
export type EventState = 'waiting' | 'done' | 'failed';

/**
 * What WeChat told once. It is the truth until it is worked, and stays a week without its words, so that the same is
 * never worked twice. Belongs to no town: an openid may be several towns' member.
 */
@Entity('wechat_events')
@Index('uq_wechat_events_signed', ['signedBy'], { unique: true })
@Index('ix_wechat_events_due', ['state', 'dueAt'])
@Index('ix_wechat_events_received', ['receivedAt'])
export class WechatEventRow {
  /** A hash of what it says: the same told again has the same. */
  @Key() id!: string;
  /** A hash of the signature that it came with: one signature says one thing. */
  @Text(43) signedBy!: string;
  @Id() appId!: string;
  @Text(64) event!: string;
  /** Gone as soon as it is worked. */
  @Cipher({ nullable: true }) bodyCipher!: string | null;
  @Text(10) state!: EventState;
  @Whole() attempts!: number;
  @Instant() dueAt!: number;
  @Instant() receivedAt!: number;
  /** Whose turn works it. */
  @Id({ nullable: true }) takenBy!: string | null;
}
