import type { Grade } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Entity, Index } from 'typeorm';
import { Id, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** `grade` null: not rated, or not graded. */
export interface SheetLine {
  readonly memberId: string;
  readonly name: string;
  readonly grade: Grade | null;
}

/** One group's lines on a sheet; a very large group has several pages. */
@Entity('publication_pages')
@Index('uq_publication_pages_place', ['townId', 'publicationId', 'place'], { unique: true })
export class PublicationPage {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() publicationId!: string;
  @Whole() place!: number;
  @Id({ nullable: true }) groupId!: string | null;
  @Text(60) groupName!: string;
  @Whole() people!: number;
  @Json() lines!: SheetLine[];
}
