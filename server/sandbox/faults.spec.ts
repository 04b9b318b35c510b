import { openSandbox, postTo, weekly, weeklyData, type TestSandbox } from './sandbox-for-tests.ts';

const sendPath = '/cgi-bin/message/subscribe/send';

describe('A WeChat that goes wrong on demand', () => {
  let wechat: TestSandbox;
  let openid: string;
  const putFault = (body: unknown) =>
    fetch(`${wechat.url}/sandbox/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const rawSend = async (token: string) =>
    postTo(`${wechat.url}${sendPath}?access_token=${token}`, { touser: openid, template_id: weekly.id, data: weeklyData });

  beforeEach(async () => {
    wechat = await openSandbox();
    openid = wechat.createUser({ nickname: '卫惊蛰', credits: { weekly: 5 } }).openid;
  });
  afterEach(() => wechat.close());

  test('it refuses with a code as many times as told, on the path that was told', async () => {
    await putFault({ path: sendPath, errcode: -1, times: 2 });
    const codes = [];
    for (let time = 0; time < 3; time += 1) codes.push((await wechat.send(openid)).errcode);
    expect(codes).toEqual([-1, -1, 0]);
  });

  test('a slow API answers late, but answers', async () => {
    await putFault({ path: sendPath, delayMs: 300 });
    const token = await wechat.token();
    const startedAt = performance.now();
    expect((await rawSend(token)).status).toBe(200);
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(290);
  });

  test('a dropped answer means that the message went out and the caller cannot know', async () => {
    const token = await wechat.token();
    await putFault({ path: sendPath, dropAnswerAfterActing: true, times: 1 });
    await expect(rawSend(token)).rejects.toThrow();
    expect(wechat.listMessages(openid).total).toBe(1);
    expect(wechat.credits(openid).weekly).toBe(4);
  });

  test('a WeChat that is down hangs up before acting', async () => {
    const token = await wechat.token();
    await putFault({ path: '*', down: true });
    await expect(rawSend(token)).rejects.toThrow();
    wechat.clearFaults();
    expect(wechat.listMessages(openid).total).toBe(0);
    expect((await rawSend(token)).status).toBe(200);
  });

  test('a gateway in between answers HTML', async () => {
    const token = await wechat.token();
    await putFault({ path: sendPath, httpStatus: 502, times: 1 });
    const response = await rawSend(token);
    expect([response.status, response.headers.get('content-type')]).toEqual([502, expect.stringContaining('text/html')]);
  });

  test('the daily quota and all tokens can be taken away', async () => {
    const token = await wechat.token();
    await putFault({ path: sendPath, dailyQuota: 0 });
    expect((await wechat.send(openid)).errcode).toBe(45009);
    await putFault({ revokeTokens: true });
    expect((await wechat.post('/wxa/msg_sec_check', {}, token)).errcode).toBe(40001);
  });

  test('clearing brings everything back', async () => {
    await putFault({ path: '*', errcode: 45009 });
    await putFault({ path: sendPath, dailyQuota: 0 });
    expect((await fetch(`${wechat.url}/sandbox/faults`, { method: 'DELETE' })).status).toBe(204);
    expect(wechat.listFaults()).toEqual([]);
    expect((await wechat.send(openid)).errcode).toBe(0);
  });

  test('a second fault of one kind on one path replaces the first', async () => {
    await putFault({ path: '*', errcode: 45009 });
    await putFault({ path: '*', errcode: -1 });
    expect(wechat.listFaults()).toEqual([{ path: '*', errcode: -1 }]);
  });

  test.each([{}, { path: '*' }, { path: 'send', errcode: 1 }, { path: '*', errcode: 1, delayMs: 2 }, { path: '*', delayMs: 0 }])(
    '%j is no fault and is refused with 400',
    async (body) => {
      expect((await putFault(body)).status).toBe(400);
      expect(wechat.listFaults()).toEqual([]);
    },
  );

  test('calls are counted by path, faulty ones too', async () => {
    const token = await wechat.token();
    await putFault({ path: sendPath, errcode: -1 });
    await rawSend(token);
    await rawSend(token);
    expect(wechat.calls()).toEqual({ '/cgi-bin/stable_token': 1, [sendPath]: 2 });
  });

  test('closing does not wait for a slow answer', async () => {
    const other = await openSandbox();
    other.setFault({ path: '*', delayMs: 60_000 });
    const pending = other.get('/cgi-bin/token').catch(() => 'cut');
    while (other.calls()['/cgi-bin/token'] === undefined) await new Promise((resume) => setTimeout(resume, 5));
    await other.close();
    await pending;
  });
});
