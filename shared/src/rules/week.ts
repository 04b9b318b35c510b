// Business time is Asia/Shanghai, which has been UTC+8 without summer time since 1991-09-15: plain arithmetic is exact.

const hour = 3_600_000;
const day = 24 * hour;
const shanghai = 8 * hour;
const pushHour = 8;

/** 'YYYY-MM-DD' in Asia/Shanghai. */
export type BusinessDate = string;

/** The business date of an instant (epoch ms). */
export function businessDate(instant: number): BusinessDate {
  return dateOf(dayOf(instant));
}

/** The instant (epoch ms) at which a business date begins. @throws RangeError for what is no date */
export function startOf(date: BusinessDate): number {
  return dayNumber(date) * day - shanghai;
}

/** The Monday of the week that an instant falls in; this date is the week's key. */
export function mondayOf(instant: number): BusinessDate {
  return mondayOn(dayOf(instant));
}

export function mondayOfDate(date: BusinessDate): BusinessDate {
  return mondayOn(dayNumber(date));
}

export function isMonday(date: BusinessDate): boolean {
  return weekday(date) === 1;
}

export function addDays(date: BusinessDate, days: number): BusinessDate {
  return dateOf(dayNumber(date) + days);
}

/** Monday 08:00 in Shanghai as an instant: when the theme of that week goes out. */
export function pushInstant(monday: BusinessDate): number {
  return startOf(requireMonday(monday)) + pushHour * hour;
}

/** The first instant at which the week is over. */
export function weekEndsAt(monday: BusinessDate): number {
  return startOf(addDays(requireMonday(monday), 7));
}

/** The first instant at which a check-in for that week no longer counts by itself: the end of the following week. */
export function weekClosesAt(monday: BusinessDate): number {
  return startOf(addDays(requireMonday(monday), 14));
}

/** ISO 8601: a week belongs to the year of its Thursday. For showing; keys are Mondays. */
export function isoWeek(monday: BusinessDate): { year: number; week: number } {
  const thursday = dayNumber(requireMonday(monday)) + 3;
  const year = new Date(thursday * day).getUTCFullYear();
  const week = 1 + Math.floor((thursday - new Date(0).setUTCFullYear(year, 0, 1) / day) / 7);
  return { year, week };
}

/** Every Monday whose date lies in the year: 52 or 53. */
export function mondaysOfYear(year: number): BusinessDate[] {
  const first = `${year}-01-01`;
  const mondays: BusinessDate[] = [];
  for (let date = addDays(first, (8 - weekday(first)) % 7); date.startsWith(`${year}-`); date = addDays(date, 7)) mondays.push(date);
  return mondays;
}

/** Every Monday whose date lies in the month; a Monday belongs to the month and year of its date. */
export function mondaysOfMonth(month: string): BusinessDate[] {
  return mondaysOfYear(Number(month.slice(0, 4))).filter((monday) => monday.startsWith(`${month}-`));
}

/** 'YYYY-MM'. */
export function monthOf(date: BusinessDate): string {
  return date.slice(0, 7);
}

/** First and last date of a month. */
export function datesOfMonth(month: string): { from: BusinessDate; to: BusinessDate } {
  const from = `${month}-01`;
  return { from, to: addDays(`${monthOf(addDays(from, 31))}-01`, -1) };
}

/** 1 Monday … 7 Sunday. 1970-01-01 was a Thursday. */
export function weekday(date: BusinessDate): number {
  return weekdayOn(dayNumber(date));
}

export function weekdayInChinese(date: BusinessDate): string {
  return `星期${'一二三四五六日'[weekday(date) - 1]}`;
}

/** 11月9日 */
export function dateInChinese(date: BusinessDate): string {
  dayNumber(date);
  return `${Number(date.slice(5, 7))}月${Number(date.slice(8, 10))}日`;
}

/** 十一月 */
export function monthInChinese(month: string): string {
  return `${numberInChinese(Number(month.slice(5, 7)))}月`;
}

/** 2026年11月 */
export function monthWithYear(month: string): string {
  return `${month.slice(0, 4)}年${Number(month.slice(5, 7))}月`;
}

/** 第四十六周 */
export function weekNumberInChinese(week: number): string {
  return `第${numberInChinese(week)}周`;
}

/** 1 to 99 as people write it: 十、十一、二十、四十六. */
export function numberInChinese(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return digits[ones] ?? '';
  return `${tens > 1 ? digits[tens] : ''}十${ones > 0 ? digits[ones] : ''}`;
}

// Inside, dates are days since 1970-01-01: they are read and written once.

function dayOf(instant: number): number {
  return Math.floor((instant + shanghai) / day);
}

function dateOf(dayNumber: number): BusinessDate {
  return new Date(dayNumber * day).toISOString().slice(0, 10);
}

function weekdayOn(dayNumber: number): number {
  return ((((dayNumber + 3) % 7) + 7) % 7) + 1;
}

function mondayOn(dayNumber: number): BusinessDate {
  return dateOf(dayNumber - weekdayOn(dayNumber) + 1);
}

function requireMonday(date: BusinessDate): BusinessDate {
  if (!isMonday(date)) throw new RangeError(`${date} is not a Monday`);
  return date;
}

function dayNumber(date: BusinessDate): number {
  const [year, month, dayOfMonth] = [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8))];
  // Unlike Date.UTC it takes the year 26 as it is. 2026-02-30 becomes 2 March: only a date that comes back as itself is one.
  const instant = new Date(new Date(0).setUTCFullYear(year, month - 1, dayOfMonth));
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(date) && instant.getUTCDate() === dayOfMonth && instant.getUTCMonth() + 1 === month;
  if (!isDate) throw new RangeError(`${date} is not a date`);
  return instant.getTime() / day;
}
