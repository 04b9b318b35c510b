import { WeekCache } from './week-cache.ts';

let now = 0;
let reads = 0;
let cache: WeekCache<number>;
beforeEach(() => {
  [now, reads] = [0, 0];
  cache = new WeekCache(() => now);
});

const read = () => Promise.resolve((reads += 1));
const get = (town = 'a', week = '2026-11-23') => cache.get(town, week, read);

test('a week is read once for everybody who asks within a second, also while it is being read', async () => {
  expect(await Promise.all([get(), get(), get()])).toEqual([1, 1, 1]);
  now = 999;
  expect(await get()).toBe(1);
});

test('after a second it is read again, so that another replica’s change is seen', async () => {
  await get();
  now = 1000;
  expect(await get()).toBe(2);
});

test('a change in a town is seen at once there, and leaves other towns alone', async () => {
  await Promise.all([get('a'), get('ab')]);
  cache.forget('a');
  expect(await get('a')).toBe(3);
  expect(await get('ab')).toBe(2);
});

test('a reading that began before the change is not kept', async () => {
  let finish: (value: number) => void = () => undefined;
  const slow = cache.get('a', 'week', () => new Promise<number>((resolve) => (finish = resolve)));
  cache.forget('a');
  finish(77);
  expect(await slow).toBe(77);
  expect(await get('a', 'week')).toBe(1);
});

test('a failure is told to those who waited and is not kept', async () => {
  const failing = () => cache.get('a', 'week', () => Promise.reject(new Error('down')));
  await expect(Promise.all([failing(), get('a', 'week')])).rejects.toThrow('down');
  expect(await get('a', 'week')).toBe(1);
});

test('of very many weeks the oldest are forgotten', async () => {
  await get('a', 'first');
  for (let week = 0; week < 1000; week += 1) await get('a', `week ${week}`);
  expect(await get('a', 'week 999')).toBe(1001);
  expect(await get('a', 'first')).toBe(1002);
});
