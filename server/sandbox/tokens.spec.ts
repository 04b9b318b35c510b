import { appId, appSecret, openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

const minute = 60_000;
const anyCall = '/wxa/msg_sec_check';
const alive = 47001; // The token passed: the call goes on to miss its body's content.

describe('Access tokens (WECHAT.md §1)', () => {
  let wechat: TestSandbox;
  const trial = async (token: string) => (await wechat.post(anyCall, {}, token)).errcode;
  const stable = (more: object = {}) =>
    wechat.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret: appSecret, ...more }, 'none');
  const classic = (more: Record<string, string> = {}) =>
    wechat.get('/cgi-bin/token', { grant_type: 'client_credential', appid: appId, secret: appSecret, ...more });

  beforeEach(async () => {
    wechat = await openSandbox();
  });
  afterEach(() => wechat.close());

  test('stable_token gives the same token on repeats with what remains of its two hours', async () => {
    const first = await stable();
    wechat.pass(10 * minute);
    expect(first.expires_in).toBe(7200);
    expect(await stable()).toEqual({ access_token: first.access_token, expires_in: 6600 });
  });

  test('a token takes the 512 characters that callers must have room for', async () => {
    expect(await wechat.token()).toHaveLength(512);
  });

  test('in its last five minutes a stable token is renewed, and both work for five minutes', async () => {
    const old = await wechat.token();
    wechat.pass(116 * minute);
    const renewed = await wechat.token();
    expect(renewed).not.toBe(old);
    wechat.pass(5 * minute - 1);
    expect([await trial(old), await trial(renewed)]).toEqual([alive, alive]);
    wechat.pass(1);
    expect([await trial(old), await trial(renewed)]).toEqual([42001, alive]);
  });

  test('one millisecond before its last five minutes it is still the same', async () => {
    const old = await wechat.token();
    wechat.pass(115 * minute - 1);
    expect(await wechat.token()).toBe(old);
    wechat.pass(1);
    expect(await wechat.token()).not.toBe(old);
  });

  test('force_refresh kills the old token at once', async () => {
    const old = await wechat.token();
    const forced = await wechat.token(true);
    expect([await trial(old), await trial(forced)]).toEqual([40001, alive]);
  });

  test('force_refresh is refused within 30 seconds and beyond 20 times a day', async () => {
    await stable({ force_refresh: true });
    wechat.pass(29_999);
    expect((await stable({ force_refresh: true })).errcode).toBe(45011);
    for (let time = 2; time <= 20; time += 1) {
      wechat.pass(30_000);
      expect((await stable({ force_refresh: true })).errcode).toBeUndefined();
    }
    wechat.pass(30_000);
    expect((await stable({ force_refresh: true })).errcode).toBe(45009);
    wechat.pass(24 * 60 * minute);
    expect((await stable({ force_refresh: true })).errcode).toBeUndefined();
  });

  test('each classic call gives a new token and the old one survives five minutes', async () => {
    const old = String((await classic()).access_token);
    const fresh = String((await classic()).access_token);
    expect(fresh).not.toBe(old);
    wechat.pass(5 * minute - 1);
    expect(await trial(old)).toBe(alive);
    wechat.pass(1);
    expect([await trial(old), await trial(fresh)]).toEqual([40001, alive]);
  });

  test('the two families do not invalidate each other', async () => {
    const kept = await wechat.token();
    const other = String((await classic()).access_token);
    await wechat.token(true);
    wechat.pass(1);
    expect(await trial(other)).toBe(alive);
    await classic();
    expect(await trial(kept)).toBe(40001); // Superseded by the forced one, not by the classic ones.
    expect(await trial(await wechat.token())).toBe(alive);
  });

  test('a token in use is missing 41001, malformed 40014, unknown 40001, grown old 42001', async () => {
    const token = await wechat.token();
    const flipped = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    expect([await trial(''), await trial('abc'), await trial(flipped)]).toEqual([41001, 40014, 40001]);
    wechat.pass(120 * minute);
    expect(await trial(token)).toBe(42001);
  });

  test('asking wrongly is told apart: appid, secret, grant type, method', async () => {
    const asked: Record<string, string>[] = [{ appid: '' }, { secret: '' }, { appid: 'wx1' }, { secret: 'x' }, { grant_type: 'x' }];
    const expected = [41002, 41004, 40013, 40125, 40002];
    expect(await Promise.all(asked.map(async (more) => (await stable(more)).errcode))).toEqual(expected);
    expect(await Promise.all(asked.map(async (more) => (await classic(more)).errcode))).toEqual(expected);
    expect((await wechat.get('/cgi-bin/stable_token')).errcode).toBe(43002);
  });

  test('the classic family allows 2000 calls a day', async () => {
    wechat.leaveToday('/cgi-bin/token', 1);
    await classic();
    expect((await classic()).errcode).toBe(45009);
  });

  test('when all tokens are revoked the old ones answer 40001 and a new one works', async () => {
    const old = await wechat.token();
    wechat.revokeTokens();
    expect([await trial(old), await trial(await wechat.token())]).toEqual([40001, alive]);
  });

  test('an error text ends in a request id as the live one does (Conventions)', async () => {
    const { errmsg } = await stable({ secret: 'x' });
    expect(errmsg).toMatch(/ rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/);
  });
});
