import { isDateText, isTimeText } from './message-dates.ts';
import type { MessageTemplate } from './options.ts';

const longest = (most: number) => (value: string) => [...value].length <= most;
const matches = (pattern: RegExp) => (value: string) => pattern.test(value);
const digits = (value: string) => value.replace(/\D/g, '').length;

/** The value rules of WECHAT.md §2, by the type in front of a field's number. Lengths are in code points. */
const rules: Record<string, (value: string) => boolean> = {
  thing: longest(20),
  number: (value) => /^\d+(\.\d+)?$/.test(value) && digits(value) <= 32,
  letter: matches(/^[A-Za-z]{1,32}$/),
  symbol: matches(/^[\p{P}\p{S}]{1,5}$/u),
  character_string: matches(/^[\x20-\x7e]{1,32}$/),
  time: isTimeText,
  date: isDateText,
  amount: (value) => /^\p{Sc}\d+(\.\d+)?元?$/u.test(value) && digits(value) <= 10,
  phone_number: matches(/^[\d+\-() ]{1,17}$/),
  // The first and the last place may be Chinese: 粤A8Z888挂.
  car_number: matches(/^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]?$/u),
  name: isName,
  phrase: matches(/^\p{Script=Han}{1,5}$/u),
};

/** ≤10 with any Chinese in it, else ≤20 letters or symbols; digits never. WECHAT.md §2 */
function isName(value: string): boolean {
  if (!/^[\p{L}\p{M}\p{P}\p{Zs}]+$/u.test(value)) return false;
  return longest(/\p{Script=Han}/u.test(value) ? 10 : 20)(value);
}

/** Fields whose type the rules do not know, or an `enum` field without its list. */
export function unknownFieldTypes(template: MessageTemplate): string[] {
  return Object.keys(template.fields).filter((field) => {
    const type = typeOf(field);
    return type === 'enum' ? !template.enums?.[field] : !(type in rules);
  });
}

/** Whether WeChat takes this value for this field of the template. */
export function isValueAllowed(template: MessageTemplate, field: string, value: string): boolean {
  if (value.trim() === '' || /\p{Cc}/u.test(value)) return false;
  const type = typeOf(field);
  if (type === 'enum') return template.enums?.[field]?.includes(value) ?? false;
  return rules[type]?.(value) ?? false;
}

function typeOf(field: string): string {
  return field.replace(/\d+$/, '');
}
