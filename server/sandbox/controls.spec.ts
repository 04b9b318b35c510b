import { openSandbox, postTo, type TestSandbox } from './sandbox-for-tests.ts';

describe('The phone side over HTTP', () => {
  let wechat: TestSandbox;
  let users: string;
  type Answered = Record<string, string> & { items?: unknown[] };
  const json = async (call: Promise<Response>): Promise<Answered> => JSON.parse(await (await call).text());
  const change = (path: string, method: string, body: unknown) =>
    fetch(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  beforeEach(async () => {
    wechat = await openSandbox({ allowedOrigins: ['http://127.0.0.1:10086'] });
    users = `${wechat.url}/sandbox/users`;
  });
  afterEach(() => wechat.close());

  test('a member with a phone logs in, gives the number, subscribes and receives', async () => {
    const { openid = '' } = await json(postTo(users, { nickname: '张田生', phone: '13800001234' }));
    const { code = '' } = await json(fetch(`${users}/${openid}/login-codes`, { method: 'POST' }));
    const query = new URLSearchParams({ appid: 'wx0123456789abcdef', secret: '0123456789abcdef0123456789abcdef', js_code: code, grant_type: 'authorization_code' });
    expect(await json(fetch(`${wechat.url}/sns/jscode2session?${query}`))).toMatchObject({ openid });
    const phone = await json(fetch(`${users}/${openid}/phone-codes`, { method: 'POST' }));
    expect(await wechat.post('/wxa/business/getuserphonenumber', { code: phone.code })).toMatchObject({ errcode: 0 });
    expect(await json(postTo(`${users}/${openid}/subscription-answers`, { templateId: 'weekly', answer: 'accept' }))).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      weekly: 'accept',
    });
    expect(await json(fetch(`${users}/${openid}/credits`))).toEqual({ weekly: 1 });
    expect((await wechat.send(openid)).errcode).toBe(0);
    expect(await json(fetch(`${users}/${openid}/credits`))).toEqual({ weekly: 0 });
    expect(await json(fetch(`${users}/${openid}/messages`))).toMatchObject({ total: 1, items: [{ title: '每周主题提醒' }] });
  });

  test('people come in pages of 50, at most 200', async () => {
    for (let person = 0; person < 60; person += 1) wechat.createUser({ nickname: `人${person}` });
    expect((await json(fetch(users))).items).toHaveLength(50);
    expect(await json(fetch(`${users}?offset=59&limit=200`))).toMatchObject({ total: 60, items: [{ nickname: '人59' }] });
    expect((await fetch(`${users}?limit=201`)).status).toBe(400);
  });

  test('an openid stands for one person', async () => {
    expect((await postTo(users, { openid: 'o1', nickname: '甲' })).status).toBe(201);
    expect((await postTo(users, { openid: 'o1', nickname: '乙' })).status).toBe(409);
  });

  test('nobody without a phone number gives one, and nobody unknown does anything', async () => {
    wechat.createUser({ openid: 'o1', nickname: '甲' });
    expect((await fetch(`${users}/o1/phone-codes`, { method: 'POST' })).status).toBe(409);
    for (const what of ['login-codes', 'phone-codes', 'visits']) {
      expect((await fetch(`${users}/nobody/${what}`, { method: 'POST' })).status).toBe(404);
    }
    expect((await fetch(`${users}/nobody/messages`)).status).toBe(404);
  });

  test('a user can be blocked, refuse messages and get another number', async () => {
    wechat.createUser({ openid: 'o1', nickname: '甲' });
    const answer = await change(`${users}/o1`, 'PATCH', { blocked: true, refusesMessages: true, phone: '13900001234' });
    expect(await answer.json()).toMatchObject({ blocked: true, refusesMessages: true, phone: '13900001234' });
    expect((await change(`${users}/o1`, 'PATCH', { openid: 'o2' })).status).toBe(400);
  });

  test('a body over a megabyte is refused', async () => {
    const body = JSON.stringify({ nickname: 'x'.repeat(1_100_000) });
    expect((await postTo(users, body)).status).toBe(413);
    expect((await postTo(`${wechat.url}/wxa/msg_sec_check`, body)).status).toBe(413);
  });

  test('a foreign page cannot post here unasked, a named origin may', async () => {
    const posted = await fetch(users, { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{"nickname":"x"}' });
    expect(posted.status).toBe(415);
    const preflight = (origin: string) => fetch(users, { method: 'OPTIONS', headers: { origin } });
    expect((await preflight('https://evil.example')).headers.get('access-control-allow-origin')).toBeNull();
    const allowed = await preflight('http://127.0.0.1:10086');
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, 'http://127.0.0.1:10086']);
  });

  test('behind a base path everything has that path, faults included', async () => {
    const behind = await openSandbox({ basePath: '/wechat' });
    expect(behind.url).toMatch(/\/wechat$/);
    behind.setFault({ path: '/cgi-bin/token', errcode: -1 });
    expect((await behind.get('/cgi-bin/token')).errcode).toBe(-1);
    expect((await fetch(`${behind.url}/sandbox/`)).status).toBe(200);
    await behind.close();
  });
});
