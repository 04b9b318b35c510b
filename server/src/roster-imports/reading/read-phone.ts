import { compact, saysNothing } from '../../platform/xlsx/tidy.ts';

export type PhoneFault =
  | { readonly code: 'PHONE_LENGTH'; readonly count: number }
  | { readonly code: 'PHONE_LETTER'; readonly letter: string; readonly digit: string; readonly suggestion: string }
  | { readonly code: 'PHONE_DIGITS_LOST' | 'PHONE_NOTE'; readonly text: string }
  | { readonly code: 'PHONE_START' | 'PHONE_LANDLINE' | 'PHONE_UNREADABLE' | 'PHONE_TWO' };

export interface PhoneReading {
  /** 11 digits, or null for none. */
  readonly phone: string | null;
  readonly fault: PhoneFault | null;
}

const mobile = /^1\d{10}$/;
const none: PhoneReading = { phone: null, fault: null };
const read = (phone: string, fault: PhoneFault | null = null): PhoneReading => ({ phone, fault });
const refused = (fault: PhoneFault): PhoneReading => ({ phone: null, fault });

/** A mobile number in any writing that a sheet has for it: number, spaces, hyphens, +86, full-width, scientific. */
export function readPhone(text: string): PhoneReading {
  const written = compact(text).replace(/^=?["'‘’“”`]+|["'‘’“”`]+$/g, '');
  if (saysNothing(written) || /^(?:无|没有?|不用|未用|暂无)(?:手机|电话|号码|联系方式)|^0+$/.test(written)) return none;
  const scientific = readScientific(written);
  if (scientific) return scientific;
  const digits = bareNumber(written);
  if (mobile.test(digits)) return read(digits);
  return readSeveral(text) ?? readLetters(digits) ?? readNoted(written) ?? refusalOf(digits);
}

/** 1.3800001234E+10 has all its digits, 1.38E+10 has lost them. */
function readScientific(written: string): PhoneReading | null {
  const [, whole, fraction = '', exponent] = /^(\d)(?:\.(\d+))?[eE]\+?(\d{1,2})$/.exec(written) ?? [];
  if (!whole) return null;
  const digits = `${whole}${fraction}`;
  return mobile.test(digits) && exponent === '10' ? read(digits) : refused({ code: 'PHONE_DIGITS_LOST', text: written });
}

/** Without separators, brackets, a decimal end (.0) and the country's code. */
function bareNumber(written: string): string {
  return written
    .replace(/\.0+$/, '')
    .replace(/[-‐‑‒–—―−~_.·•・,'()[\]【】]/g, '')
    .replace(/^(?:\+|00)?86(?=1\d{10}$)/, '');
}

function readSeveral(text: string): PhoneReading | null {
  const parts = text.normalize('NFKC').split(/[/、,;|\\\n]|和|或|(?<=\d{11})\s+(?=[+1])/);
  const numbers = [...new Set(parts.map((part) => bareNumber(compact(part))).filter((part) => mobile.test(part)))];
  const rest = parts.filter((part) => !mobile.test(bareNumber(compact(part)))).some((part) => /\d/.test(part));
  const [first] = numbers;
  if (!first || parts.length < 2) return null;
  return read(first, numbers.length > 1 || rest ? { code: 'PHONE_TWO' } : null);
}

const lookalikes: Readonly<Record<string, string>> = { O: '0', o: '0', '〇': '0', '○': '0', l: '1', I: '1', i: '1', Z: '2', z: '2', S: '5', s: '5', B: '8' };

function readLetters(digits: string): PhoneReading | null {
  const letter = Object.keys(lookalikes).find((sign) => digits.includes(sign));
  const suggestion = [...digits].map((sign) => lookalikes[sign] ?? sign).join('');
  if (!letter || !mobile.test(suggestion)) return null;
  return refused({ code: 'PHONE_LETTER', letter, digit: lookalikes[letter] ?? '', suggestion });
}

/** '13800001234（儿子）': one whole number with words around it. */
function readNoted(written: string): PhoneReading | null {
  const together = written.replace(/(?<=\d)[-‐‑‒–—―−~_.·](?=\d)/g, '').replace(/(?<!\d)(?:\+|00)?86(?=1\d{10}(?!\d))/, '');
  const [found] = /(?<!\d)1\d{10}(?!\d)/.exec(together) ?? [];
  if (!found) return null;
  const words = together.replace(found, '').replace(/[\p{P}\p{S}]/gu, '');
  if (/\d/.test(words)) return null;
  return read(found, /^(?:(?:联系|本人)?(?:手机|电话|号码|号)*|tel|mobile)$/i.test(words) ? null : { code: 'PHONE_NOTE', text: words.slice(0, 10) });
}

function refusalOf(digits: string): PhoneReading {
  if (!/^\d+$/.test(digits)) return refused({ code: 'PHONE_UNREADABLE' });
  if (/^0\d{9,11}$|^[2-8]\d{6,7}$/.test(digits)) return refused({ code: 'PHONE_LANDLINE' });
  return refused(digits.length === 11 ? { code: 'PHONE_START' } : { code: 'PHONE_LENGTH', count: digits.length });
}
