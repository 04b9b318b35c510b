import { Entity, Index } from 'typeorm';
import { Instant, Key, TownKey, Whole } from '../platform/database/columns.ts';

/** A group that is expected at a session. Holds the start again, so that a group's calendar is read from one index. */
@Entity('study_session_groups')
@Index('ix_study_session_groups_group', ['townId', 'groupId', 'startsAt'])
export class SessionGroup {
  @TownKey() townId!: string;
  @Key() sessionId!: string;
  @Key() groupId!: string;
  @Instant() startsAt!: number;
  /** 第N期 of the group; given at close-out. */
  @Whole({ nullable: true }) number!: number | null;
}
