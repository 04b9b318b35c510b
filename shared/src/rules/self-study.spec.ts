import { type SelfStudyRecords, selfStudyMonth } from './self-study.ts';

const november = ['2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30'];
const at = (iso: string): number => Date.parse(`${iso}+08:00`);

function records(wanted: Partial<SelfStudyRecords> & { sentUntil?: string } = {}): SelfStudyRecords {
  const { sentUntil = '2026-11-23', ...rest } = wanted;
  const mondays = november.map((monday) => ({ monday, title: `主题${monday}`, sent: monday <= sentUntil }));
  return { mondays, checkIns: [], notes: [], notesInReview: 0, notePoints: '4', now: at('2026-11-24T12:00'), monthEnded: false, ...rest };
}
const checkIn = (monday: string, state: 'counts' | 'late' = 'counts') => ({ monday, state, kind: 'text' as const, on: monday, enteredBy: null });

test('a check-in that counts is done, one that waits for the leader is not', () => {
  const { facts, events } = selfStudyMonth(records({ checkIns: [checkIn('2026-11-16'), checkIn('2026-11-02', 'late')] }));
  expect(facts).toEqual({ mondays: 5, done: 1, notes: 0 });
  expect(events.map(({ date, effect }) => [date, effect])).toEqual([
    ['2026-11-02', '等组长看'],
    ['2026-11-09', '没有记'],
    ['2026-11-16', '记1次'],
    ['2026-11-23', '12月6日前可以补'],
  ]);
});

test('what still can be done: open weeks, Mondays to come, late ones that wait, and a note', () => {
  const { best, hints } = selfStudyMonth(records({ checkIns: [checkIn('2026-11-23'), checkIn('2026-11-02', 'late')] }));
  // 2 November waits for the leader, 16 and 30 November are open, 9 November is closed.
  expect(best).toEqual({ mondays: 5, done: 4, notes: 1 });
  expect(hints).toEqual(['还有3个周一可以记', '交一篇心得，审过加4分']);
});

test('the week closes with the end of the following Sunday', () => {
  const open = (now: string): number => selfStudyMonth(records({ now: at(now) })).best.done ?? 0;
  expect(open('2026-11-22T23:59:59')).toBe(4);
  expect(open('2026-11-23T00:00:00')).toBe(3);
});

test('a note counts once, and one handed in before the month ended may still be accepted after it', () => {
  const note = { title: '田里的账', kind: 'personal' as const, on: '2026-11-20' };
  const two = selfStudyMonth(records({ notes: [note, { ...note, title: '又一篇', on: '2026-11-25' }] }));
  expect(two.events.slice(-2).map(({ effect }) => effect)).toEqual(['加4分', '已加过，不重复加']);
  expect(two.best.notes).toBe(2);
  expect(selfStudyMonth(records({ monthEnded: true, notesInReview: 1 })).best.notes).toBe(1);
  expect(selfStudyMonth(records({ monthEnded: true })).best.notes).toBe(0);
});

test('a paper note names who saw it', () => {
  const paper = { ...checkIn('2026-11-16'), kind: 'paper' as const, on: '2026-11-18', enteredBy: '陈组长' };
  const { facts, events } = selfStudyMonth(records({ checkIns: [paper] }));
  expect(facts.done).toBe(1);
  expect(events.find(({ date }) => date === '2026-11-16')).toMatchObject({ title: '第47周主题：主题2026-11-16', evidence: '纸质笔记，陈组长11月18日看过', effect: '记1次' });
});
