import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A farm, a shop or a garden where something that was studied can be practised. */
@Entity('practice_bases')
@Index('uq_practice_bases_name', ['townId', 'nameKey'], { unique: true })
export class PracticeBase {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(40) name!: string;
  /** The name while it is open; a closed one's carries its id, so that the name is free again. */
  @Text(80) nameKey!: string;
  @Json() practices!: string[];
  @Text(120) address!: string;
  @Id({ nullable: true }) groupId!: string | null;
  @Id({ nullable: true }) keeperId!: string | null;
  @Text(200) note!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) closedAt!: number | null;
}
