import { qrDrawing } from './qr-drawing';

test('an address is drawn as a square with its quiet margin, also where there is no TextEncoder', () => {
  const { TextEncoder: kept } = globalThis;
  Reflect.deleteProperty(globalThis, 'TextEncoder');
  try {
    const svg = decodeURIComponent(qrDrawing('https://example.org/packages/sessions/sign-in/index?scene=0123456789abcdef01234567'));
    const side = Number(/viewBox="0 0 (\d+) /.exec(svg)?.[1]);
    // Sizes of such codes are 17 + 4 × version; four modules of margin on each side.
    expect((side - 8 - 17) % 4).toBe(0);
    expect(svg).toContain('M4 4h1v1h-1z');
    expect(svg).not.toContain('M3 4h1v1h-1z');
  } finally {
    Object.assign(globalThis, { TextEncoder: kept });
  }
});
