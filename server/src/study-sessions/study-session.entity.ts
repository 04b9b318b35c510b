import type { SessionFormat, SessionKind, SessionState } from '@weidangxiao/shared/rules/study-session.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Hundredths, Id, Instant, Json, Key, LongText, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** One study session, from its plan to its record. What changes after the close-out is a `SessionChange` beside it. */
@Entity('study_sessions')
@Index('uq_study_sessions_client', ['townId', 'createdBy', 'clientId'], { unique: true })
@Index('ix_study_sessions_start', ['townId', 'startsAt', 'id'])
@Index('ix_study_sessions_series', ['townId', 'seriesId', 'startsAt'])
export class StudySession {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Text(12) kind!: SessionKind;
  @Text(12) format!: SessionFormat;
  @Text(10) state!: SessionState;
  @Text(60) title!: string;
  /** The business date of its start. */
  @DateText() date!: string;
  @Instant() startsAt!: number;
  @Instant() endsAt!: number;
  /** The Monday of the theme that it takes up. */
  @DateText({ nullable: true }) monday!: string | null;
  @LongText({ nullable: true }) agenda!: string | null;
  @Id({ nullable: true }) venueId!: string | null;
  @Text(80, { nullable: true }) placeText!: string | null;
  @Id({ nullable: true }) teacherId!: string | null;
  @Text(40, { nullable: true }) teacherText!: string | null;
  /** The one group whose leader acts on it; null: the town's. */
  @Id({ nullable: true }) groupId!: string | null;
  /** `groups`: those of `SessionGroup`. */
  @Text(10) expectKind!: 'groups' | 'tag' | 'committee';
  /** One of the five, or a word of the town's own. */
  @Text(20, { nullable: true }) expectTag!: string | null;
  /** Proposed from the length; confirmed at close-out. */
  @Hundredths() hours!: number;
  /** Goes up with every move, so that each is told once. */
  @Whole() revision!: number;
  /** How many marks were received: the next one's place in the order. */
  @Whole() marked!: number;
  /** Of those expected; null until it opens. */
  @Whole({ nullable: true }) expectedCount!: number | null;
  @Whole({ nullable: true }) attendedCount!: number | null;
  /** 第N期 of the town. */
  @Whole({ nullable: true }) number!: number | null;
  @Id({ nullable: true }) seriesId!: string | null;
  @Id() createdBy!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) openedAt!: number | null;
  @Id({ nullable: true }) openedBy!: string | null;
  @Instant({ nullable: true }) cancelledAt!: number | null;
  @Id({ nullable: true }) cancelledBy!: string | null;
  @Text(100, { nullable: true }) cancelReason!: string | null;
  @Instant({ nullable: true }) closedAt!: number | null;
  @Id({ nullable: true }) closedBy!: string | null;
  /** What the closing phone called its close-out. */
  @Id({ nullable: true }) closeClientId!: string | null;
  @LongText({ nullable: true }) recordText!: string | null;
  @Id({ nullable: true }) recordFileId!: string | null;
  @Whole({ nullable: true }) recordSeconds!: number | null;
  @Text(300, { nullable: true }) covered!: string | null;
  @Text(300, { nullable: true }) gap!: string | null;
  @Json() photos!: string[];
  /** Ids of the members who spoke. */
  @Json() spoke!: string[];
}
