import { Entity } from 'typeorm';
import { Key, TownKey, Whole } from '../platform/database/columns.ts';

/** How many sessions a town or a group has held: what came before this software, and what was closed in it. */
@Entity('session_counters')
export class SessionCounter {
  @TownKey() townId!: string;
  /** A group's id, or `town`. */
  @Key() owner!: string;
  @Whole() opening!: number;
  @Whole() closedHere!: number;
}
