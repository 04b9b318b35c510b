import { Entity } from 'typeorm';
import { Id, Key, TownKey } from '../platform/database/columns.ts';

/** A group that votes together with another in a month; both have a row with the same circle. */
@Entity('joint_votes')
export class JointVote {
  @TownKey() townId!: string;
  @Key() month!: string;
  @Key() groupId!: string;
  @Id() circleId!: string;
}
