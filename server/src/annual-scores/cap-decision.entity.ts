import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** The committee's minuted word on who of those tied across the cap's edge is excellent. It stays when the year is summed up anew. */
@Entity('cap_decisions')
@Index('uq_cap_decisions_group', ['townId', 'year', 'run', 'groupKey'], { unique: true })
@Index('uq_cap_decisions_client', ['townId', 'decidedBy', 'clientId'], { unique: true })
export class CapDecision {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(4) year!: string;
  /** The run whose tie it was. */
  @Whole() run!: number;
  /** A group's id, or `none`. */
  @Id() groupKey!: string;
  @Json() tied!: string[];
  @Json() chosen!: string[];
  @DateText() metOn!: string;
  /** Number or title of the minutes. */
  @Text(60) minutes!: string;
  @Text(300) reason!: string;
  @Id() clientId!: string;
  @Instant() decidedAt!: number;
  @Id() decidedBy!: string;
}
