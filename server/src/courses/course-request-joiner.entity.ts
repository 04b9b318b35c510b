import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, TownKey } from '../platform/database/columns.ts';

/** Somebody who wants the course too; whoever asked first is the first of them. */
@Entity('course_request_joiners')
@Index('ix_course_request_joiners_member', ['townId', 'memberId'])
export class CourseRequestJoiner {
  @TownKey() townId!: string;
  @Key() requestId!: string;
  @Key() memberId!: string;
  /** The member's group then: what a group asks for is counted by it. */
  @Id({ nullable: true }) groupId!: string | null;
  @Instant() at!: number;
}
