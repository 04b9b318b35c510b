import { Entity } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A Monday on which the town sends no theme; its date is its key. */
@Entity('holidays')
export class Holiday {
  @TownKey() townId!: string;
  @Key() monday!: string;
  @Text(20) label!: string;
  @Instant() setAt!: number;
  @Id() setBy!: string;
}
