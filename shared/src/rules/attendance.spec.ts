import fc from 'fast-check';
import { type Mark, markWays, settle } from './attendance.ts';
import { attendanceStatuses } from './assessment/rubric.ts';

const mark = (id: string, order: number, status: Mark['status'], more: Partial<Mark> = {}): Mark => ({ id, order, status, way: 'roll', over: [], ...more });

describe('what counts', () => {
  test('is nothing where nobody marked, and the one mark where there is one', () => {
    expect(settle([])).toEqual({ status: null, differs: false, standing: [] });
    expect(settle([mark('a', 1, 'late')])).toMatchObject({ status: 'late', differs: false });
  });

  test('is the mark that replaced another, also when it arrives first', () => {
    const [first, second] = [mark('a', 1, 'absent'), mark('b', 2, 'present', { over: ['a'] })];
    expect(settle([second]).status).toBe('present');
    expect(settle([second, { ...first, order: 3 }])).toMatchObject({ status: 'present', differs: false });
  });

  test('is what was received last where standing marks differ, and all of them are shown', () => {
    const settled = settle([mark('a', 2, 'absent'), mark('b', 1, 'present')]);
    expect([settled.status, settled.differs, settled.standing.map(({ id }) => id)]).toEqual(['absent', true, ['b', 'a']]);
    expect(settle([mark('a', 1, 'present'), mark('b', 2, 'present')])).toMatchObject({ status: 'present', differs: false });
  });

  test('is nothing once a mark was taken back', () => {
    expect(settle([mark('a', 1, 'present'), mark('b', 2, null, { over: ['a'] })])).toMatchObject({ status: null, differs: false });
  });

  test('is the leader’s word where a scan stands beside it', () => {
    const scan = mark('s', 9, 'present', { way: 'scan' });
    expect(settle([mark('a', 1, 'absent'), scan])).toMatchObject({ status: 'absent', differs: false });
    // Taken back, the leader says nothing: the scan counts.
    expect(settle([mark('a', 1, null), scan])).toMatchObject({ status: 'present' });
  });
});

const marks: fc.Arbitrary<Mark[]> = fc
  .array(fc.record({ status: fc.option(fc.constantFrom(...attendanceStatuses), { nil: null }), way: fc.constantFrom(...markWays), over: fc.array(fc.nat(7), { maxLength: 3 }) }), { maxLength: 8 })
  .map((rows) => rows.map(({ over, ...row }, at) => ({ ...row, id: `m${at}`, order: at, over: over.filter((one) => one < at).map((one) => `m${one}`) })));

test('whatever order marks arrive in, and however often, the same set settles the same', () => {
  fc.assert(
    fc.property(marks, fc.infiniteStream(fc.nat()), (set, order) => {
      const shuffled = [...set, ...set].map((one) => [order.next().value as number, one] as const).sort((a, b) => a[0] - b[0]).map(([, one]) => one);
      expect(settle(shuffled)).toEqual(settle(set));
    }),
  );
});

test('a mark over all that stands is what counts, always', () => {
  fc.assert(
    fc.property(marks, fc.constantFrom(...attendanceStatuses), (set, status) => {
      const chosen = mark('chosen', 99, status, { over: set.map(({ id }) => id) });
      expect(settle([...set, chosen])).toMatchObject({ status, differs: false, standing: [chosen] });
    }),
  );
});
