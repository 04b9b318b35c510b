import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
  member = await server.make.actor({ town, name: '周书记' });
});
afterAll(() => server.close());

const [top, below] = [randomUUID(), randomUUID()];
const post = (id: string, more: object = {}) => ({ id, title: '组长', ...more });
const draw = (posts: object[], revision = 0, by = admin) => by.api.send('setOrganisation', { body: { revision, posts } as never });

test('while nobody has drawn it, the chart is empty', async () => {
  expect(await member.api.call('getOrganisation')).toEqual({ revision: 0, changed: null, posts: [] });
});

test('a chart says who answers for what: members by name, others in words, and posts that nobody holds yet', async () => {
  const posts = [
    post(top, { title: '校长', role: 'secretary', duties: ['定全年的学习', '每月听一次汇报'], holderId: member.member.id }),
    post(below, { title: '宣统委员', role: 'publicity', parentId: top, holderText: '县里派来的同志' }),
    post(randomUUID(), { title: '教务', parentId: below }),
  ];
  await draw(posts);
  const seen = await member.api.call('getOrganisation');
  expect(seen).toMatchObject({ revision: 1, changed: { at: server.now(), by: { name: '林管理' } } });
  expect(seen.posts.map(({ title, role, holder }) => [title, role, holder.member?.name ?? holder.text])).toEqual([['校长', 'secretary', '周书记'], ['宣统委员', 'publicity', '县里派来的同志'], ['教务', null, '']]);
  expect(seen.posts[0]?.duties).toEqual(['定全年的学习', '每月听一次汇报']);
});

test.each<[string, object[], string, string]>([
  ['a circle', [post(top, { parentId: below }), post(below, { parentId: top })], 'posts.0.parentId', '绕了一圈'],
  ['a post under one that is not there', [post(top), post(below, { parentId: randomUUID() })], 'posts.1.parentId', '不在表里'],
  ['two secretaries', [post(top, { role: 'secretary' }), post(below, { role: 'secretary' })], 'posts.1.role', '只能有一个'],
  ['a post twice', [post(top), post(top)], 'posts.1.id', '写了两次'],
  ['more posts than a page holds', Array.from({ length: 61 }, () => post(randomUUID())), 'posts', '最多60个岗位'],
])('no chart with %s', async (_, posts, field, reason) => {
  const { error } = await draw(posts);
  expect(error).toMatchObject({ code: 'INPUT_INVALID', field });
  expect(error.message).toContain(reason);
  expect((await member.api.call('getOrganisation')).revision).toBe(0);
});

test('who holds a post is of this town', async () => {
  const stranger = await server.make.member();
  expect((await draw([post(top), post(below, { holderId: stranger.id })])).error).toMatchObject({ code: 'NOT_FOUND', field: 'posts.1.holderId' });
});

test('whoever has not seen the newest chart does not overwrite it', async () => {
  await draw([post(top)]);
  expect((await draw([post(below)])).error.code).toBe('ORGANISATION_CHANGED');
  expect((await draw([post(below)], 1)).body).toMatchObject({ revision: 2, posts: [{ id: below }] });
  expect((await draw([post(top)], 1)).error.code).toBe('ORGANISATION_CHANGED');
});

test.each([0, 1])('of two admins in the same moment one is told, from revision %s', async (revision) => {
  const other = await server.make.actor({ town, roles: ['admin'] });
  if (revision > 0) await draw([post(randomUUID())]);
  const replies = await inTheSameMoment(server, () => Promise.all([draw([post(top)], revision), draw([post(below)], revision, other)]));
  expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
  const won = replies.find(({ status }) => status === 200)?.body;
  expect(await member.api.call('getOrganisation')).toEqual(won);
});
