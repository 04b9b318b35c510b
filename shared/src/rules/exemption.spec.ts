import { exemptionFault, exemptShare } from './exemption.ts';

const november = { from: '2026-11-01', to: '2026-11-30' };
const always = [{ from: '2026-05-15', to: null }];

test('a month is exempt wholly, in part or not at all', () => {
  expect(exemptShare(november, always, [{ from: '2026-10-20', to: '2026-11-30' }])).toBe('whole');
  expect(exemptShare(november, always, [{ from: '2026-10-20', to: '2026-11-29' }])).toBe('part');
  expect(exemptShare(november, always, [{ from: '2026-10-20', to: '2026-10-31' }])).toBe('none');
});

test('two that follow each other are one; days before somebody joined are not asked', () => {
  expect(exemptShare(november, always, [{ from: '2026-11-01', to: '2026-11-15' }, { from: '2026-11-16', to: '2026-12-15' }])).toBe('whole');
  expect(exemptShare(november, [{ from: '2026-11-10', to: null }], [{ from: '2026-11-10', to: '2026-11-30' }])).toBe('whole');
  expect(exemptShare(november, [], [{ from: '2026-11-10', to: '2026-11-30' }])).toBe('none');
});

test('it ends after it began, lasts a year at most and began within the last one', () => {
  const fault = (from: string, to: string) => exemptionFault({ from, to }, '2026-11-24');
  expect(fault('2026-11-24', '2026-11-24')).toBeNull();
  expect([fault('2026-11-24', '2026-11-23'), fault('2026-11-24', '2027-11-25'), fault('2025-11-22', '2025-12-22')]).toEqual(['end_before_start', 'too_long', 'too_old']);
});
