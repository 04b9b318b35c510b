import { Entity } from 'typeorm';
import { Flag, Id, Key, TownKey } from '../platform/database/columns.ts';

/** How far a month's flags and counters are laid out; they are before anybody votes, all at zero. */
@Entity('vote_openings')
export class VoteOpening {
  @TownKey() townId!: string;
  /** 'YYYY-MM' */
  @Key() month!: string;
  /** The last member who was looked at. */
  @Id({ nullable: true }) through!: string | null;
  @Flag() done!: boolean;
}
