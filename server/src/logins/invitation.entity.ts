import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A one-time code from the leader for somebody whose phone is not in the roster. */
@Entity('invitations')
@Index('ix_invitations_code', ['codeHash'])
@Index('ix_invitations_member', ['townId', 'memberId'])
export class Invitation {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(43) codeHash!: string;
  @Text(80) createdBy!: string;
  @Instant() createdAt!: number;
  @Instant() expiresAt!: number;
  @Instant({ nullable: true }) usedAt!: number | null;
}
