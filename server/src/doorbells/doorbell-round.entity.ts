import type { DoorbellKind, RoundState } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** What a phone shows. The name of the school comes from the town when it rings. */
export interface Announcement {
  readonly title: string;
  /** As fields of the kinds date, time and thing alike take it: `2026年11月30日 08:00`. */
  readonly date: string;
  readonly hint: string;
  /** Path and query inside the mini-program, without a leading slash. */
  readonly page: string;
}

/** One thing that is announced to many: a Monday's theme, a session tomorrow. Its doorbells are the members' own rows. */
@Entity('doorbell_rounds')
@Index('uq_doorbell_rounds_subject', ['townId', 'kind', 'subject'], { unique: true })
@Index('ix_doorbell_rounds_open', ['settledAt', 'createdAt'])
export class DoorbellRound {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(20) kind!: DoorbellKind;
  /** What it is about, by the kind's own key: the key makes a round one, whoever begins it at the same moment. */
  @Text(80) subject!: string;
  @Json() announcement!: Announcement;
  @Instant() createdAt!: number;
  /** From this instant of business time on it announces nothing any more. */
  @Instant() endsAt!: number;
  /** All who are meant have their doorbell. */
  @Flag() filled!: boolean;
  @Text(10) state!: RoundState;
  @Instant({ nullable: true }) stateAt!: number | null;
  @Id({ nullable: true }) stateBy!: string | null;
  /** When none of its doorbells waited any more. */
  @Instant({ nullable: true }) settledAt!: number | null;
}
