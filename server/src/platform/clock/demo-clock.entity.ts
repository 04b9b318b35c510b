import { Entity } from 'typeorm';
import { Instant, Key } from '../database/columns.ts';

/** The demo's one row: how far its time is moved. Belongs to no town. */
@Entity('demo_clock')
export class DemoClock {
  @Key() id!: string;
  /** Added to the real time, in ms. */
  @Instant() movedBy!: number;
}
