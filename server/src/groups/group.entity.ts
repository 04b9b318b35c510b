import { Entity, Index } from 'typeorm';
import { Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

@Entity('study_groups')
@Index('uq_study_groups_name', ['townId', 'nameKey'], { unique: true })
export class Group {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(40) name!: string;
  /** The name without filler, so that 第三小组 and 第三学习小组 are one. A closed group's key carries its id. */
  @Text(60) nameKey!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) closedAt!: number | null;
}
