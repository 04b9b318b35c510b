import { Entity } from 'typeorm';
import { Instant, Key } from '../platform/database/columns.ts';

/** One row: until when the slots for messages are given away, by the database's clock. */
@Entity('doorbell_paces')
export class DoorbellPaceRow {
  @Key() id!: string;
  @Instant() freeAt!: number;
}
