import { Entity, Index } from 'typeorm';
import { Cipher, Flag, Id, Instant, Text, TownKey } from '../platform/database/columns.ts';

/** The town's own account in WeChat, where its weekly column stands; one a town. */
@Entity('official_accounts')
@Index('ix_official_accounts_app', ['appId'])
export class OfficialAccount {
  @TownKey() townId!: string;
  @Text(32) appId!: string;
  /** Opened only to ask WeChat for a token. */
  @Cipher() appSecret!: string;
  @Text(40) name!: string;
  /** Under the title of every article; empty where none is named. */
  @Text(16) author!: string;
  /** Whether WeChat lets it publish through the API. */
  @Flag() publishes!: boolean;
  /** Whether the mini-program is linked to it. */
  @Flag() linked!: boolean;
  /** Token and key of its message push, if that is set up: `{token, aesKey}`. */
  @Cipher({ nullable: true }) pushSecrets!: string | null;
  @Instant() setAt!: number;
  /** Null where the operator set it. */
  @Id({ nullable: true }) setBy!: string | null;
}
