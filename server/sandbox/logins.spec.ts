import { createHmac } from 'node:crypto';
import { loginQuery, openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

const minute = 60_000;
const phonePath = '/wxa/business/getuserphonenumber';

describe('Login and phone number (WECHAT.md §1)', () => {
  let wechat: TestSandbox;
  let openid: string;

  beforeEach(async () => {
    wechat = await openSandbox();
    openid = wechat.createUser({ nickname: '王谷雨', phone: '13800001234' }).openid;
  });
  afterEach(() => wechat.close());
  const redeem = async (code: string, more: Record<string, string> = {}) =>
    wechat.get('/sns/jscode2session', { ...loginQuery(code), ...more });

  test('a login code gives openid and session key, without a unionid while none is bound', async () => {
    expect(await wechat.login(openid)).toEqual({ openid, session_key: expect.stringMatching(/^[\w+/]{22}==$/) });
  });

  test('a unionid appears once it is bound', async () => {
    const bound = wechat.createUser({ nickname: '李秀禾', unionid: 'union-1' });
    expect((await wechat.login(bound.openid)).unionid).toBe('union-1');
  });

  test('a code works once', async () => {
    const code = wechat.createLoginCode(openid);
    await redeem(code);
    expect((await redeem(code)).errcode).toBe(40029);
  });

  test('two calls at the same time with one code get one session', async () => {
    const code = wechat.createLoginCode(openid);
    const answers = await Promise.all([redeem(code), redeem(code)]);
    expect(answers.filter((answer) => answer.openid === openid)).toHaveLength(1);
  });

  test('a used code can be made to answer 40163', async () => {
    const other = await openSandbox({ limits: { usedCodeErrcode: 40163 } });
    const user = other.createUser({ nickname: '赵立夏' });
    const query = loginQuery(other.createLoginCode(user.openid));
    await other.get('/sns/jscode2session', query);
    expect((await other.get('/sns/jscode2session', query)).errcode).toBe(40163);
    await other.close();
  });

  test('a code lives five minutes', async () => {
    const [early, late] = [wechat.createLoginCode(openid), wechat.createLoginCode(openid)];
    wechat.pass(5 * minute - 1);
    expect((await redeem(early)).openid).toBe(openid);
    wechat.pass(1);
    expect((await redeem(late)).errcode).toBe(40029);
  });

  test('a refused call does not use the code up', async () => {
    const code = wechat.createLoginCode(openid);
    const wrong: Record<string, string>[] = [{ appid: '' }, { secret: '' }, { appid: 'wx1' }, { secret: 'x' }];
    for (const [place, more] of wrong.entries()) {
      expect((await redeem(code, more)).errcode).toBe([41002, 41004, 40013, 40125][place]);
    }
    expect((await redeem(code)).openid).toBe(openid);
  });

  test('an unknown code answers 40029, a high-risk user 40226', async () => {
    expect((await redeem('nonsense')).errcode).toBe(40029);
    wechat.changeUser(openid, { blocked: true });
    expect((await wechat.login(openid)).errcode).toBe(40226);
  });

  test('a user logs in 100 times a minute and not more, others are not affected', async () => {
    for (let time = 0; time < 100; time += 1) await wechat.login(openid);
    expect((await wechat.login(openid)).errcode).toBe(45011);
    const neighbour = wechat.createUser({ nickname: '陈小满' });
    expect((await wechat.login(neighbour.openid)).openid).toBe(neighbour.openid);
    wechat.pass(minute);
    expect((await wechat.login(openid)).openid).toBe(openid);
  });

  test('a new login replaces the session key, which checksession tells', async () => {
    const signatureBy = (key: unknown) => createHmac('sha256', String(key)).update('').digest('hex');
    const check = async (key: unknown) =>
      (await wechat.get('/wxa/checksession', { access_token: await wechat.token(), openid, signature: signatureBy(key) })).errcode;
    const first = (await wechat.login(openid)).session_key;
    expect(await check(first)).toBe(0);
    const second = (await wechat.login(openid)).session_key;
    expect([await check(first), await check(second)]).toEqual([87009, 0]);
  });

  test('a phone code gives the number once', async () => {
    const code = wechat.createPhoneCode(openid);
    expect(await wechat.post(phonePath, { code, openid })).toMatchObject({
      errcode: 0,
      phone_info: {
        phoneNumber: '13800001234',
        purePhoneNumber: '13800001234',
        countryCode: '86',
        watermark: { timestamp: Date.UTC(2026, 10, 23) / 1_000, appid: 'wx0123456789abcdef' },
      },
    });
    expect((await wechat.post(phonePath, { code })).errcode).toBe(40029);
  });

  test('a phone code is not a login code, nor the other way round', async () => {
    expect((await redeem(wechat.createPhoneCode(openid))).errcode).toBe(40029);
    expect((await wechat.post(phonePath, { code: wechat.createLoginCode(openid) })).errcode).toBe(40029);
  });

  test('a phone code with another openid, after five minutes, or without a token is refused', async () => {
    const code = wechat.createPhoneCode(openid);
    expect((await wechat.post(phonePath, { code, openid: 'somebody' })).errcode).toBe(40029);
    expect((await wechat.post(phonePath, { code }, '')).errcode).toBe(41001);
    wechat.pass(5 * minute);
    expect((await wechat.post(phonePath, { code })).errcode).toBe(40029);
  });
});
