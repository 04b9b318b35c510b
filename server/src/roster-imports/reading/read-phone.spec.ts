import fc from 'fast-check';
import { readPhone } from './read-phone.ts';

const codeOf = (text: string): string => readPhone(text).fault?.code ?? 'none';

/** Any mobile number that nobody has. */
const phones = fc.tuple(fc.integer({ min: 30, max: 99 }), fc.integer({ min: 0, max: 9999 })).map(([head, tail]) => `1${head}0000${String(tail).padStart(4, '0')}`);
const fullWidth = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));

describe('a phone', () => {
  test.each(['13800001234', '138 0000 1234', '138-0000-1234', '138—0000—1234', '138.0000.1234', '(138)00001234', '　138　00001234', '+8613800001234', '+86 138-0000-1234', '86 13800001234', '008613800001234', '１３８００００１２３４', '＋８６１３８００００１２３４', '1.3800001234E+10', '13800001234.0', "'13800001234", '="13800001234"', '\u200b13800001234\n', '手机：13800001234', '13800001234/138-0000-1234'])('is read from %j', (text) => {
    expect(readPhone(text)).toEqual({ phone: '13800001234', fault: null });
  });

  test.each(['', ' ', '　', '无', '没有', '没有手机', '无手机', '暂无', '-', '——', '/', '0'])('is none in %j', (text) => {
    expect(readPhone(text)).toEqual({ phone: null, fault: null });
  });

  test.each([
    ['1380000123', 'PHONE_LENGTH'],
    ['138000012345', 'PHONE_LENGTH'],
    ['23800001234', 'PHONE_START'],
    ['0832-1234567', 'PHONE_LANDLINE'],
    ['8888000', 'PHONE_LANDLINE'],
    ['1.38E+10', 'PHONE_DIGITS_LOST'],
    ['138OOOO1234', 'PHONE_LETTER'],
    ['问他儿子', 'PHONE_UNREADABLE'],
    ['13800001234/13900001234', 'PHONE_TWO'],
    ['13800001234 13900001234', 'PHONE_TWO'],
    ['13800001234（儿子）', 'PHONE_NOTE'],
  ])('%j is told as %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  test('of two numbers the first counts, and a letter that looks like a digit is suggested as one', () => {
    expect(readPhone('13800001234、13900001234').phone).toBe('13800001234');
    expect(readPhone('138O000l234').fault).toMatchObject({ suggestion: '13800001234' });
  });

  test('is the same however it is written', () => {
    const noise = fc.array(fc.constantFrom(' ', '　', '-', '－', '.', '\u00a0', '‑'), { minLength: 10, maxLength: 10 });
    const prefix = fc.constantFrom('', '+86', '86', '0086', '+86 ', '＋８６-');
    fc.assert(
      fc.property(phones, noise, prefix, fc.boolean(), (phone, between, code, wide) => {
        const spread = `${code}${[...phone].map((digit, at) => `${digit}${between[at] ?? ''}`).join('')}`;
        expect(readPhone(wide ? fullWidth(spread) : spread)).toEqual({ phone, fault: null });
      }),
    );
  });

  test('is never invented: whatever is read stands in the text, or nothing is read', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d\s+.-]{0,24}$/), fc.integer().map(String)), (text) => {
        const { phone, fault } = readPhone(text);
        if (phone === null) return;
        expect(phone).toMatch(/^1\d{10}$/);
        if (!/[eE]/.test(text)) expect(text.normalize('NFKC').replace(/\D/g, '')).toContain(phone);
        expect(['PHONE_TWO', 'PHONE_NOTE', undefined]).toContain(fault?.code);
      }),
    );
  });

  test('with a digit too few or too many is never taken for one', () => {
    fc.assert(
      fc.property(phones, fc.integer({ min: 0, max: 9 }), (phone, digit) => {
        expect(readPhone(phone.slice(0, -1))).toMatchObject({ phone: null, fault: { code: 'PHONE_LENGTH', count: 10 } });
        expect(readPhone(`${phone}${digit}`)).toMatchObject({ phone: null, fault: { code: 'PHONE_LENGTH', count: 12 } });
      }),
    );
  });
});
