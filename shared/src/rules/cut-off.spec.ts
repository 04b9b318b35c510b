import { atCutOff } from './cut-off.ts';
import type { ReceiptFacts } from './receipt.ts';

const live: ReceiptFacts = {
  month: '2026-11',
  ended: true,
  facts: { night: ['present', 'made_up'], selfStudy: { mondays: 5, done: 3, notes: 0 }, bonus: ['2'] },
  best: {},
  events: { night: [{ date: '2026-11-05', title: '夜校', evidence: '到', effect: '记1次' }] },
  hints: {},
};
const taken = { until: '2026-12-03', today: '2026-12-08', exempt: 'none' as const };

test('the facts are those of the cut-off, with the bonus of today; a line says where more came since', () => {
  const { facts, events } = atCutOff(live, { ...taken, facts: { night: ['present', 'absent'], selfStudy: { mondays: 4, done: 3, notes: 0 } } });
  expect(facts).toEqual({ night: ['present', 'absent'], selfStudy: { mondays: 4, done: 3, notes: 0 }, bonus: ['2'] });
  expect(events['night']?.map(({ effect }) => effect)).toEqual(['记1次', '不改这个月的分，另记一笔调整']);
  expect(events['selfStudy']).toBeUndefined();
});

test('a kind of which nothing was known at the cut-off has its line, too', () => {
  expect(atCutOff(live, { ...taken, facts: {} }).events['selfStudy']?.map(({ date, evidence }) => `${date} ${evidence}`)).toEqual(['2026-12-08 12月3日截止以后收到的记录']);
});
