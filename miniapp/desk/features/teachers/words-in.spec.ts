import { wordsIn } from './words-in.ts';

it('a line of words is taken apart at commas of any kind, each word once', () => {
  expect(wordsIn(' 剪枝、采摘，打包, 剪枝；')).toEqual(['剪枝', '采摘', '打包']);
  expect(wordsIn('  ')).toEqual([]);
});
