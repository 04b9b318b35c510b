import { reminderHours } from '@weidangxiao/shared/rules/doorbell.ts';
import { timeOf } from '../../components/dates';

interface Slot {
  readonly weekday: number;
  readonly hour: number;
}

/** Somebody who has chosen nothing yet begins in the evening before the week is half over. */
export const usualSlot: Slot = { weekday: 3, hour: 19 };

const dayNames = ['周一', '周二', '周三', '周四', '周五', '周六', '周日'];
export const days = dayNames.map((name, at) => ({ value: String(at + 1), name }));
/** The hours at which people sit down, with one tap. */
export const usualHours = [8, 12, 18, 19, 20].map((hour) => ({ value: String(hour), name: hourInWords(hour) }));

/** 晚上7点 */
export function hourInWords(hour: number): string {
  return timeOf((hour - 8) * 3_600_000, true);
}

/** 周三晚上7点 */
export function slotInWords({ weekday, hour }: Slot): string {
  return `${dayNames[weekday - 1] ?? ''}${hourInWords(hour)}`;
}

/** An hour earlier or later, as far as phones may ring. */
export function shiftedHour(hour: number, by: 1 | -1): number {
  return Math.min(reminderHours.last, Math.max(reminderHours.first, hour + by));
}
