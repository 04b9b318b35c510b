import { momentInChinese, spanInChinese } from './span-words.ts';

const at = (text: string) => Date.parse(`${text}+08:00`);

test('a moment is said by its date and time in Shanghai, whatever the date is in UTC', () => {
  expect(momentInChinese(at('2026-11-26T07:05:00'))).toBe('11月26日07:05');
});

test('a span names its second date only where it is another', () => {
  expect(spanInChinese(at('2026-11-26T19:30:00'), at('2026-11-26T21:00:00'))).toBe('11月26日19:30到21:00');
  expect(spanInChinese(at('2026-11-26T19:30:00'), at('2026-11-27T12:00:00'))).toBe('11月26日19:30到11月27日12:00');
});
