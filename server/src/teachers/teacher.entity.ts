import type { TeacherKind } from '@weidangxiao/shared/rules/teacher.ts';
import { Entity, Index } from 'typeorm';
import { Cipher, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** Somebody who can teach, from outside or from the town itself. */
@Entity('teachers')
@Index('ix_teachers_name', ['townId', 'closedAt', 'name'])
@Index('ix_teachers_member', ['townId', 'memberId'])
export class Teacher {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(30) name!: string;
  @Text(20) kind!: TeacherKind;
  @Text(60) organisation!: string;
  @Json() topics!: string[];
  @Json() tags!: string[];
  /** The member that a local teacher is. */
  @Id({ nullable: true }) memberId!: string | null;
  @Cipher({ nullable: true }) phoneCipher!: string | null;
  /** How many rows `TaughtSession` has for this teacher. */
  @Whole() taught!: number;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) closedAt!: number | null;
}
