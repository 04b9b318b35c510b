import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A lesson as it was before a correction. */
export interface LessonBefore {
  readonly title: string;
  readonly blocks: readonly Block[];
  readonly audio: { readonly fileId: string; readonly seconds: number } | null;
  readonly source: string | null;
}

/** What was corrected in a lesson after it was sent; readers see when and what. */
@Entity('lesson_corrections')
@Index('ix_lesson_corrections_lesson', ['townId', 'lessonId', 'at'])
export class LessonCorrection {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() lessonId!: string;
  @Instant() at!: number;
  @Id({ nullable: true }) byId!: string | null;
  @Text(200) note!: string;
  @Json() before!: LessonBefore;
}
