import { Entity, Index } from 'typeorm';
import { Flag, Id, Key, TownKey } from '../platform/database/columns.ts';

/** That somebody has voted. No time, no order, nothing of what they gave (docs/SECURITY.md, "The vote"). */
@Entity({ name: 'vote_flags', withoutRowid: true })
@Index('ix_vote_flags_circle', ['townId', 'month', 'circleId'])
export class VoteFlag {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() voterId!: string;
  /** The group of the month's last day, or that which it is joined to. */
  @Id() circleId!: string;
  @Flag() cast!: boolean;
  /** Holds a paper ballot; forgotten once the box is being counted. */
  @Flag() paper!: boolean;
}
