import type { DimensionKey } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { Entity } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** An admin has checked a kind's label, on which the source lacks a word; the remark beside that label is done. */
@Entity('rubric_checks')
export class RubricCheck {
  @TownKey() townId!: string;
  @Key() dimension!: DimensionKey;
  /** As it stood then: another label is to be checked again. */
  @Text(20) label!: string;
  @Instant() checkedAt!: number;
  @Id() checkedBy!: string;
}
