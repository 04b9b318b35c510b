import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** Every agreement to a version of the privacy notice, and its withdrawal. */
@Entity('consents')
@Index('ix_consents_member', ['townId', 'memberId', 'givenAt'])
export class Consent {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(20) version!: string;
  @Instant() givenAt!: number;
  @Instant({ nullable: true }) withdrawnAt!: number | null;
}
