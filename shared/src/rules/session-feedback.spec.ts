import { sumFeedback } from './session-feedback.ts';

test('four answers are no counts yet, and not even their number is told', () => {
  expect(sumFeedback([{ useful: 'yes', more: true, count: 3 }, { useful: 'no', more: false, count: 1 }])).toEqual({ answers: '不到5人', useful: null, more: null });
  expect(sumFeedback([])).toEqual({ answers: '不到5人', useful: null, more: null });
});

test('from five on they are counted by what was said', () => {
  const counts = [{ useful: 'yes', more: true, count: 3 }, { useful: 'yes', more: false, count: 1 }, { useful: 'no', more: true, count: 1 }] as const;
  expect(sumFeedback(counts)).toEqual({ answers: '5人', useful: { yes: 4, partly: 0, no: 1 }, more: 4 });
});
