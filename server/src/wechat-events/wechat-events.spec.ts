import { setTimeout as pause } from 'node:timers/promises';
import type { Reply } from '../../test/api.ts';
import { sandboxAppId } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { eventSecond, popupEvent, sealedPush, signedQuery, type SignedQuery } from '../../test/wechat-push.ts';
import { Database } from '../platform/database/database.ts';
import { WechatEventRow } from './wechat-event.entity.ts';
import { type WechatEvent, WechatEvents } from './wechat-events.service.ts';

const minute = 60_000;
const openid = 'oLin_guyu-1234567890abcdefgh';

let server: TestServer;
let heard: WechatEvent[];
/** What the handler does beside listening. */
let work: () => unknown;

function listenOn(to: TestServer): void {
  to.get(WechatEvents).on('subscribe_msg_popup_event', async (event) => {
    await work();
    heard.push(event);
  });
}

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
  listenOn(server);
});
afterAll(() => server.close());
beforeEach(() => {
  heard = [];
  work = () => undefined;
});

const popup = (more: object = {}): object => popupEvent(server.now(), openid, more);
type Sent = Promise<Reply<unknown>>;
const push = (message: object | string, query: SignedQuery = signedQuery(server.now()), to = server): Sent =>
  to.api.send('receiveWechatPush', { query, body: typeof message === 'string' ? message : JSON.stringify(message) }) as Sent;
const worked = async (): Promise<WechatEvent[]> => {
  await server.runJob('wechat-events');
  return heard;
};
const rows = (): Promise<WechatEventRow[]> => server.get(Database).rows(WechatEventRow).find();

describe('WeChat asks whether this address is the host’s', () => {
  const ask = (query: SignedQuery): Sent => server.api.send('checkWechatPush', { query: { ...query, echostr: '4375120948345356249' } }) as Sent;

  test('and gets its own words back', async () => {
    const { status, headers, body } = await ask(signedQuery(server.now()));
    expect([status, headers.get('content-type'), String(body)]).toEqual([200, 'text/plain; charset=utf-8', '4375120948345356249']);
  });

  test('a stranger who does not know the token gets nothing', async () => {
    expect((await ask(signedQuery(server.now(), 'anotherToken'))).error.code).toBe('WECHAT_PUSH_FORGED');
  });

  test('a clock that is eleven minutes off is told apart from a wrong token', async () => {
    expect((await ask(signedQuery(server.now() - 11 * minute))).error.code).toBe('WECHAT_PUSH_STALE');
  });
});

describe('An event', () => {
  test('is answered “success” before anybody works it, and then worked once', async () => {
    const { status, headers, body } = await push(popup());
    expect([status, headers.get('content-type'), String(body), heard]).toEqual([200, 'text/plain; charset=utf-8', 'success', []]);
    await worked();
    expect(await worked()).toMatchObject([{ appId: sandboxAppId, openid, event: 'subscribe_msg_popup_event', fields: { List: [{ TemplateId: 'weekly', SubscribeStatusString: 'accept' }] } }]);
  });

  test('tells when it happened by WeChat’s clock', async () => {
    await push(popup({ CreateTime: 1_764_000_000 }));
    expect((await worked())[0]?.createdAt).toBe(1_764_000_000_000);
  });

  test('that WeChat tells four times, signed anew each time, counts once', async () => {
    const message = popup();
    const answers = await Promise.all([push(message), push(message), push(message), push(message)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    await push(message);
    expect(await worked()).toHaveLength(1);
    await push(message);
    expect(await worked()).toHaveLength(1);
  });

  test('that nobody here wants is answered all the same', async () => {
    expect((await push(popup({ Event: 'user_enter_tempsession' }))).status).toBe(200);
    expect((await push({ ...popup(), MsgType: 'text', Content: '你好' })).status).toBe(200);
    expect(await worked()).toEqual([]);
  });

  test('leaves no words behind once it is worked', async () => {
    await push(popup());
    expect((await rows()).some(({ bodyCipher }) => bodyCipher?.includes(openid))).toBe(false);
    await worked();
    expect((await rows()).map(({ bodyCipher }) => bodyCipher)).toEqual((await rows()).map(() => null));
    expect(server.log.join('')).not.toContain(openid);
  });

  test('is forgotten a week later', async () => {
    const before = server.now();
    await push(popup());
    await worked();
    server.at(before + 7 * 24 * 60 * minute + 1);
    await server.runJob('wechat-events-forgotten');
    expect(await rows()).toEqual([]);
  });
});

describe('Whatever shape WeChat chooses', () => {
  const list = [{ TemplateId: 'weekly', SubscribeStatusString: 'accept', PopupScene: '0' }, { TemplateId: 'other', SubscribeStatusString: 'reject', PopupScene: '2' }];
  const xmlList = list.map((item) => `<List>${Object.entries(item).map(([name, value]) => `<${name}><![CDATA[${value}]]></${name}>`).join('')}</List>`);
  const xml = (lists: string): string =>
    `<xml><ToUserName><![CDATA[gh_123456789abc]]></ToUserName><FromUserName><![CDATA[${openid}]]></FromUserName><CreateTime>${eventSecond(server.now())}</CreateTime>` +
    `<MsgType><![CDATA[event]]></MsgType><Event><![CDATA[subscribe_msg_popup_event]]></Event><SubscribeMsgPopupEvent>${lists}</SubscribeMsgPopupEvent></xml>`;

  test.each([
    ['JSON, one as an object', () => popup({ List: list[0] }), list.slice(0, 1)],
    ['JSON, many as a list', () => popup({ List: list }), list],
    ['JSON with the wrapper that XML has', () => popup({ List: undefined, SubscribeMsgPopupEvent: { List: list } }), list],
    ['XML, one', () => xml(xmlList[0] ?? ''), list.slice(0, 1)],
    ['XML, many', () => xml(xmlList.join('')), list],
    ['numbers as numbers', () => popup({ List: { ...list[0], PopupScene: 0 } }), list.slice(0, 1)],
  ])('%s: the list is a list, and every value is text', async (_, message, expected) => {
    expect((await push(message())).status).toBe(200);
    expect((await worked())[0]?.fields['List']).toEqual(expected);
  });

  test('an id beyond 2^53 keeps every digit, as text and as a number', async () => {
    const asNumber = JSON.stringify(popup({ List: [{ MsgID: 'here' }] })).replace('"here"', '3248682510344192008');
    await push(asNumber);
    await push(popup({ List: [{ MsgID: '3248682510344192009' }] }));
    const ids = (await worked()).flatMap(({ fields }) => fields['List'] as { MsgID: string }[]).map(({ MsgID }) => MsgID);
    expect(ids.sort()).toEqual(['3248682510344192008', '3248682510344192009']);
  });

  test('the same event as JSON and as XML counts once', async () => {
    const CreateTime = eventSecond(server.now());
    await push(popup({ CreateTime, List: list[0] }));
    await push(xml(xmlList[0] ?? '').replace(/<CreateTime>\d+/, `<CreateTime>${CreateTime}`));
    expect(await worked()).toHaveLength(1);
  });

  test('CloudRun’s question whether there is anybody at this path is answered without a signature', async () => {
    const reply = await server.api.send('receiveWechatPush', { body: '{"action":"CheckContainerPath"}' });
    expect([reply.status, String(reply.body)]).toEqual([200, 'success']);
  });
});

describe('What is refused', () => {
  test('a message whose signature was made without the token', async () => {
    expect((await push(popup(), signedQuery(server.now(), 'anotherToken'))).error.code).toBe('WECHAT_PUSH_FORGED');
  });

  test('a message without a signature, and one with half of it', async () => {
    const { nonce: _, ...half } = signedQuery(server.now());
    expect((await server.api.send('receiveWechatPush', { body: JSON.stringify(popup()) })).error.code).toBe('WECHAT_PUSH_FORGED');
    expect((await push(popup(), half as SignedQuery)).error.code).toBe('WECHAT_PUSH_FORGED');
  });

  test.each([-11, 11])('a signature that is %i minutes old', async (minutes) => {
    expect((await push(popup(), signedQuery(server.now() + minutes * minute))).error.code).toBe('WECHAT_PUSH_STALE');
  });

  test('other words under a signature that was used before, also where nobody wanted the first', async () => {
    for (const first of [popup(), popup({ Event: 'user_enter_tempsession' })]) {
      const query = signedQuery(server.now());
      expect((await push(first, query)).status).toBe(200);
      expect((await push(popup(), query)).error.code).toBe('WECHAT_PUSH_REPLAYED');
      expect((await push(first, query)).status).toBe(200);
    }
    expect(await worked()).toHaveLength(1);
  });

  test.each([
    ['half a JSON', '{"FromUserName":'],
    ['a list', '[]'],
    ['half an XML', '<xml><FromUserName>o'],
    ['XML with entities of its own', '<!DOCTYPE xml [<!ENTITY a "aaaa">]><xml><FromUserName>&a;</FromUserName></xml>'],
    ['XML as deep as a well', `${'<a>'.repeat(3_000)}${'</a>'.repeat(3_000)}`],
    ['JSON as deep as a well', `{"a":${'['.repeat(3_000)}${']'.repeat(3_000)}}`],
    ['an event without a sender', JSON.stringify({ MsgType: 'event', Event: 'x', CreateTime: 1 })],
    ['an event without a time', JSON.stringify({ MsgType: 'event', Event: 'x', FromUserName: openid, CreateTime: '昨天' })],
  ])('%s', async (_, text) => {
    expect((await push(text)).error.code).toBe('WECHAT_PUSH_UNREADABLE');
  });

  test('a body that is larger than any event', async () => {
    expect((await push(popup({ Content: 'x'.repeat(140_000) }))).error.code).toBe('BODY_TOO_LARGE');
  });

  test('a sealed message, where the host chose plain mode', async () => {
    const { query, sealed } = sealedPush(server.now(), sandboxAppId, JSON.stringify(popup()));
    expect((await push({ ToUserName: 'gh_1', Encrypt: sealed }, query)).error.code).toBe('WECHAT_PUSH_FORGED');
  });

  test('everything, where the host has set up no message push', async () => {
    const bare = await startTestServer();
    expect((await push(popup(), signedQuery(server.now()), bare)).error.code).toBe('NOT_FOUND');
    await bare.close();
  });

  test('an account that nobody here knows; the mini-program is found by its AppID too', async () => {
    const to = (appId: string): Sent => server.api.send('receiveAccountPush', { params: { appId }, query: signedQuery(server.now()), body: JSON.stringify(popup()) }) as Sent;
    expect((await to('wx00000000000000ff')).error.code).toBe('NOT_FOUND');
    expect((await to(sandboxAppId)).status).toBe(200);
    const check = await server.api.send('checkAccountPush', { params: { appId: sandboxAppId }, query: { ...signedQuery(server.now()), echostr: 'here' } });
    expect(String(check.body)).toBe('here');
    expect(await worked()).toHaveLength(1);
  });

  test('is told to the host in the log, without a word of what it was', async () => {
    await push(popup(), signedQuery(server.now(), 'anotherToken'));
    const line = server.log.filter((text) => text.includes('A message push was refused')).at(-1);
    expect(line).toContain('WECHAT_PUSH_FORGED');
    expect(line).not.toContain(openid);
  });
});

describe('When something breaks', () => {
  test('an event whose handler fails is tried again, later and later, until it works', async () => {
    let failures = 2;
    work = () => {
      if ((failures -= 1) >= 0) throw new Error('the store is full');
    };
    await push(popup());
    expect(await worked()).toEqual([]);
    expect(await worked()).toEqual([]);
    server.at(server.now() + 1_001);
    expect(await worked()).toEqual([]);
    server.at(server.now() + 10_001);
    expect(await worked()).toHaveLength(1);
    expect(failures).toBe(-1);
  });

  test('one that fails for a day is left for a person, and stops nobody else', async () => {
    work = () => Promise.reject(new Error('never'));
    await push(popup());
    for (let hours = 0; hours < 24; hours += 1) {
      await worked();
      server.at(server.now() + 60 * minute);
    }
    expect((await rows()).filter(({ state }) => state === 'failed')).toHaveLength(1);
    work = () => undefined;
    await push(popup());
    expect(await worked()).toHaveLength(1);
  });

  test('two replicas share the work, and none of it is done twice', async () => {
    const other = await startTestServer({ beside: server });
    listenOn(other);
    work = () => pause(1);
    for (let count = 0; count < 12; count += 1) await push(popup(), signedQuery(server.now()), count % 2 ? server : other);
    await Promise.all([server.runJob('wechat-events'), other.runJob('wechat-events')]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(12);
    expect(heard).toHaveLength(12);
    await other.close();
  });

  test('what a replica took and died over is worked by another one after a while', async () => {
    await push(popup());
    await server.make.act(await server.make.town(), () => server.get(Database).rows(WechatEventRow).update({ state: 'waiting' }, { takenBy: 'a turn that died' }));
    expect(await worked()).toEqual([]);
    server.at(server.now() + 2 * minute + 1);
    expect(await worked()).toHaveLength(1);
  });
});
