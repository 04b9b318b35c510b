import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, TownKey, Whole } from '../platform/database/columns.ts';

/** When a member wants to be reminded of a week's check-in that is not there yet. One each. */
@Entity('check_in_reminders')
@Index('uq_check_in_reminders_member', ['townId', 'memberId'], { unique: true })
@Index('ix_check_in_reminders_slot', ['townId', 'weekday', 'hour'])
export class CheckInReminder {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  /** 1 Monday … 7 Sunday. */
  @Whole() weekday!: number;
  /** Whole hour of the day, Asia/Shanghai. */
  @Whole() hour!: number;
  @Instant() changedAt!: number;
}
