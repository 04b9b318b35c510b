import fc from 'fast-check';
import { type Queued, RingQueue } from './ring-queue.ts';

interface Ring extends Queued {
  readonly id: number;
}
const ringFor = (id: number, openid: string, stopAt = Infinity): Ring => ({ id, openid, stopAt });

/** Rings everything with so many lanes; answers in which order, and how many of one phone or in all were on their way at once at most. */
async function ringAll(claims: readonly (readonly Ring[])[], lanes: number, isOver: () => boolean = () => false) {
  const left = [...claims];
  const queue = new RingQueue<Ring>({ more: async () => left.shift() ?? null, isOver, now: () => 0 }, lanes);
  const rung: number[] = [];
  const now = new Map<string, number>();
  let [atOnce, perPhone, going] = [0, 0, 0];
  const lane = async (): Promise<void> => {
    for (let ring = await queue.next(); ring; ring = await queue.next()) {
      now.set(ring.openid, (now.get(ring.openid) ?? 0) + 1);
      [going, perPhone] = [going + 1, Math.max(perPhone, now.get(ring.openid) ?? 0)];
      atOnce = Math.max(atOnce, going);
      await new Promise((resume) => setImmediate(resume));
      rung.push(ring.id);
      going -= 1;
      now.set(ring.openid, (now.get(ring.openid) ?? 0) - 1);
      queue.done(ring);
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return { rung, atOnce, perPhone, left: (await queue.left()).map(({ id }) => id) };
}

const claims = fc.array(fc.array(fc.constantFrom('一', '二', '三', '四'), { maxLength: 12 }), { maxLength: 8 }).map((some) => {
  let id = 0;
  return some.map((openids) => openids.map((openid) => ringFor((id += 1), openid)));
});

test('Every ring is handed out once, never two to one phone at once, by any number of lanes', () =>
  fc.assert(
    fc.asyncProperty(claims, fc.integer({ min: 1, max: 9 }), async (some, lanes) => {
      const { rung, perPhone, atOnce, left } = await ringAll(some, lanes);
      expect([...rung].sort((a, b) => a - b)).toEqual(some.flat().map(({ id }) => id));
      expect([perPhone <= 1, atOnce <= lanes, left]).toEqual([true, true, []]);
    }),
  ));

test('What is late is not handed out any more, and is given back', async () => {
  const { rung, left } = await ringAll([[ringFor(1, '一', -1), ringFor(2, '二'), ringFor(3, '三', -1)]], 2);
  expect([rung, left.sort()]).toEqual([[2], [1, 3]]);
});

test('When it is over nothing more is handed out, and what was claimed is given back', async () => {
  let asked = 0;
  const { rung, left } = await ringAll([Array.from({ length: 20 }, (_, id) => ringFor(id, String(id)))], 2, () => (asked += 1) > 8);
  expect(rung.length).toBeLessThan(20);
  expect(rung.length + left.length).toBe(20);
});

test('A claim that fails fails every lane', async () => {
  const queue = new RingQueue<Ring>({ more: () => Promise.reject(new Error('no database')), isOver: () => false, now: () => 0 }, 2);
  await expect(Promise.all([queue.next(), queue.next()])).rejects.toThrow('no database');
});
