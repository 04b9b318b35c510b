import { Entity, Index } from 'typeorm';
import { Cipher, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A member's WeChat in this deployment's mini-program. One WeChat may serve several members of a household. */
@Entity('wechat_bindings')
@Index('uq_wechat_bindings_member', ['townId', 'memberId', 'openidIndex'], { unique: true })
@Index('ix_wechat_bindings_openid', ['openidIndex'])
export class WechatBinding {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(43) openidIndex!: string;
  @Cipher() openidCipher!: string;
  @Instant() boundAt!: number;
  @Instant({ nullable: true }) endedAt!: number | null;
}
