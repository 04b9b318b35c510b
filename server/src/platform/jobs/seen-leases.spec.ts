import { SeenLeases } from './seen-leases.ts';

describe('A lease', () => {
  let now = 0;
  const leases = (): SeenLeases => new SeenLeases(15_000, 9_000, () => now);

  beforeEach(() => {
    now = 1_000_000;
  });

  test('is lost when this replica has watched it for longer than a lease may last', () => {
    const seen = leases();
    expect(seen.lostAmong(['a'])).toEqual([]);
    now += 15_000;
    expect(seen.lostAmong(['a'])).toEqual([]);
    now += 1;
    expect(seen.lostAmong(['a', 'b'])).toEqual(['a']);
  });

  test('that ended in between counts anew', () => {
    const seen = leases();
    seen.lostAmong(['a']);
    now += 10_000;
    seen.lostAmong([]);
    now += 10_000;
    expect(seen.lostAmong(['a'])).toEqual([]);
  });

  test('is never judged by another replica’s clock: one that is ten minutes ahead sees it just as young', () => {
    now += 600_000;
    expect(leases().lostAmong(['taken a moment ago'])).toEqual([]);
  });

  test('is left in time for the last message to be answered and written down', () => {
    expect(leases().stopBefore()).toBe(now + 6_000);
  });
});
