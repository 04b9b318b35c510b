import { businessDate, dateInChinese, weekday } from '@weidangxiao/shared/rules/week.ts';

/** 11月12日 */
export function dayOf(instant: number): string {
  return dateInChinese(businessDate(instant));
}

/** 周四 */
export function weekdayOf(instant: number): string {
  return `周${'一二三四五六日'[weekday(businessDate(instant)) - 1] ?? ''}`;
}

/** 19:30; in the large version 晚上7点半. */
export function timeOf(instant: number, elder = false): string {
  const minutes = Math.floor((instant + 8 * 3_600_000) / 60_000) % 1440;
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  if (!elder) return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
  return `${partOfDay(hour)}${hour > 12 ? hour - 12 : hour}点${minute === 0 ? '' : minute === 30 ? '半' : `${minute}分`}`;
}

/** 今天, 昨天, 周一 within the last week, else 11月12日. */
export function recently(instant: number, now: number): string {
  const days = Math.round((Date.parse(businessDate(now)) - Date.parse(businessDate(instant))) / 86_400_000);
  if (days <= 0) return '今天';
  if (days === 1) return '昨天';
  return days < 7 ? weekdayOf(instant) : dayOf(instant);
}

function partOfDay(hour: number): string {
  if (hour < 6) return '凌晨';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}
