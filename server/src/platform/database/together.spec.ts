import { setTimeout as pause } from 'node:timers/promises';
import { inRequest, requestContext } from '../context/request-context.ts';
import { together } from './together.ts';

test('what is asked in one moment goes together, so many at a time, and each gets its own answer', async () => {
  const runs: number[][] = [];
  const double = together(3, async (asked: readonly number[]) => {
    runs.push([...asked]);
    return asked.map((one) => 2 * one);
  });
  expect(await Promise.all([1, 2, 3, 4, 2].map(double))).toEqual([2, 4, 6, 8, 4]);
  expect(runs).toEqual([[1, 2, 3], [4, 2]]);
});

test('nothing is kept: who asks later is asked for again', async () => {
  let truth = 'before';
  const ask = together(8, async (asked: readonly string[]) => asked.map(() => truth));
  expect(await ask('the same')).toBe('before');
  truth = 'after';
  expect(await ask('the same')).toBe('after');
});

test('one that fails fails alone, and a run that fails fails all of it', async () => {
  const even = together(8, async (asked: readonly number[]) => asked.map((one) => (one % 2 === 0 ? one : new Error(`${one} is odd`))));
  expect(await Promise.allSettled([2, 3, 4].map(even))).toMatchObject([{ value: 2 }, { reason: { message: '3 is odd' } }, { value: 4 }]);
  const broken = together<number, number>(8, () => Promise.reject(new Error('no database')));
  expect(await Promise.allSettled([1, 2].map(broken))).toMatchObject([{ reason: { message: 'no database' } }, { reason: { message: 'no database' } }]);
});

test('runs in nobody’s request, and each goes on in its own', async () => {
  const seen: unknown[] = [];
  const ask = together(8, async (asked: readonly string[]) => {
    await pause(1);
    seen.push(requestContext());
    return asked;
  });
  const inOwn = (id: string): Promise<unknown> => inRequest(id, async () => [await ask(id), requestContext()?.requestId]);
  expect(await Promise.all(['a', 'b'].map(inOwn))).toEqual([['a', 'a'], ['b', 'b']]);
  expect(seen).toEqual([null]);
});
