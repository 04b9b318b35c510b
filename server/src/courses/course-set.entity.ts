import { Entity, Index } from 'typeorm';
import { Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

export interface CourseStep {
  readonly topic: string;
  readonly lessonId: string | null;
}

/** What is worth studying one after the other for whoever has that tag, and why. */
@Entity('course_sets')
@Index('ix_course_sets_tag', ['townId', 'tag'])
@Index('ix_course_sets_title', ['townId', 'closedAt', 'title'])
export class CourseSet {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(40) title!: string;
  @Text(20) tag!: string;
  @Text(120) why!: string;
  @Json() steps!: CourseStep[];
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) closedAt!: number | null;
}
