import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text } from '../platform/database/columns.ts';

export type LoginWay = 'wechat' | 'desktop' | 'link' | 'demo';

/** A login of a member of one town, or of an operator. Only the token's hash is kept. */
@Entity('logins')
@Index('uq_logins_token', ['tokenHash'], { unique: true })
@Index('ix_logins_member', ['townId', 'memberId', 'endedAt'])
export class Login {
  @Key() id!: string;
  @Text(43) tokenHash!: string;
  @Id({ nullable: true }) townId!: string | null;
  @Id({ nullable: true }) memberId!: string | null;
  @Id({ nullable: true }) operatorId!: string | null;
  @Text(20) way!: LoginWay;
  @Instant() createdAt!: number;
  @Instant() lastUsedAt!: number;
  @Instant() expiresAt!: number;
  @Instant({ nullable: true }) endedAt!: number | null;
}
