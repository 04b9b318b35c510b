import type { Actor, MadeTown } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let town: MadeTown;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
});
afterAll(() => server.close());

test('a practice base says what can be practised there, where, and who keeps it', async () => {
  const keeper = await server.make.actor({ town, name: '管园子的' });
  const made = await admin.api.call('createPracticeBase', { body: { name: '柳溪柑橘园', practices: ['剪枝', '打包'], address: '柳溪村', groupId: keeper.member.groupId, keeperId: keeper.member.id, note: '周末开放' } });
  const { items } = await keeper.api.call('listPracticeBases');
  expect(items).toEqual([made]);
  expect(made).toMatchObject({ practices: ['剪枝', '打包'], address: '柳溪村', note: '周末开放', group: { id: keeper.member.groupId }, keeper: { name: '管园子的' }, closed: false });
  expect((await keeper.api.call('listPracticeBases', { query: { practice: '直播' } })).total).toBe(0);
  expect(await admin.api.codeOf('createPracticeBase', { body: { name: '柳溪柑橘园', practices: ['剪枝'] } })).toBe('NAME_TAKEN');
  expect(await admin.api.codeOf('createPracticeBase', { body: { name: '空的', practices: [] } })).toBe('INPUT_INVALID');
});

test('one’s own group’s come first', async () => {
  const home = await server.make.town();
  const boss = await server.make.actor({ town: home, roles: ['admin'] });
  const villager = await server.make.actor({ town: home });
  for (const [name, groupId] of [['大棚', null], ['鱼塘', villager.member.groupId], ['作坊', null]] as const) await boss.api.call('createPracticeBase', { body: { name, practices: ['看一看'], groupId } });
  expect((await villager.api.call('listPracticeBases')).items.map(({ name }) => name)).toEqual(['鱼塘', '大棚', '作坊']);
});

test('a change of one thing leaves the others; a closed base is shown apart and its name is free', async () => {
  const { id } = await admin.api.call('createPracticeBase', { body: { name: '老鱼塘', practices: ['养鱼'], note: '先打电话' } });
  expect(await admin.api.call('updatePracticeBase', { params: { id }, body: { practices: ['养鱼', '打捞'] } })).toMatchObject({ name: '老鱼塘', practices: ['养鱼', '打捞'], note: '先打电话' });
  const closed = await admin.api.call('closePracticeBase', { params: { id } });
  expect(await admin.api.call('closePracticeBase', { params: { id } })).toEqual(closed);
  expect(closed).toMatchObject({ name: '老鱼塘', closed: true });
  expect((await admin.api.call('listPracticeBases', { query: { pageSize: 100 } })).items.map((one) => one.id)).not.toContain(id);
  expect((await admin.api.call('listPracticeBases', { query: { closed: 'true' } })).items.map((one) => one.id)).toEqual([id]);
  expect(await admin.api.codeOf('updatePracticeBase', { params: { id }, body: { note: '晚了' } })).toBe('PRACTICE_BASE_CLOSED');
  expect(await admin.api.codeOf('createPracticeBase', { body: { name: '老鱼塘', practices: ['养鱼'] } })).toBe('ok');
});
