import { Entity, Index } from 'typeorm';
import { Instant, Key, Text, TownKey } from '../database/columns.ts';

/** One act: who did what to which row, and when. Holds ids only; written in the act's own transaction, never changed. */
@Entity('audit_rows')
@Index('ix_audit_rows_at', ['townId', 'at'])
export class AuditRow {
  @TownKey() townId!: string;
  @Key() id!: string;
  /** Real time, not the demo's. */
  @Instant() at!: number;
  @Text(60) act!: string;
  /** `member:<id>`, `operator:<id>`, `system:<name>`, or `open` before anybody is known. */
  @Text(80) actor!: string;
  @Text(60, { nullable: true }) target!: string | null;
}
