import { Entity } from 'typeorm';
import { DateText, Id, Instant, Key, LongText, Text, TownKey } from '../platform/database/columns.ts';

/** What a village or community says about its own school; there is none until somebody writes it. */
@Entity('schools')
export class School {
  @TownKey() townId!: string;
  /** The group's id: each has one school. */
  @Key() id!: string;
  @Text(40) name!: string;
  @DateText({ nullable: true }) foundedOn!: string | null;
  @LongText() intro!: string;
  @Instant() changedAt!: number;
  @Id() changedBy!: string;
}
