import { readWeekScene, weekPath, weekScene } from './week-code.ts';

const monday = '2026-11-30';

test('a code names the town and the Monday, and is read back', () => {
  const scene = weekScene('longfeng', monday);
  expect(scene).toBe('t=longfeng&m=20261130');
  expect(readWeekScene(encodeURIComponent(scene ?? ''))).toEqual({ town: 'longfeng', monday });
});

test('no code is longer than WeChat takes: first the day is left out, then there is none', () => {
  expect(weekScene('a'.repeat(19), monday)).toBe(`t=${'a'.repeat(19)}&m=20261130`);
  expect(weekScene('a'.repeat(20), monday)).toBe(`t=${'a'.repeat(20)}`);
  expect(weekScene('a'.repeat(31), monday)).toBeNull();
});

test.each([
  ['t=longfeng', { town: 'longfeng', monday: null }],
  ['t=longfeng&m=20261201', { town: 'longfeng', monday: null }],
  ['t=longfeng&m=20260231', { town: 'longfeng', monday: null }],
  ['0f1e2d3c4b5a69788796a5b4', { town: null, monday: null }],
  ['%E0%A4%A', { town: null, monday: null }],
])('of what is printed by others (%s) only what makes sense is taken', (scene, read) => {
  expect(readWeekScene(scene)).toEqual(read);
});

test('a browser finds the same week by its address', () => {
  expect(weekPath('longfeng', monday)).toBe('/pages/week/index?town=longfeng&monday=2026-11-30');
});
