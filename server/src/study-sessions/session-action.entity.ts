import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** What a close-out asked somebody to do until a day. */
@Entity('session_actions')
@Index('ix_session_actions_session', ['townId', 'sessionId'])
@Index('ix_session_actions_group', ['townId', 'groupId', 'doneAt', 'due'])
@Index('ix_session_actions_member', ['townId', 'memberId', 'doneAt', 'due'])
@Index('ix_session_actions_due', ['townId', 'doneAt', 'due'])
export class SessionAction {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  /** The session's group; null for the town's. */
  @Id({ nullable: true }) groupId!: string | null;
  @Text(200) text!: string;
  @Id() memberId!: string;
  @DateText() due!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) doneAt!: number | null;
  @Id({ nullable: true }) doneBy!: string | null;
  @Text(200, { nullable: true }) doneNote!: string | null;
}
