const clockTime = /^([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/;
const calendarDate = /^(\d{4})(?:年(\d{1,2})月(\d{1,2})日|-(\d{1,2})-(\d{1,2})|\/(\d{1,2})\/(\d{1,2})|\.(\d{1,2})\.(\d{1,2}))$/;

/** `15:01` or `2019年10月1日 15:01`, or two of them with `~`. WECHAT.md §2, `time` */
export function isTimeText(value: string): boolean {
  return isOneOrRange(value, (part) => isClockTime(part) || isDateAndTime(part));
}

/** A date in 年月日, `-`, `/` or `.` form with an optional time, or two with `~`. WECHAT.md §2, `date` */
export function isDateText(value: string): boolean {
  const [first = '', ...rest] = value.split('~');
  // "2019年10月1日 15:01 ~ 16:30" names the day once.
  const isEnd = (part: string) => isDay(part) || isDateAndTime(part) || isClockTime(part);
  return rest.length <= 1 && (isDay(first.trim()) || isDateAndTime(first.trim())) && rest.every((part) => isEnd(part.trim()));
}

function isOneOrRange(value: string, isPart: (part: string) => boolean): boolean {
  const parts = value.split('~').map((part) => part.trim());
  return parts.length <= 2 && parts.every(isPart);
}

function isClockTime(text: string): boolean {
  return clockTime.test(text);
}

function isDateAndTime(text: string): boolean {
  const timeAt = text.search(/\d{1,2}:\d{2}(:\d{2})?$/);
  return timeAt > 0 && isClockTime(text.slice(timeAt)) && isDay(text.slice(0, timeAt).trim());
}

/** Whether the day exists: 2月30日 does not. */
function isDay(text: string): boolean {
  const found = calendarDate.exec(text);
  if (!found) return false;
  const [year = 0, month = 0, day = 0] = found.slice(1).filter((part) => part !== undefined).map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
