import { codeInPrint, publicationCode, typedCode } from './publication.ts';

test('a code is twelve letters and digits that are not read as each other, and is read back however it is typed', () => {
  const code = publicationCode(Array.from({ length: 64 }, (_, at) => (at * 37) % 256));
  expect(code).toMatch(/^[2-9A-HJKMNP-Z]{12}$/);
  for (const typed of [codeInPrint(code), codeInPrint(code).toLowerCase(), ` ${code} `, codeInPrint(code).replaceAll('-', '—'), [...code].map((letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)).join('')]) expect(typedCode(typed)).toBe(code);
  for (const typed of ['', 'ABC', code.slice(1), `${code}2`, code.replace(/.$/, '0')]) expect(typedCode(typed)).toBeNull();
});

test('bytes that would make some letters likelier are left out', () => {
  expect(publicationCode([255, ...Array.from({ length: 12 }, () => 0)])).toBe('222222222222');
  expect(() => publicationCode([255, 255])).toThrow('random');
});
