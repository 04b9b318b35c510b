import { createDecipheriv, createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { appId, openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

interface Told {
  query: Record<string, string>;
  type: string;
  body: string;
}

const aesKey = 'k'.repeat(43);
const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

describe('Events (WECHAT.md §2, Events and Push security)', () => {
  let wechat: TestSandbox;
  let owner: Server;
  let told: Told[];
  /** What the owner's server answers to each try. */
  let answers: [number, string][];
  let openid: string;

  beforeEach(async () => {
    told = [];
    answers = [];
    owner = createServer((request, response) => {
      const query = Object.fromEntries(new URL(request.url ?? '', 'http://example.org').searchParams);
      let body = '';
      request.on('data', (piece: Buffer) => (body += piece.toString()));
      request.on('end', () => {
        told.push({ query, type: request.headers['content-type'] ?? '', body });
        const [status, text] = answers.shift() ?? [200, 'success'];
        response.writeHead(status).end(text);
      });
    });
    await new Promise<void>((done) => owner.listen(0, '127.0.0.1', done));
    wechat = await openSandbox({ limits: { pushRetryMs: 5 } });
    openid = wechat.createUser({ nickname: '周白露' }).openid;
    aim();
  });
  afterEach(async () => {
    await wechat.close();
    owner.close();
  });

  const aim = (more: { aesKey?: string } = {}): void => wechat.setPush(appId, { url: `http://127.0.0.1:${(owner.address() as AddressInfo).port}/events`, token: 'AAAAA', ...more });
  const accept = (alwaysKeep = false) => wechat.answerSubscriptions(openid, { answers: { weekly: 'accept' }, alwaysKeep });
  const heard = async (): Promise<Told[]> => {
    await wechat.pushesSettled();
    return told;
  };
  const parsed = async (): Promise<Record<string, unknown>[]> => (await heard()).map(({ body }) => JSON.parse(body) as Record<string, unknown>);

  test('a tap in the popup, a message that went out and a refusal in the settings are told', async () => {
    accept();
    await wechat.send(openid);
    wechat.keepAnswer(openid, 'weekly', 'reject');
    const events = await parsed();
    expect(new Set(events.map(({ Event }) => Event))).toEqual(new Set(['subscribe_msg_popup_event', 'subscribe_msg_sent_event', 'subscribe_msg_change_event']));
    const listOf = (event: string) => events.find(({ Event }) => Event === event)?.['List'];
    expect(listOf('subscribe_msg_popup_event')).toEqual({ TemplateId: 'weekly', SubscribeStatusString: 'accept', PopupScene: '0' });
    expect(listOf('subscribe_msg_sent_event')).toEqual({ TemplateId: 'weekly', MsgID: wechat.listMessages(openid).items[0]?.msgid, ErrorCode: '0', ErrorStatus: 'success' });
    expect(listOf('subscribe_msg_change_event')).toEqual({ TemplateId: 'weekly', SubscribeStatusString: 'reject' });
  });

  test('a choice that is always kept shows no popup, so there is none to tell of', async () => {
    accept(true);
    accept();
    expect(await heard()).toHaveLength(1);
  });

  test('it is signed with the token', async () => {
    accept();
    const [{ query } = { query: {} as Record<string, string> }] = await heard();
    expect(query['signature']).toBe(sha1('AAAAA', query['timestamp'] ?? '', query['nonce'] ?? ''));
  });

  test('in secure mode only a sealed envelope travels, and the signature covers it', async () => {
    aim({ aesKey });
    accept();
    const [{ query, body } = { query: {} as Record<string, string>, body: '{}' }] = await heard();
    const { Encrypt, ...rest } = JSON.parse(body) as Record<string, string>;
    expect(Object.keys(rest)).toEqual(['ToUserName']);
    expect(query['msg_signature']).toBe(sha1('AAAAA', query['timestamp'] ?? '', query['nonce'] ?? '', Encrypt ?? ''));
    const key = Buffer.from(`${aesKey}=`, 'base64');
    const plain = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false).update(Encrypt ?? '', 'base64');
    expect(plain.length % 32).toBe(0);
    const length = plain.readUInt32BE(16);
    expect(JSON.parse(plain.toString('utf8', 20, 20 + length))).toMatchObject({ Event: 'subscribe_msg_popup_event' });
    expect(plain.toString('utf8', 20 + length)).toMatch(new RegExp(`^${appId}`));
  });

  test.each([
    ['xml', 'text/xml', '<SubscribeMsgPopupEvent><List><TemplateId><![CDATA[weekly]]></TemplateId>'],
    ['wrapped-json', 'application/json', '"SubscribeMsgPopupEvent":{"List":{"TemplateId":"weekly"'],
  ] as const)('it may come as %s', async (shape, type, part) => {
    wechat.setPushManner({ shape });
    accept();
    const [first] = await heard();
    expect(first?.type).toBe(type);
    expect(first?.body).toContain(part);
  });

  test('it may come twice, and late', async () => {
    wechat.setPushManner({ copies: 2, lateMs: 20 });
    accept();
    expect(told).toHaveLength(0);
    const events = await heard();
    expect([events.length, events[0]?.body === events[1]?.body, events[0]?.query['nonce'] === events[1]?.query['nonce']]).toEqual([2, true, false]);
  });

  test('it is tried four times at most, until “success” or nothing is answered', async () => {
    answers = [[500, ''], [200, 'fail'], [200, '']];
    accept();
    expect(await heard()).toHaveLength(3);
    expect(wechat.pushes()).toMatchObject([{ tries: 3, taken: true }]);
    answers = Array.from({ length: 9 }, () => [404, '']);
    accept();
    expect(await heard()).toHaveLength(7);
    expect(wechat.pushes()[0]).toMatchObject({ tries: 4, taken: false });
  });

  test('the address and the manner can be set over HTTP, and the page shows what came of it', async () => {
    const put = (path: string, body: unknown) => fetch(`${wechat.url}/sandbox/${path}`, { method: 'PUT', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
    expect((await put('push-manner', { copies: 3 })).status).toBe(204);
    expect((await put('push-manner', { copies: 0 })).status).toBe(400);
    expect((await put('push', { appId, url: 'ftp://x', token: 't' })).status).toBe(400);
    accept();
    expect(await heard()).toHaveLength(3);
    const page = async (): Promise<string> => (JSON.parse(await (await fetch(`${wechat.url}/sandbox/phones`)).text()) as { faults: string }).faults;
    expect(await page()).toContain('最近一次推送收到了');
    expect((await put('push', { appId, url: 'http://127.0.0.1:9/', token: 'AAAAA' })).status).toBe(204);
    accept();
    await wechat.pushesSettled();
    expect(await page()).toContain('最近一次推送没人收');
  });
});
