import { planStateOf, versionInForce } from './implementation-plan.ts';

const versions = [{ version: 3, effectiveFrom: '2027-01-01' }, { version: 2, effectiveFrom: '2026-09-01' }, { version: 1, effectiveFrom: '2025-05-15' }];

test('the newest version whose day has come is in force', () => {
  expect(versionInForce(versions, '2025-05-14')).toBeNull();
  expect(versionInForce(versions, '2026-08-31')?.version).toBe(1);
  expect(versionInForce(versions, '2026-09-01')?.version).toBe(2);
  expect(versionInForce(versions, '2027-06-01')?.version).toBe(3);
});

test('of two that begin on one day the newer one is in force', () => {
  expect(versionInForce([{ version: 1, effectiveFrom: '2026-01-01' }, { version: 2, effectiveFrom: '2026-01-01' }], '2026-01-01')?.version).toBe(2);
});

test('the others are past or still to come', () => {
  expect(versions.map((one) => planStateOf(one, 2))).toEqual(['coming', 'current', 'past']);
  expect(versions.map((one) => planStateOf(one, null))).toEqual(['coming', 'coming', 'coming']);
});
