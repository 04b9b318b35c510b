import { desktopCodeIn } from './desktop-code';

test('eight digits are a code, typed in one go, in two halves, or scanned', () => {
  for (const text of ['12345678', '1234 5678', ' 1234-5678\n']) expect(desktopCodeIn(text)).toBe('12345678');
});

test('anything else that a camera finds is none', () => {
  for (const text of ['', '1234567', '123456789', 'https://example.org/12345678', '１２３４５６７８', 'abcdefgh']) expect(desktopCodeIn(text)).toBeNull();
});
