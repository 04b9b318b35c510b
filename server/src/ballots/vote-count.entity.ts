import { Entity, Index } from 'typeorm';
import { Id, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/**
 * How many gave somebody which grade. Each counter begins at a number of its own that only the server can read, so that whoever holds the
 * database alone reads nothing: not the first vote of a circle, nor one on which all agree.
 */
@Entity({ name: 'vote_counts', withoutRowid: true })
@Index('ix_vote_counts_circle', ['townId', 'month', 'circleId'])
export class VoteCount {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() rateeId!: string;
  @Id() circleId!: string;
  @Whole() excellent!: number;
  @Whole() good!: number;
  @Whole() fair!: number;
  @Whole() poor!: number;
  /** The four first numbers, sealed. */
  @Text(250) startCipher!: string;
}
