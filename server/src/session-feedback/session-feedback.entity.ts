import type { Usefulness } from '@weidangxiao/shared/rules/session-feedback.ts';
import { Entity, Index } from 'typeorm';
import { Flag, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** What one who attended says of a session. Only counts of it are ever read; the member is kept so that each counts once. */
@Entity('session_feedback')
@Index('ix_session_feedback_member', ['townId', 'memberId'])
export class SessionFeedback {
  @TownKey() townId!: string;
  @Key() sessionId!: string;
  @Key() memberId!: string;
  @Text(10) useful!: Usefulness;
  @Flag() more!: boolean;
  @Instant() at!: number;
}
