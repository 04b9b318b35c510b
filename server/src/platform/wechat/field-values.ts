import { isDate, isTime } from './field-dates.ts';

const mostInThing = 20;
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Control characters and spaces of any kind, halves of pairs, zero-width ones, and marks that turn the direction. What joins an emoji stays. */
const invisible = /[\p{Cc}\p{Cs}\s\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]+/gu;

const han = /\p{Script=Han}/u;
const isAmong = (pattern: RegExp) => (value: string) => pattern.test(value);
const countOf = (pattern: RegExp, value: string): number => value.match(pattern)?.length ?? 0;

/** What WeChat takes in a field of each kind; lengths are in code points. A `thing` takes anything, so what is too long is cut. */
const takes: Readonly<Record<string, (value: string) => boolean>> = {
  thing: () => true,
  number: (value) => /^\d+(\.\d+)?$/.test(value) && countOf(/\d/g, value) <= 32,
  letter: isAmong(/^[A-Za-z]{1,32}$/),
  symbol: isAmong(/^[\p{P}\p{S}]{1,5}$/u),
  character_string: isAmong(/^[ -~]{1,32}$/),
  time: isTime,
  date: isDate,
  amount: (value) => /^\p{Sc}\d+(\.\d+)?元?$/u.test(value) && countOf(/\d/g, value) <= 10,
  phone_number: isAmong(/^[\d+() -]{1,17}$/),
  // The province in front and the kind at the end are Chinese: 川J8Z88学.
  car_number: isAmong(/^[\p{Script=Han}A-Za-z\d][A-Za-z\d]{0,6}[\p{Script=Han}A-Za-z\d]?$/u),
  name: (value) => /^[\p{L}\p{M}\p{P}\p{Zs}]+$/u.test(value) && [...value].length <= (han.test(value) ? 10 : 20),
  phrase: isAmong(/^\p{Script=Han}{1,5}$/u),
};

/**
 * A value as its field takes it, or null where it takes none of that. Only a `thing` may be cut: half a number, a date or
 * a name would say something else. `listed` are the values of an `enum` field, where they are known.
 */
export function fieldValue(field: string, value: string, listed?: readonly string[]): string | null {
  const kind = field.replace(/\d+$/, '');
  const clean = value.replace(invisible, ' ').trim();
  if (clean === '') return null;
  if (kind === 'thing') return cut(clean);
  if (kind === 'enum') return !listed || listed.includes(clean) ? clean : null;
  return takes[kind]?.(clean) ? clean : null;
}

function cut(text: string): string {
  if ([...text].length <= mostInThing) return text;
  let [kept, length] = ['', 1];
  for (const { segment } of characters.segment(text)) {
    length += [...segment].length;
    if (length > mostInThing) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}
