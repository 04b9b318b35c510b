import type { AttendanceStatus } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { MarkWay } from '@weidangxiao/shared/rules/attendance.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** One mark about one member at one session: made once, never changed (decision 009). Its id is made where it is made. */
@Entity('attendance_marks')
@Index('ix_attendance_marks_member', ['townId', 'sessionId', 'memberId'])
export class AttendanceMark {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() sessionId!: string;
  @Id() memberId!: string;
  @Text(12, { nullable: true }) status!: AttendanceStatus | null;
  @Text(12) way!: MarkWay;
  /** Its place in the order of receipt within the session. `rank` and `order` are words of SQL. */
  @Whole() place!: number;
  @Json() over!: string[];
  @Instant() capturedAt!: number;
  @Instant() receivedAt!: number;
  /** Null for what a rule made. */
  @Id({ nullable: true }) madeBy!: string | null;
}
