/** 0 to 23 hours; seconds are rare but taken. */
const clock = String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?`;
const day = String.raw`(?<year>\d{4})(?:年(?<m1>\d{1,2})月(?<d1>\d{1,2})日|-(?<m2>\d{1,2})-(?<d2>\d{1,2})|/(?<m3>\d{1,2})/(?<d3>\d{1,2})|\.(?<m4>\d{1,2})\.(?<d4>\d{1,2}))`;
const clockOnly = new RegExp(`^${clock}$`);
const dayOnly = new RegExp(`^${day}$`);
const dayAndClock = new RegExp(`^${day} ${clock}$`);

/** `15:01`, `2019年10月1日 15:01`, or two of them with `~` between. */
export function isTime(value: string): boolean {
  const ends = endsOf(value);
  return ends.length <= 2 && ends.every((end) => clockOnly.test(end) || isDayThatExists(dayAndClock.exec(end)));
}

/** A day in one of WeChat's four ways to write it, with a time or without, or a span that ends on another day or at another time. */
export function isDate(value: string): boolean {
  const [first = '', ...others] = endsOf(value);
  const isDay = (end: string): boolean => isDayThatExists(dayOnly.exec(end)) || isDayThatExists(dayAndClock.exec(end));
  return isDay(first) && others.length <= 1 && others.every((end) => isDay(end) || clockOnly.test(end));
}

function endsOf(value: string): string[] {
  return value.split('~').map((end) => end.trim());
}

/** February has no 30th. */
function isDayThatExists(found: RegExpExecArray | null): boolean {
  if (!found?.groups) return false;
  const { year, m1, m2, m3, m4, d1, d2, d3, d4 } = found.groups;
  const [month, date] = [Number(m1 ?? m2 ?? m3 ?? m4), Number(d1 ?? d2 ?? d3 ?? d4)];
  const made = new Date(Date.UTC(Number(year), month - 1, date));
  return made.getUTCMonth() + 1 === month && made.getUTCDate() === date;
}
