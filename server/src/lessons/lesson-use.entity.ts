import { Entity, Index } from 'typeorm';
import { Flag, Key, TownKey } from '../platform/database/columns.ts';

/** A theme holds a lesson. Themes write it through LessonsService; lessons ask it, and so need not know themes. */
@Entity('lesson_uses')
@Index('ix_lesson_uses_lesson', ['townId', 'lessonId'])
export class LessonUse {
  @TownKey() townId!: string;
  @Key() themeId!: string;
  @Key() lessonId!: string;
  /** The theme waits for approval or is approved: what was read there must be what goes out. */
  @Flag() locked!: boolean;
}
