import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import type { categories } from '@weidangxiao/shared/contract/themes.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

export type Category = (typeof categories)[number];

/** One thing to study; themes put lessons together. It belongs to the town, not to a member. */
@Entity('lessons')
@Index('ix_lessons_sent', ['townId', 'sentOn', 'id'])
export class Lesson {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(60) title!: string;
  @Text(20) category!: Category;
  @Json() blocks!: Block[];
  @Id({ nullable: true }) audioFileId!: string | null;
  @Whole({ nullable: true }) audioSeconds!: number | null;
  @Text(120, { nullable: true }) source!: string | null;
  @Whole() minutes!: number;
  /** The latest Monday whose sent theme holds it; null while it is a draft, which only planners see. */
  @DateText({ nullable: true }) sentOn!: string | null;
  @Instant() createdAt!: number;
  @Instant() updatedAt!: number;
}
