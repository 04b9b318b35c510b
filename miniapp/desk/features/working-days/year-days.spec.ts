import { dayWords, monthsOf, spanWords, stretchesOf } from './year-days.ts';

const off = (day: string, label: string) => ({ day, kind: 'off' as const, label });

describe('the calendar of a year', () => {
  const set = [off('2026-10-01', '国庆节'), { day: '2026-10-10', kind: 'worked' as const, label: '国庆节调休' }];
  const [october] = monthsOf('2026', set).slice(9);

  it('begins each month under its weekday and knows what is set', () => {
    expect([october?.blanks, october?.days.length]).toEqual([3, 31]);
    expect([0, 1, 2, 9].map((at) => october?.days[at]?.look)).toEqual(['off', 'work', 'weekend', 'worked']);
  });

  it('says each day in words', () => {
    expect([0, 1, 2, 9].map((at) => october?.days[at] && dayWords(october.days[at]))).toEqual(['10月1日星期四，放假，国庆节', '10月2日星期五，上班', '10月3日星期六，休息', '10月10日星期六，调成上班，国庆节调休']);
  });

  it('reads a holiday over a weekend as one', () => {
    const days = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'].map((day) => off(day, '春节'));
    expect(stretchesOf([...days, off('2026-04-06', '清明节')]).map((line) => [line.label, spanWords(line)])).toEqual([['春节', '2月16日–23日'], ['清明节', '4月6日']]);
    expect(stretchesOf([off('2026-11-24', '农忙'), off('2026-11-26', '农忙')]).length).toBe(2);
    expect(spanWords({ from: '2026-09-30', to: '2026-10-02' })).toBe('9月30日–10月2日');
  });
});
