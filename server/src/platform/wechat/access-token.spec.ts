import { sandboxAppId, sandboxTemplate } from '../../../test/test-sandbox.ts';
import type { SendOutcome } from './subscribe-message.ts';
import { onSandbox, type Rig, startRig } from '../../../test/wechat-rig.ts';
import { WechatToken } from './wechat-token.entity.ts';
import type { WeChat } from './wechat.ts';

const tokenPath = '/cgi-bin/stable_token';
const sendPath = '/cgi-bin/message/subscribe/send';
const minute = 60_000;
const hour = 60 * minute;

let rig: Rig;
let openid: string;

beforeEach(async () => {
  rig = await startRig();
  ({ openid } = rig.sandbox.createUser({ nickname: '林谷雨', credits: { [sandboxTemplate]: 50 } }));
});
afterEach(() => rig.close());

const send = (wechat: WeChat = rig.wechat, to = openid): Promise<SendOutcome> =>
  wechat.sendSubscribeMessage({ openid: to, templateId: sandboxTemplate, page: 'pages/week/index', fields: { thing1: '把饭碗端在自己手上', date2: '2026年11月23日 08:00', thing3: '点开就能读' } });
const tokenCalls = (): number | undefined => rig.sandbox.calls()[tokenPath];
const readers = (count: number): string[] => Array.from({ length: count }, () => rig.sandbox.createUser({ nickname: '周小满', credits: { [sandboxTemplate]: 5 } }).openid);
const statesOf = async (sends: readonly Promise<SendOutcome>[]): Promise<string[]> => [...new Set((await Promise.all(sends)).map(({ state }) => state))];

describe('The access token of one replica', () => {
  test('is asked for once, however many want it at the same moment', async () => {
    await Promise.all(Array.from({ length: 20 }, () => rig.wechat.checkText({ openid, scene: 'comment', text: '好' })));
    expect(tokenCalls()).toBe(1);
  });

  test('is renewed before it ends, and nobody waits for that', async () => {
    await send();
    rig.pass(2 * hour - 3 * minute);
    rig.sandbox.setFault({ path: tokenPath, delayMs: 400 });
    expect((await send()).state).toBe('sent');
    rig.pass(4 * minute);
    expect((await send()).state).toBe('sent');
    expect(rig.sandbox.calls()).toMatchObject({ [tokenPath]: 2, [sendPath]: 3 });
  });

  test('that still works goes on working when the renewal fails', async () => {
    await send();
    rig.pass(2 * hour - 3 * minute);
    rig.sandbox.setFault({ path: tokenPath, down: true });
    expect([(await send()).state, (await send()).state]).toEqual(['sent', 'sent']);
  });

  test('that was revoked is replaced once for all, and nobody notices', async () => {
    await send();
    rig.sandbox.revokeTokens();
    const texts = Array.from({ length: 10 }, () => rig.wechat.checkText({ openid, scene: 'comment', text: '好' }));
    rig.sandbox.visit(openid);
    expect(new Set(await Promise.all(texts))).toEqual(new Set(['pass']));
    expect(tokenCalls()).toBe(2);
  });

  test.each([40001, 40014, 41001, 42001])('errcode %i is tried again with a new token, but only once', async (errcode) => {
    rig.sandbox.setFault({ path: sendPath, errcode });
    expect(await send()).toEqual({ state: 'refused', errcode });
    expect(rig.sandbox.calls()).toMatchObject({ [tokenPath]: 2, [sendPath]: 2 });
  });
});

describe('The access token of three replicas', () => {
  let replicas: WeChat[];
  beforeEach(async () => {
    // A busy machine may need longer for a turn of theirs than the rig lets one call take.
    const env = { ...onSandbox(rig.sandbox), WECHAT_TIMEOUT_MS: '5000' };
    replicas = [await rig.another({ env }), await rig.another({ env }), await rig.another({ env })];
  });

  const everywhere = (openids: readonly string[]): Promise<SendOutcome>[] => openids.map((to, at) => send(replicas[at % replicas.length], to));

  test('is asked for once, whichever of them want it at the same moment', async () => {
    rig.sandbox.setFault({ path: tokenPath, delayMs: 150 });
    expect(await statesOf(everywhere(readers(12)))).toEqual(['sent']);
    expect(tokenCalls()).toBe(1);
  });

  test('that is revoked in the middle of a push is replaced by one of them', async () => {
    const openids = readers(30);
    await Promise.all(everywhere(openids.slice(0, 3)));
    const sends = everywhere(openids.slice(3));
    rig.sandbox.revokeTokens();
    expect(await statesOf(sends)).toEqual(['sent']);
    expect(await statesOf(everywhere(openids))).toEqual(['sent']);
    expect(tokenCalls()).toBe(2);
  });

  test('is taken over by a replica that starts later', async () => {
    await send();
    expect((await send(await rig.another())).state).toBe('sent');
    expect(tokenCalls()).toBe(1);
  });

  test('is asked for by the next one when the one that asked died', async () => {
    expect(await rig.tokens.claim(sandboxAppId, await rig.tokens.find(sandboxAppId), 'a replica that died')).toBe(true);
    const waiting = Promise.all(everywhere(readers(3)));
    for (const until = Date.now() + 10_000; tokenCalls() === undefined && Date.now() < until; ) {
      rig.pass(60);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    await waiting;
    expect(await statesOf(everywhere(readers(3)))).toEqual(['sent']);
    expect(tokenCalls()).toBe(1);
  });

  test('works on for all when their clocks are ten minutes apart', async () => {
    replicas = [rig.wechat, await rig.another({ aheadMs: 10 * minute }), await rig.another({ aheadMs: -10 * minute })];
    for (let passed = 0; passed < 5 * hour; passed += 7 * minute) {
      expect(await statesOf(everywhere(readers(3)))).toEqual(['sent']);
      rig.pass(7 * minute);
    }
  });

  test('is sealed where it lies', async () => {
    await send();
    const { token } = await rig.tokens.find(sandboxAppId);
    expect(token).toMatch(/^\w{512}$/);
    const rows = await rig.database.rows(WechatToken).find();
    expect(rows.map(({ tokenCipher }) => tokenCipher?.includes(String(token)))).toEqual([false]);
  });
});
