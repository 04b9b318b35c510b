import { Entity } from 'typeorm';
import { Instant, Key, TownKey } from '../platform/database/columns.ts';

/** Somebody wrote or changed a lesson. Until somebody else approves it, that person approves no theme with it. */
@Entity('lesson_authors')
export class LessonAuthor {
  @TownKey() townId!: string;
  @Key() lessonId!: string;
  @Key() memberId!: string;
  /** The last time. */
  @Instant() changedAt!: number;
  /** When a theme with it was approved since; null while nobody has. */
  @Instant({ nullable: true }) approvedAt!: number | null;
}
