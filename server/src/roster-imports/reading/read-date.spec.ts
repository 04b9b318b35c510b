import fc from 'fast-check';
import { readDate } from './read-date.ts';

const today = '2026-11-24';
const read = (text: string) => readDate(text, today);

describe('the time of joining', () => {
  test.each([
    ['1990', '1990'],
    ['1990年', '1990'],
    ['1990.9', '1990-09'],
    ['1990.10', '1990-10'],
    ['1990年9月', '1990-09'],
    ['1990 年 9 月', '1990-09'],
    ['1990 9', '1990-09'],
    ['199009', '1990-09'],
    ['1990-9-5', '1990-09-05'],
    ['1990/09/05', '1990-09-05'],
    ['1990.9.5', '1990-09-05'],
    ['19900905', '1990-09-05'],
    ['1990年9月5日', '1990-09-05'],
    ['1990年9月入党', '1990-09'],
    ['１９９０．９', '1990-09'],
    ['一九九〇年九月', '1990-09'],
    ['一九八五年十二月二十三日', '1985-12-23'],
    ['1990-09-05 00:00:00', '1990-09-05'],
    ['33121', '1990-09-05'],
    ['25/9/1990', '1990-09-25'],
    ['9/1990', '1990-09'],
    ['2026-11', '2026-11'],
  ])('%j is %s', (text, date) => {
    expect(read(text)).toEqual({ date, fault: null });
  });

  test.each(['', '无', '/', '不详', '群众'])('%j is none', (text) => {
    expect(read(text)).toEqual({ date: null, fault: null });
  });

  test.each([
    ['2006-13', 'DATE_MONTH'],
    ['2006-02-30', 'DATE_DAY'],
    ['1990.2.29', 'DATE_DAY'],
    ['2026-12', 'DATE_FUTURE'],
    ['1917.10', 'DATE_TOO_EARLY'],
    ['七九年', 'DATE_SHORT_YEAR'],
    ['5/9/1990', 'DATE_UNREADABLE'],
    ['上大学的时候', 'DATE_UNREADABLE'],
  ])('%j is refused as %s', (text, code) => {
    expect(read(text)).toMatchObject({ date: null, fault: { code } });
  });

  test('with two digits of a year, or digits that were swapped, is suggested', () => {
    expect(read('79.7').fault?.suggestion).toBe('1979-07');
    expect(read('05年3月').fault?.suggestion).toBe('2005-03');
    expect(read('2031-07').fault?.suggestion).toBe('2013-07');
  });

  test('1990.1 in a cell that holds a number may be October', () => {
    expect(readDate('1990.1', today, true)).toEqual({ date: '1990-01', fault: { code: 'DATE_OCTOBER', suggestion: '1990-10' } });
    expect(read('1990.1')).toEqual({ date: '1990-01', fault: null });
  });

  test('is the same day in every writing of it', () => {
    const days = fc.date({ min: new Date('1921-07-01'), max: new Date('2026-11-24'), noInvalidDate: true }).map((day) => day.toISOString().slice(0, 10));
    const writings: ((y: string, m: string, d: string) => string)[] = [(y, m, d) => `${y}年${Number(m)}月${Number(d)}日`, (y, m, d) => `${y}.${m}.${d}`, (y, m, d) => `${y}/${Number(m)}/${Number(d)}`, (y, m, d) => `${y}${m}${d}`, (y, m, d) => ` ${y} - ${m} - ${d} `];
    fc.assert(
      fc.property(days, fc.constantFrom(...writings), (day, write) => {
        const [y = '', m = '', d = ''] = day.split('-');
        expect(read(write(y, m, d))).toEqual({ date: day, fault: null });
      }),
    );
  });

  test('is never anything but a date that has been', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日./-]{0,12}$/)), (text) => {
        const { date } = read(text);
        if (date !== null) expect(date).toMatch(/^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
        expect((date ?? '') <= today).toBe(true);
      }),
    );
  });
});
