import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** One thing that changed. `memberId` where it is somebody's attendance, which not everybody may read. */
export interface ChangeLine {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly memberId?: string;
}

/** A dated change beside a session: a move that was told, a correction after the close-out, marks that came late. */
@Entity('session_changes')
@Index('ix_session_changes_session', ['townId', 'sessionId', 'at'])
export class SessionChange {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  @Text(12) kind!: 'moved' | 'correction' | 'late_marks';
  @Instant() at!: number;
  @Id() changedBy!: string;
  @Text(200) why!: string;
  @Json() lines!: ChangeLine[];
}
