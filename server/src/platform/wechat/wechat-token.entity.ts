import { Entity } from 'typeorm';
import { Cipher, Id, Instant, Key, Whole } from '../database/columns.ts';

/** The access token of one app of WeChat, shared by all replicas. Belongs to no town. The old one stays until its successor is here. */
@Entity('wechat_tokens')
export class WechatToken {
  /** The AppID. */
  @Key() id!: string;
  /** Sealed; null until the first one came. */
  @Cipher({ nullable: true }) tokenCipher!: string | null;
  /** Which token it is: each new one counts one more. */
  @Whole() version!: number;
  @Instant() endsAt!: number;
  /** Whoever asks WeChat for the next one right now; the others wait for its answer. */
  @Id({ nullable: true }) askedBy!: string | null;
}
