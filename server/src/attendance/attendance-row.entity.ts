import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { MarkWay } from '@weidangxiao/shared/rules/attendance.ts';
import type { SessionKind } from '@weidangxiao/shared/rules/study-session.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Flag, Hundredths, Id, Key, Text, TownKey } from '../platform/database/columns.ts';

/** One member at one session as the marks settled it: what month, receipt, ledger and coverage read. */
@Entity('attendance_rows')
@Index('ix_attendance_rows_member', ['townId', 'memberId', 'date'])
// Holds all that coverage asks of a town's month, so that no row is looked up one by one.
@Index('ix_attendance_rows_date', ['townId', 'date', 'groupId', 'kind', 'status', 'guest', 'hours'])
@Index('ix_attendance_rows_group', ['townId', 'groupId', 'date'])
export class AttendanceRow {
  @TownKey() townId!: string;
  @Key() sessionId!: string;
  @Key() memberId!: string;
  /** The member's group on that day. */
  @Id({ nullable: true }) groupId!: string | null;
  @DateText() date!: string;
  @Text(12) kind!: SessionKind;
  /** Null: not marked, no record. */
  @Text(12, { nullable: true }) status!: AttendanceStatus | null;
  /** The way and the maker of the mark that counts. */
  @Text(12, { nullable: true }) way!: MarkWay | null;
  @Id({ nullable: true }) markedBy!: string | null;
  /** Standing marks say different things. */
  @Flag() differs!: boolean;
  /** Was not expected, came all the same. */
  @Flag() guest!: boolean;
  @Flag() spoke!: boolean;
  /** 0 until the close-out. */
  @Hundredths() hours!: number;
}
