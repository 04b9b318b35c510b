import { Entity, Index } from 'typeorm';
import { DateText, Id, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A session that was closed out with that teacher, so that what somebody has taught is read from one index. */
@Entity('taught_sessions')
@Index('ix_taught_sessions_teacher', ['townId', 'teacherId', 'date'])
export class TaughtSession {
  @TownKey() townId!: string;
  @Key() sessionId!: string;
  @Id() teacherId!: string;
  @DateText() date!: string;
  @Text(60) title!: string;
}
