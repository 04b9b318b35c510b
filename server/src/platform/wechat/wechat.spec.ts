import { AppError } from '@weidangxiao/shared/errors.ts';
import { sandboxAppSecret, sandboxTemplate } from '../../../test/test-sandbox.ts';
import { type Rig, startRig, wechatOff } from '../../../test/wechat-rig.ts';

const tokenPath = '/cgi-bin/stable_token';
const sendPath = '/cgi-bin/message/subscribe/send';
const hour = 3_600_000;

let rig: Rig;
let openid: string;

beforeEach(async () => {
  rig = await startRig();
  ({ openid } = rig.sandbox.createUser({ nickname: '林谷雨', phone: '13800001234', credits: { [sandboxTemplate]: 50 } }));
});
afterEach(() => rig.close());

const codeOf = (call: Promise<unknown>): Promise<string> => call.then(() => 'ok', (error: unknown) => (error instanceof AppError ? error.code : String(error)));
const login = (): Promise<{ openid: string }> => rig.wechat.code2Session(rig.sandbox.createLoginCode(openid));
const send = (title = '把饭碗端在自己手上', wechat = rig.wechat) =>
  wechat.sendSubscribeMessage({ openid, templateId: sandboxTemplate, page: 'pages/week/index?monday=2026-11-23', fields: { thing1: title, date2: '2026年11月23日 08:00', thing3: '点开就能读' } });

describe('A login through WeChat', () => {
  test('a fresh code tells who holds the phone', async () => {
    expect(await login()).toEqual({ openid });
  });

  test('a code works once', async () => {
    const code = rig.sandbox.createLoginCode(openid);
    await rig.wechat.code2Session(code);
    expect(await codeOf(rig.wechat.code2Session(code))).toBe('WECHAT_CODE_INVALID');
  });

  test.each([
    [40163, 'WECHAT_CODE_INVALID'],
    [40226, 'WECHAT_BLOCKED'],
    [45011, 'TOO_MANY_REQUESTS'],
    [-1, 'WECHAT_UNAVAILABLE'],
    [40125, 'WECHAT_UNAVAILABLE'],
  ])('errcode %i reads as %s', async (errcode, code) => {
    rig.sandbox.setFault({ path: '/sns/jscode2session', errcode });
    expect(await codeOf(login())).toBe(code);
  });

  test.each([['down', { down: true }], ['too slow', { delayMs: 30_000 }], ['behind a broken gateway', { httpStatus: 502 }]] as const)('a WeChat that is %s is unavailable', async (_, effect) => {
    rig.sandbox.setFault({ path: '*', ...effect });
    expect(await codeOf(login())).toBe('WECHAT_UNAVAILABLE');
    rig.sandbox.clearFaults();
    expect(await login()).toEqual({ openid });
  });

  test('the phone button tells the number', async () => {
    expect(await rig.wechat.phoneNumber(rig.sandbox.createPhoneCode(openid), openid)).toBe('13800001234');
  });

  test('a phone code pressed by somebody else is no good', async () => {
    const other = rig.sandbox.createUser({ nickname: '何立夏' });
    expect(await codeOf(rig.wechat.phoneNumber(rig.sandbox.createPhoneCode(openid), other.openid))).toBe('WECHAT_CODE_INVALID');
  });
});

describe('A doorbell', () => {
  test('arrives with its fields and its page', async () => {
    await send();
    const [message] = rig.sandbox.listMessages(openid).items;
    expect(message?.fields.map(({ value }) => value)).toEqual(['把饭碗端在自己手上', '2026年11月23日 08:00', '点开就能读']);
    expect(message?.page).toBe('pages/week/index?monday=2026-11-23');
  });

  test('its message id keeps every digit', async () => {
    const outcome = await send();
    const [message] = rig.sandbox.listMessages(openid).items;
    expect(outcome).toEqual({ state: 'sent', msgid: message?.msgid });
    expect(BigInt(message?.msgid ?? 0)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });

  test('a title too long is cut by characters, never inside one', async () => {
    expect((await send('🌾'.repeat(32))).state).toBe('sent');
    const [message] = rig.sandbox.listMessages(openid).items;
    expect(message?.fields[0]?.value).toBe(`${'🌾'.repeat(19)}…`);
  });

  test('line breaks and control characters in a title do no harm', async () => {
    expect((await send('上\n下\u0007\u200b')).state).toBe('sent');
    expect(rig.sandbox.listMessages(openid).items[0]?.fields[0]?.value).toBe('上 下');
  });

  test('a refusal names its code', async () => {
    rig.sandbox.changeUser(openid, { refusesMessages: true });
    expect(await send()).toEqual({ state: 'refused', errcode: 43101 });
  });

  test('a lost answer leaves open whether it rang', async () => {
    await send();
    rig.sandbox.setFault({ path: sendPath, dropAnswerAfterActing: true, times: 1 });
    expect(await send()).toEqual({ state: 'unreachable' });
    expect(rig.sandbox.listMessages(openid).total).toBe(2);
  });
});

test('A slow token and a second try take no longer together than one call may', async () => {
  await send();
  rig.sandbox.setFault({ path: tokenPath, delayMs: 1_200 });
  rig.sandbox.setFault({ path: sendPath, delayMs: 900 });
  rig.sandbox.revokeTokens();
  expect(await send()).toEqual({ state: 'unreachable' });
  expect(rig.sandbox.listMessages(openid).total).toBe(1);
});

describe('The machine check', () => {
  beforeEach(() => rig.sandbox.visit(openid));
  const check = (text: string) => rig.wechat.checkText({ openid, scene: 'social', text });

  test.each([['今天学了两课', 'pass'], ['有事加微信', 'review'], ['一起赌博', 'risky']])('%s: %s', async (text, verdict) => {
    expect(await check(text)).toBe(verdict);
  });

  test('a long text is read to its end', async () => {
    expect(await check(`${'学'.repeat(6_000)}赌博`)).toBe('risky');
    expect(rig.sandbox.calls()['/wxa/msg_sec_check']).toBe(3);
  });

  test('of somebody who was not here for two hours cannot be had', async () => {
    rig.pass(2 * hour + 1);
    expect(await check('今天学了两课')).toBe('unavailable');
  });

  test('cannot be had while WeChat is down', async () => {
    rig.sandbox.setFault({ path: '*', down: true });
    expect(await check('今天学了两课')).toBe('unavailable');
  });
});

describe('Without WeChat', () => {
  test('logins through it are unavailable, texts unchecked, doorbells off', async () => {
    const off = await rig.another({ env: wechatOff });
    expect([off.isOn, off.templateOf('theme')]).toEqual([false, null]);
    expect(await codeOf(off.code2Session('any'))).toBe('WECHAT_UNAVAILABLE');
    expect(await off.checkText({ openid, scene: 'comment', text: '好' })).toBe('unavailable');
  });
});

test('Codes, openids, tokens and secrets never reach the log', async () => {
  const code = rig.sandbox.createLoginCode(openid);
  rig.sandbox.setFault({ path: '*', down: true });
  await codeOf(rig.wechat.code2Session(code));
  await codeOf(rig.wechat.phoneNumber(rig.sandbox.createPhoneCode(openid), openid));
  rig.sandbox.clearFaults();
  rig.sandbox.setFault({ path: '*', errcode: -1 });
  await codeOf(rig.wechat.code2Session(code));
  await rig.wechat.checkText({ openid, scene: 'comment', text: '好' });
  const log = rig.log.join('');
  expect(rig.log.length).toBeGreaterThan(0);
  for (const secret of [code, openid, sandboxAppSecret]) expect(log).not.toContain(secret);
});
