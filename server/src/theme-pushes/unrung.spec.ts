import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { at, type Bound, monday, PushedTown } from './pushes-for-tests.ts';

type Unrung = Answer<'listUnrung'>;
let town: PushedTown;
let second: string;
let bare: Bound;

/** Two groups, made the wrong way round and named in Chinese figures, and somebody of none beside the founder; none of them has let WeChat remind them. */
beforeAll(async () => {
  town = await PushedTown.start();
  const { make } = town.server;
  const hundredth = await make.group(town.town, '第一百十学习小组');
  second = (await make.group(town.town, '第二学习小组')).id;
  for (const [name, groupId] of [['赵一', hundredth.id], ['王五', second], ['陈四', second], ['陈四', second], ['孙七', null]] as const) await make.member({ town: town.town, name, groupId });
  bare = await town.bound(0);
  await town.planning.scheduled();
  await town.run(at('08:00:00'));
  await town.run(at('08:00:05'));
});
afterAll(() => town.server.close());

const list = async (query: Input<'listUnrung'>['query'] | object = {}): Promise<Unrung> => (await town.server.make.login(town.planning.admin.member)).call('listUnrung', { params: { monday }, query: { pageSize: 100, ...query } });
const names = ({ items }: Pick<Unrung, 'items'>): string[] => items.map(({ member }) => member.name);

test('they stand by group as people count them, then by surname, and those of no group last', async () => {
  const { items } = await list();
  const { items: groups } = await (await town.server.make.login(town.planning.admin.member)).call('listGroups', {});
  const order = groups.map(({ name }) => name).filter((name) => items.some(({ groupName }) => groupName === name));
  expect([...new Set(items.map(({ groupName }) => groupName))]).toEqual([...order, null]);
  expect(order.indexOf('第二学习小组')).toBeLessThan(order.indexOf('第一百十学习小组'));
  expect(names({ items: items.filter(({ groupName }) => groupName === '第二学习小组') })).toEqual(['陈四', '陈四', '王五']);
  expect(names({ items: items.slice(-1) })).toEqual(['孙七']);
});

test('page by page they are the same people in the same order, namesakes too', async () => {
  const { items, total } = await list();
  const pages = await Promise.all(Array.from({ length: total }, (_, before) => list({ page: before + 1, pageSize: 1 })));
  expect(pages.flatMap((page) => page.items)).toEqual(items);
  expect(new Set(items.map(({ member }) => member.memberId)).size).toBe(total);
  expect((await list({ page: total + 1, pageSize: 1 })).items).toEqual([]);
});

test('one group, those of none, and one reason can be had alone; the groups are counted over all', async () => {
  const all = await list();
  const ofSecond = await list({ groupId: second, page: 2, pageSize: 2 });
  expect([names(ofSecond), ofSecond.total, ofSecond.groups]).toEqual([['王五'], 3, all.groups]);
  expect(names(await list({ groupId: 'none' }))).toEqual(['创始人', '孙七']);
  expect(names(await list({ why: 'no_credit' }))).toEqual([bare.member.name]);
  expect((await list({ groupId: second, why: 'no_credit' })).total).toBe(0);
  expect(all.groups.find(({ id }) => id === second)).toEqual({ id: second, name: '第二学习小组', people: 3 });
  expect(all.groups.at(-1)).toEqual({ id: null, name: null, people: 2 });
  expect(all.groups.reduce((sum, { people }) => sum + people, 0)).toBe(all.total);
});
