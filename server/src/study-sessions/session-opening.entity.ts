import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** An opening balance as it was entered, with its evidence; the one entered last counts. */
@Entity('session_openings')
@Index('ix_session_openings_at', ['townId', 'at'])
export class SessionOpening {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id({ nullable: true }) groupId!: string | null;
  @Whole() count!: number;
  @Text(200) evidence!: string;
  @Instant() at!: number;
  @Id() enteredBy!: string;
}
