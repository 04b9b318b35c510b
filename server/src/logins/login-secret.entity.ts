import { Entity, Index } from 'typeorm';
import { Cipher, Id, Instant, Key, Text } from '../platform/database/columns.ts';

export type SecretKind = 'ticket' | 'desktop' | 'link';

/**
 * A short-lived secret on the way to a login, used once. A ticket holds the openid behind a WeChat code; a desktop
 * secret waits for its code to be confirmed on a phone; a link is made by an operator's command.
 */
@Entity('login_secrets')
@Index('uq_login_secrets_secret', ['secretHash'], { unique: true })
@Index('ix_login_secrets_code', ['codeHash'])
@Index('ix_login_secrets_expiry', ['expiresAt'])
export class LoginSecret {
  @Key() id!: string;
  @Text(20) kind!: SecretKind;
  @Text(43) secretHash!: string;
  @Text(43, { nullable: true }) codeHash!: string | null;
  @Cipher({ nullable: true }) openidCipher!: string | null;
  @Id({ nullable: true }) townId!: string | null;
  @Id({ nullable: true }) memberId!: string | null;
  @Id({ nullable: true }) operatorId!: string | null;
  @Instant() createdAt!: number;
  @Instant() expiresAt!: number;
  @Instant({ nullable: true }) confirmedAt!: number | null;
  @Instant({ nullable: true }) usedAt!: number | null;
}
