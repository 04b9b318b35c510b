import { randomUUID } from 'node:crypto';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { BindingsService } from '../logins/bindings.service.ts';
import { ReflectionsService } from './reflections.service.ts';

let server: TestServer;
let town: MadeTown;
let admin: Actor;
let leader: Actor;

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
  leader = await server.make.actor({ town, roles: ['leader'] });
});
afterAll(() => server.close());

const fellow = (): Promise<Actor> => server.make.actor({ town, groupId: leader.member.groupId, name: '周学员' });
const words = (more: object = {}) => ({ title: '清沟的一天', paragraphs: ['组里八户人一起清了沟。', '下雨那天没有积水。'], pictures: [], monday: null, ...more });
const personal = (more: object = {}) => ({ body: { ...words(), clientId: randomUUID(), kind: 'personal' as const, ...more } });
const at = (id: string) => ({ params: { id } });
const noticesOf = async (api: Api) => (await api.call('listNotices')).items.map(({ title, text }) => `${title}：${text}`);
const shown = async (api: Api, query: object = {}) => (await api.call('listReflections', { query: { pageSize: 100, ...query } })).items.map(({ id }) => id);

async function handedIn(author: Actor, more: object = {}): Promise<string> {
  const { id } = await author.api.call('createReflection', personal(more));
  await author.api.call('submitReflection', at(id));
  return id;
}

describe('writing', () => {
  test('a draft is kept once, however often the phone sends it', async () => {
    const { api } = await fellow();
    const sent = personal();
    const answers = await inTheSameMoment(server, () => Promise.all([1, 2, 3].map(() => api.call('createReflection', sent))));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(answers[0]).toMatchObject({ state: 'draft', title: '清沟的一天', machineCheck: 'none', author: { name: '周学员' }, group: { id: leader.member.groupId } });
    expect(await shown(api, { mine: 'true' })).toEqual([answers[0]?.id]);
    await api.call('updateReflection', { ...at(answers[0]?.id ?? ''), body: words({ title: '改了题目' }) });
    expect((await api.call('createReflection', sent)).title).toBe('改了题目');
    expect(await api.codeOf('createReflection', { body: { ...sent.body, title: '另一篇' } })).toBe('CLIENT_ID_REUSED');
  });

  test('a group’s reflection is its leader’s to post', async () => {
    const groupId = leader.member.groupId ?? '';
    const [member, elsewhere] = [await fellow(), (await server.make.group(town)).id];
    expect(await leader.api.call('createReflection', personal({ kind: 'group', groupId }))).toMatchObject({ kind: 'group', group: { id: groupId } });
    expect(await leader.api.codeOf('createReflection', personal({ kind: 'group', groupId: elsewhere }))).toBe('NOT_FOUND');
    expect(await member.api.codeOf('createReflection', personal({ kind: 'group', groupId }))).toBe('NOT_FOUND');
    expect((await leader.api.send('createReflection', personal({ kind: 'group' }))).error).toMatchObject({ code: 'INPUT_INVALID', field: 'groupId' });
  });

  test('pictures are one’s own; a week is a Monday; sixty paragraphs are the most', async () => {
    const [{ api }, other] = [await fellow(), await fellow()];
    const { id: picture } = await api.call('createFile', { query: { purpose: 'reflection' }, file: pngFile() });
    expect(await api.call('createReflection', personal({ pictures: [picture], monday: '2026-11-23' }))).toMatchObject({ pictures: [picture], monday: '2026-11-23' });
    expect(await other.api.codeOf('createReflection', personal({ pictures: [picture] }))).toBe('NOT_FOUND');
    expect(await api.codeOf('createReflection', personal({ monday: '2026-11-24' }))).toBe('INPUT_INVALID');
    expect(await api.codeOf('createReflection', personal({ paragraphs: Array.from({ length: 60 }, () => '字'.repeat(2000)) }))).toBe('ok');
    expect(await api.codeOf('createReflection', personal({ paragraphs: Array.from({ length: 61 }, () => '字') }))).toBe('INPUT_INVALID');
  });

  test('a leader may help a member of the group to write, and keeps the pictures that were there', async () => {
    const author = await fellow();
    const { id: picture } = await author.api.call('createFile', { query: { purpose: 'reflection' }, file: pngFile() });
    const { id } = await author.api.call('createReflection', personal({ pictures: [picture] }));
    expect(await leader.api.call('updateReflection', { ...at(id), body: words({ title: '组长润过的题目', pictures: [picture] }) })).toMatchObject({ title: '组长润过的题目', author: { memberId: author.member.id } });
    const stranger = await server.make.actor({ town, roles: ['leader'] });
    expect(await stranger.api.codeOf('updateReflection', { ...at(id), body: words() })).toBe('NOT_FOUND');
  });
});

describe('who reads it', () => {
  test('a draft stays with its author and the leader of the group', async () => {
    const author = await fellow();
    const { id } = await author.api.call('createReflection', personal());
    expect(await shown(author.api)).toContain(id);
    expect(await shown(leader.api)).toContain(id);
    for (const api of [admin.api, (await fellow()).api]) {
      expect(await shown(api)).not.toContain(id);
      expect(await api.codeOf('getReflection', at(id))).toBe('NOT_FOUND');
    }
    expect(await admin.api.codeOf('publishReflection', at(id))).toBe('NOT_FOUND');
  });

  test('what waits is read by reviewers, what is published by the whole town and by no other', async () => {
    const author = await fellow();
    const { id: picture } = await author.api.call('createFile', { query: { purpose: 'reflection' }, file: pngFile() });
    const id = await handedIn(author, { pictures: [picture] });
    const [reader, foreigner] = [await server.make.actor({ town }), await server.make.actor()];
    expect(await shown(admin.api, { state: 'in_review' })).toContain(id);
    expect(await reader.api.codeOf('getReflection', at(id))).toBe('NOT_FOUND');
    expect(await reader.api.codeOf('getFile', at(picture))).toBe('NOT_FOUND');
    await admin.api.call('publishReflection', at(id));
    expect(await reader.api.call('getReflection', at(id))).toMatchObject({ state: 'published', machineCheck: null, publishedAt: server.now() });
    expect(await reader.api.codeOf('getFile', at(picture))).toBe('ok');
    expect(await shown(reader.api, { groupId: author.member.groupId })).toContain(id);
    expect(await shown(reader.api, { groupId: reader.member.groupId })).not.toContain(id);
    expect(await foreigner.api.codeOf('getReflection', at(id))).toBe('NOT_FOUND');
    expect(await shown(foreigner.api)).toEqual([]);
  });

  test('lists come newest first, page by page', async () => {
    const home = await server.make.town();
    const [boss, author] = [await server.make.actor({ town: home, roles: ['admin'] }), await server.make.actor({ town: home })];
    const ids: string[] = [];
    for (let day = 0; day < 3; day += 1) {
      server.at(server.now() + 60_000);
      const id = await handedIn(author);
      await boss.api.call('publishReflection', at(id));
      ids.unshift(id);
    }
    expect(await boss.api.call('listReflections', { query: { page: 1, pageSize: 2 } })).toMatchObject({ total: 3, items: [{ id: ids[0] }, { id: ids[1] }] });
    expect((await boss.api.call('listReflections', { query: { page: 2, pageSize: 2 } })).items.map(({ id }) => id)).toEqual([ids[2]]);
  });
});

describe('the machine check', () => {
  async function bound(): Promise<{ author: Actor; openid: string }> {
    const author = await fellow();
    const { openid } = server.sandbox.createUser({ nickname: '周学员' });
    server.sandbox.visit(openid);
    await server.make.act(town, () => server.get(BindingsService).bind(author.member, openid));
    return { author, openid };
  }
  const verdictOn = async (author: Actor, text: string): Promise<string | null> => {
    const id = await handedIn(author, { paragraphs: ['字'.repeat(2000), `${'字'.repeat(1900)}${text}`] });
    const { state, machineCheck } = await admin.api.call('getReflection', at(id));
    expect(state).toBe('in_review');
    return machineCheck;
  };

  test('shows reviewers its doubts about any part of the text, and refuses nothing by itself', async () => {
    const { author } = await bound();
    expect(await verdictOn(author, '清沟')).toBe('pass');
    expect(await verdictOn(author, '加微信细说')).toBe('review');
    expect(await verdictOn(author, '打牌赌博')).toBe('risky');
  });

  test('is unavailable for whoever is not bound or was away for hours, and while WeChat is down', async () => {
    expect(await verdictOn(await fellow(), '清沟')).toBe('unavailable');
    const { author } = await bound();
    const now = server.now();
    server.at(now + 3 * 3_600_000);
    expect(await verdictOn(author, '清沟')).toBe('unavailable');
    server.at(now);
    server.sandbox.setFault({ path: '/wxa/msg_sec_check', down: true });
    expect(await verdictOn(author, '清沟')).toBe('unavailable');
    server.sandbox.clearFaults();
  });
});

describe('the review', () => {
  test('tells the admins what waits and the author what became of it; what was returned can be changed and handed in again', async () => {
    const author = await fellow();
    const id = await handedIn(author, { title: '橘子卖到省外' });
    expect(await noticesOf(admin.api)).toContain('有一篇心得等你看：周学员交了《橘子卖到省外》，请看一遍再发布。');
    expect(await author.api.codeOf('updateReflection', { ...at(id), body: words() })).toBe('REFLECTION_STATE');
    expect(await admin.api.call('returnReflection', { ...at(id), body: { reason: '写清楚是哪一家' } })).toMatchObject({ state: 'returned', returnedReason: '写清楚是哪一家' });
    await author.api.call('updateReflection', { ...at(id), body: words({ title: '王家的橘子卖到省外' }) });
    expect(await author.api.call('submitReflection', at(id))).toMatchObject({ state: 'in_review', returnedReason: null });
    await admin.api.call('publishReflection', at(id));
    expect(await noticesOf(author.api)).toEqual(expect.arrayContaining(['心得退回修改：《橘子卖到省外》请再改改：写清楚是哪一家。改好可以再交。', '心得发布了：《王家的橘子卖到省外》审过了，全镇的同志都能读到。']));
  });

  test('handing in twice is one hand-in; what is published stays as it is', async () => {
    const author = await fellow();
    const id = await handedIn(author);
    const before = (await noticesOf(admin.api)).length;
    expect(await author.api.call('submitReflection', at(id))).toMatchObject({ state: 'in_review' });
    expect((await noticesOf(admin.api)).length).toBe(before);
    await admin.api.call('publishReflection', at(id));
    expect((await author.api.send('submitReflection', at(id))).error).toMatchObject({ code: 'REFLECTION_STATE', message: '这篇心得现在是“已发布”，不能这样操作' });
    expect(await author.api.codeOf('updateReflection', { ...at(id), body: words() })).toBe('REFLECTION_STATE');
    expect(await admin.api.codeOf('returnReflection', { ...at(id), body: { reason: '晚了' } })).toBe('REFLECTION_STATE');
  });

  test('two admins at once: one word stands', async () => {
    const id = await handedIn(await fellow());
    const codes = await inTheSameMoment(server, () => Promise.all([admin.api.codeOf('publishReflection', at(id)), admin.api.codeOf('returnReflection', { ...at(id), body: { reason: '再改' } })]));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
  });
});

test('a note belongs to the month of its last hand-in and counts once it is accepted, for its author alone', async () => {
  const notes = server.get(ReflectionsService);
  const author = await fellow();
  const november = () => notes.notesOf(town.scope, author.member.id, '2026-11');
  const id = await handedIn(author);
  expect(await november()).toEqual({ accepted: [], inReview: 1 });
  server.at('2026-12-01T09:00:00+08:00');
  await (await server.make.login(admin.member)).call('publishReflection', at(id));
  expect(await november()).toEqual({ accepted: [{ title: '清沟的一天', kind: 'personal', on: '2026-11-24' }], inReview: 0 });
  expect((await notes.notesOf(town.scope, author.member.id, '2026-12')).accepted).toEqual([]);
  expect((await notes.notesOf(town.scope, leader.member.id, '2026-11')).accepted).toEqual([]);
});
