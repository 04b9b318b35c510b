import type { DayKind } from '@weidangxiao/shared/rules/working-days.ts';
import { Entity } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A day off in the week, or a weekend that is worked; its date is its key. */
@Entity('day_exceptions')
export class DayException {
  @TownKey() townId!: string;
  @Key() day!: string;
  @Text(6) kind!: DayKind;
  @Text(20) label!: string;
  @Instant() setAt!: number;
  /** Null where a seed set it. */
  @Id({ nullable: true }) setBy!: string | null;
}
