import { dateOfSerial } from '../../platform/xlsx/values.ts';
import { saysNothing } from '../../platform/xlsx/tidy.ts';

export interface DateFault {
  readonly code: 'DATE_UNREADABLE' | 'DATE_SHORT_YEAR' | 'DATE_MONTH' | 'DATE_DAY' | 'DATE_FUTURE' | 'DATE_TOO_EARLY' | 'DATE_OCTOBER';
  readonly month?: number;
  readonly day?: number;
  readonly suggestion?: string;
}

export interface DateReading {
  /** As exactly as it is told: 1990, 1990-09 or 1990-09-05. */
  readonly date: string | null;
  readonly fault: DateFault | null;
}

interface Parts {
  readonly year: number;
  readonly month?: number;
  readonly day?: number;
}

const firstYear = 1921;
const unreadable: DateReading = { date: null, fault: { code: 'DATE_UNREADABLE' } };

/**
 * When somebody joined, in any usual writing.
 * @param today business date; nothing lies after it
 * @param wasNumber the cell held a number: 1990.1 may have been typed as 1990.10
 */
export function readDate(text: string, today: string, wasNumber = false): DateReading {
  const written = tidied(text);
  if (saysNothing(written) || /^(群众|非党员|未入党)$/.test(written)) return { date: null, fault: null };
  const serial = /^\d{5}(\.\d+)?$/.test(written) ? dateOfSerial(Number(written)) : null;
  const parts = partsOf(serial ?? written);
  if (!parts) return shortYear(written, today) ?? unreadable;
  const judged = judge(parts, today);
  if (judged.fault || !wasNumber || !/^\d{4}\.1$/.test(written)) return judged;
  return { date: judged.date, fault: { code: 'DATE_OCTOBER', suggestion: `${parts.year}-10` } };
}

/** Plain digits, no time of day, no words after it such as 入党 or 左右. */
function tidied(text: string): string {
  return text
    .normalize('NFKC')
    .trim()
    .replace(/^['‘’"`]+/, '')
    .replace(/[T\s]+\d{1,2}:\d{2}.*$/, '')
    .replace(/[〇零○一二三四五六七八九十]+/g, numerals)
    .replace(/(?<=\d)\s+(?=\d)/g, '.')
    .replace(/\s+/g, '')
    .replace(/^(?:约|大约|于)|(?:入党|加入|转正|左右|\(.*\))+$/g, '')
    .replace(/[-./、,]+$/, '');
}

/** '一九九〇' -> '1990', '十二' -> '12', '二十三' -> '23'. */
function numerals(run: string): string {
  const digits = run.replace(/[〇零○一二三四五六七八九]/g, (sign) => String('〇一二三四五六七八九'.indexOf(sign.replace(/[零○]/, '〇'))));
  const [, tens, ones] = /^(\d?)十(\d?)$/.exec(digits) ?? [];
  return ones === undefined ? digits.replaceAll('十', '') : String(Number(tens || 1) * 10 + Number(ones || 0));
}

const separator = '[-./、,年月\\\\]';

function partsOf(written: string): Parts | null {
  const patterns = [
    new RegExp(`^(?<year>\\d{4})(?:${separator}(?<month>\\d{1,2})(?:${separator}(?<day>\\d{1,2})[日号]?)?)?[年月]?份?$`),
    /^(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})?$/,
    /^(?<month>\d{1,2})[-./](?<year>\d{4})$/,
  ];
  for (const pattern of patterns) {
    const groups = pattern.exec(written)?.groups;
    if (groups) return numbersOf(groups);
  }
  return dayFirst(written);
}

function numbersOf({ year, month, day }: Record<string, string | undefined>): Parts {
  return { year: Number(year), ...(month && { month: Number(month) }), ...(day && { day: Number(day) }) };
}

/** 25/9/1990 can only be read one way, 5/9/1990 cannot. */
function dayFirst(written: string): Parts | null {
  const [, first, second, year] = /^(\d{1,2})[-./](\d{1,2})[-./](\d{4})$/.exec(written) ?? [];
  if (!first || !second) return null;
  const [a, b] = [Number(first), Number(second)];
  if (a > 12 === b > 12) return null;
  return { year: Number(year), month: Math.min(a, b), day: Math.max(a, b) };
}

/** 79年7月 is 1979-07, most likely; a person says so. */
function shortYear(written: string, today: string): DateReading | null {
  const [, short] = new RegExp(`^(\\d{2})(?=年|${separator}\\d{1,2}(?:${separator}|$))`).exec(written) ?? [];
  if (!short) return null;
  const century = Number(short) > Number(today.slice(2, 4)) ? '19' : '20';
  const { date } = readDate(`${century}${written}`, today);
  return { date: null, fault: date ? { code: 'DATE_SHORT_YEAR', suggestion: date } : { code: 'DATE_UNREADABLE' } };
}

function judge({ year, month, day }: Parts, today: string): DateReading {
  if (month !== undefined && (month < 1 || month > 12)) return { date: null, fault: { code: 'DATE_MONTH', month } };
  if (month !== undefined && day !== undefined && (day < 1 || day > lastDay(year, month))) return { date: null, fault: { code: 'DATE_DAY', month, day } };
  const date = [String(year), month, day].filter((part) => part !== undefined).map((part) => String(part).padStart(2, '0')).join('-');
  if (year < firstYear) return { date: null, fault: { code: 'DATE_TOO_EARLY' } };
  if (date > today.slice(0, date.length)) return { date: null, fault: { code: 'DATE_FUTURE', ...swapped(date, today) } };
  return { date, fault: null };
}

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 2031 was perhaps meant to be 2013. */
function swapped(date: string, today: string): { suggestion?: string } {
  const other = `${date.slice(0, 2)}${date[3]}${date[2]}${date.slice(4)}`;
  return other <= today.slice(0, other.length) ? { suggestion: other } : {};
}
