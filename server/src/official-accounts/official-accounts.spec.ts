import type { Request } from '@weidangxiao/shared/contract/all.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { accountOfTests, sandboxAppId } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { pushToken, signedQuery } from '../../test/wechat-push.ts';
import { Database } from '../platform/database/database.ts';
import { OfficialAccount } from './official-account.entity.ts';

type Wanted = Request<'setOfficialAccount'>['body'];

const { appId, appSecret, name } = accountOfTests;
let server: TestServer;
let town: MadeTown;
let admin: Actor;
beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
beforeEach(async () => {
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
});
afterEach(() => server.sandbox.clearFaults());
afterAll(() => server.close());

const body = (more: Partial<Wanted> = {}): Wanted => ({ appId, appSecret, name, author: '青禾党建', publishes: true, ...more });
const set = (more: Partial<Wanted> = {}, by = admin) => by.api.call('setOfficialAccount', { body: body(more) });
const check = () => admin.api.call('checkOfficialAccount');

describe('A town’s official account', () => {
  test('is set by an admin, and its secret is shown to nobody and lies sealed', async () => {
    expect(await set()).toEqual({ appId, name, author: '青禾党建', publishes: true, linked: false, pushed: false, setAt: server.now(), setBy: { memberId: admin.member.id, name: '林管理' } });
    expect(JSON.stringify(await admin.api.call('getOfficialAccount'))).not.toContain(appSecret);
    const row = await server.get(Database).rows(OfficialAccount).findOneByOrFail({ townId: town.id });
    expect(row.appSecret).not.toContain(appSecret);
    expect(server.log.join('\n')).not.toContain(appSecret);
  });

  test('leaves a row in the audit', async () => {
    await set();
    const { items } = await admin.api.call('listAuditRows', { query: { act: 'official-account.set' } });
    expect(items).toMatchObject([{ target: appId }]);
  });

  test('keeps its secret when the rest is changed, and wants another one for another AppID', async () => {
    await set();
    await admin.api.call('setOfficialAccount', { body: { appId, name: '新名字' } });
    expect(await check()).toEqual({ ok: true, message: '连上了，可以做草稿' });
    const reply = await admin.api.send('setOfficialAccount', { body: { appId: 'wx00000000000000a2', name } });
    expect([reply.error.code, reply.error.field]).toEqual(['INPUT_INVALID', 'appSecret']);
  });

  test('is for the admins of its town alone', async () => {
    await set();
    const approver = await server.make.actor({ town, roles: ['approver'] });
    expect(await approver.api.codeOf('getOfficialAccount')).toBe('NOT_ALLOWED');
    const stranger = await server.make.actor({ roles: ['admin'] });
    expect((await stranger.api.call('getOfficialAccount')).account).toBeNull();
    expect(await stranger.api.codeOf('removeOfficialAccount')).toBe('NOT_FOUND');
  });

  test('is taken away again', async () => {
    await set();
    await admin.api.call('removeOfficialAccount');
    expect(await admin.api.call('getOfficialAccount')).toEqual({ account: null, wechat: true });
    expect(await admin.api.codeOf('checkOfficialAccount')).toBe('OFFICIAL_ACCOUNT_MISSING');
  });

  test('is set by the operator for a town that leaves it to the host, and the town’s audit says so', async () => {
    const operator = await server.make.operator();
    expect(await operator.call('setTownOfficialAccount', { params: { id: town.id }, body: body() })).toMatchObject({ appId, setBy: null });
    expect((await admin.api.call('getOfficialAccount')).account).toMatchObject({ appId });
    expect((await admin.api.call('listAuditRows', { query: { act: 'official-account.set' } })).items).toMatchObject([{ target: appId }]);
    expect(await operator.codeOf('setTownOfficialAccount', { params: { id: admin.member.id }, body: body() })).toBe('NOT_FOUND');
  });

  test.each([
    ['appId', { appId: 'gh_123456789abc' }],
    ['appSecret', { appSecret: 'short' }],
    ['author', { author: '田'.repeat(17) }],
  ])('with a wrong %s is refused there', async (field, more) => {
    const { error } = await admin.api.send('setOfficialAccount', { body: body(more) });
    expect([error.code, error.field]).toEqual(['INPUT_INVALID', field]);
  });
});

describe('The test of an account', () => {
  test('says that the secret is wrong', async () => {
    await set({ appSecret: 'c'.repeat(32) });
    expect(await check()).toEqual({ ok: false, message: expect.stringContaining('AppSecret不对') });
  });

  test('says that WeChat does not know the AppID', async () => {
    await set({ appId: 'wx00000000000000ff' });
    expect(await check()).toMatchObject({ ok: false, message: expect.stringContaining('AppID不对') });
  });

  test.each([[40164, '白名单'], [40243, '冻结'], [45009, '明天再试'], [89503, '点确认'], [99999, '99999']])('says what %d means', async (errcode, words) => {
    await set();
    server.sandbox.setFault({ path: '/cgi-bin/stable_token', errcode });
    expect(await check()).toMatchObject({ ok: false, message: expect.stringContaining(words) });
  });

  test('says that WeChat does not answer', async () => {
    await set();
    server.sandbox.setFault({ path: '*', down: true });
    expect(await check()).toMatchObject({ ok: false, message: expect.stringContaining('微信连不上') });
  });

  test('asks anew each time, so that a corrected secret counts at once', async () => {
    await set({ appSecret: 'c'.repeat(32) });
    await check();
    await set();
    expect((await check()).ok).toBe(true);
  });
});

describe('The message push of an account', () => {
  const ask = (token: string, app = appId) => server.api.send('checkAccountPush', { params: { appId: app }, query: { ...signedQuery(server.now(), token), echostr: 'here' } });

  test('is answered with the town’s own token, and no more once it is switched off', async () => {
    expect((await set({ push: { token: 'ownToken', aesKey: null } })).pushed).toBe(true);
    expect((await ask('ownToken')).status).toBe(200);
    expect((await ask(pushToken)).error.code).toBe('WECHAT_PUSH_FORGED');
    expect((await set({ name: '新名字' })).pushed).toBe(true);
    expect((await set({ push: null })).pushed).toBe(false);
    expect((await ask('ownToken')).status).toBeGreaterThanOrEqual(400);
  });

  test('does not stand in for the mini-program’s', async () => {
    await set({ push: { token: 'ownToken', aesKey: null } });
    expect((await ask('ownToken', sandboxAppId)).error.code).toBe('WECHAT_PUSH_FORGED');
  });
});
