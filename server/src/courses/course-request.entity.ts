import type { RequestState } from '@weidangxiao/shared/rules/course.ts';
import { Entity, Index } from 'typeorm';
import type { Category } from '../lessons/lesson.entity.ts';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** A course that somebody asks for. Who joined is in `CourseRequestJoiner`. */
@Entity('course_requests')
@Index('uq_course_requests_client', ['townId', 'memberId', 'clientId'], { unique: true })
@Index('ix_course_requests_state', ['townId', 'state', 'createdAt'])
@Index('ix_course_requests_group', ['townId', 'groupId', 'createdAt'])
@Index('ix_course_requests_at', ['townId', 'createdAt'])
@Index('ix_course_requests_member', ['townId', 'memberId', 'state'])
@Index('ix_course_requests_session', ['townId', 'sessionId'])
export class CourseRequest {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  /** Who asked first. */
  @Id() memberId!: string;
  /** Of whoever asked first, at that time; its leader may plan it. */
  @Id({ nullable: true }) groupId!: string | null;
  @Text(40) title!: string;
  @Text(200) detail!: string;
  @Text(20, { nullable: true }) category!: Category | null;
  @Text(10) state!: RequestState;
  /** Goes up with every planning, so that each is told once. */
  @Whole() revision!: number;
  @Id({ nullable: true }) sessionId!: string | null;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) plannedAt!: number | null;
  @Id({ nullable: true }) plannedBy!: string | null;
  @Instant({ nullable: true }) closedAt!: number | null;
  @Id({ nullable: true }) closedBy!: string | null;
  @Text(200, { nullable: true }) closeNote!: string | null;
}
