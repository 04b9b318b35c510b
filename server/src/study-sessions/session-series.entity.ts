import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** Sessions that were planned in one go, such as every Thursday's night school. Each lives its own life afterwards. */
@Entity('session_series')
@Index('uq_session_series_client', ['townId', 'createdBy', 'clientId'], { unique: true })
export class SessionSeries {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Text(60) title!: string;
  /** 1 Monday … 7 Sunday. */
  @Whole() weekday!: number;
  @Text(5) time!: string;
  @DateText() fromDate!: string;
  @DateText() untilDate!: string;
  @Id({ nullable: true }) groupId!: string | null;
  @Whole() sessions!: number;
  @Id() createdBy!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) endedAt!: number | null;
  @Id({ nullable: true }) endedBy!: string | null;
}
