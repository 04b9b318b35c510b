import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { gistOf, roomFor } from './lesson-gist.ts';

const paragraph = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] });

test('a lesson that fits is there whole, without its headings', () => {
  expect(gistOf([{ type: 'heading', level: 2, text: '一笔账' }, paragraph('先算成本。'), paragraph('再定价钱。')], 40)).toBe('先算成本。再定价钱。');
});

test('a long one ends with a whole sentence, and with dots where even the first is too long', () => {
  expect(gistOf([paragraph('先算成本。再定价钱，然后才发货。')], 12)).toBe('先算成本。');
  expect(gistOf([paragraph('先算成本再定价钱然后才发货')], 6)).toBe('先算成本再…');
  expect(gistOf([], 6)).toBe('');
});

test('the more lessons, the less of each', () => {
  expect([1, 2, 3, 6].map(roomFor)).toEqual([336, 168, 84, 28]);
});
