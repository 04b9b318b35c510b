import { businessDate, dateInChinese } from './week.ts';

const shanghai = 8 * 3_600_000;

/** '19:30' in Shanghai. */
export function timeOfDay(instant: number): string {
  return new Date(instant + shanghai).toISOString().slice(11, 16);
}

/** '11月26日19:30' */
export function momentInChinese(instant: number): string {
  return `${dateInChinese(businessDate(instant))}${timeOfDay(instant)}`;
}

/** '11月26日19:30到21:00'; the second date only where it is another. */
export function spanInChinese(startsAt: number, endsAt: number): string {
  const sameDay = businessDate(startsAt) === businessDate(endsAt);
  return `${momentInChinese(startsAt)}到${sameDay ? timeOfDay(endsAt) : momentInChinese(endsAt)}`;
}
