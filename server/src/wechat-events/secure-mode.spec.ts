import type { Reply } from '../../test/api.ts';
import { sandboxAppId } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { popupEvent, pushAesKey, sealedPush, signedQuery, type SignedQuery } from '../../test/wechat-push.ts';
import { type WechatEvent, WechatEvents } from './wechat-events.service.ts';

const openid = 'oLin_guyu-1234567890abcdefgh';

let server: TestServer;
let heard: WechatEvent[];

beforeAll(async () => {
  server = await startTestServer({ wechat: true, env: { WECHAT_PUSH_AES_KEY: pushAesKey } });
  server.get(WechatEvents).on('subscribe_msg_popup_event', async (event) => void heard.push(event));
});
afterAll(() => server.close());
beforeEach(() => {
  heard = [];
});

const popup = (): string => JSON.stringify(popupEvent(server.now(), openid));
const sealedPopup = (appId = sandboxAppId): ReturnType<typeof sealedPush> => sealedPush(server.now(), appId, popup());
const post = (query: SignedQuery, body: string): Promise<Reply<unknown>> => server.api.send('receiveWechatPush', { query, body }) as Promise<Reply<unknown>>;
const send = ({ query, sealed }: ReturnType<typeof sealedPush>): Promise<Reply<unknown>> => post(query, JSON.stringify({ ToUserName: 'gh_1', Encrypt: sealed }));

test.each(['json', 'xml'])('A message sealed for this app is opened and worked (%s)', async (shape) => {
  const { query, sealed } = sealedPopup();
  const envelope = shape === 'json' ? JSON.stringify({ ToUserName: 'gh_1', Encrypt: sealed }) : `<xml><ToUserName>gh_1</ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`;
  const reply = await post(query, envelope);
  expect([reply.status, String(reply.body)]).toEqual([200, 'success']);
  await server.runJob('wechat-events');
  expect(heard).toMatchObject([{ openid, fields: { List: [{ SubscribeStatusString: 'accept' }] } }]);
});

test('What WeChat tells of a phone in secure mode is opened and worked', async () => {
  server.sandbox.setPush(sandboxAppId, { url: `${server.url}/api/wechat/events`, token: 'tokenOfTheTests', aesKey: pushAesKey });
  const { openid: theirs } = server.sandbox.createUser({ nickname: '林谷雨' });
  server.sandbox.answerSubscriptions(theirs, { answers: { 'theme-of-the-week-template': 'accept' } });
  await server.sandbox.pushesSettled();
  await server.runJob('wechat-events');
  expect(heard).toMatchObject([{ openid: theirs }]);
});

test('One that was sealed for another app is refused', async () => {
  expect((await send(sealedPopup('wx00000000000000ff'))).error.code).toBe('WECHAT_PUSH_FORGED');
});

test('Other sealed words under a signature that they were not signed with are refused', async () => {
  expect((await send({ ...sealedPopup(), sealed: sealedPopup().sealed })).error.code).toBe('WECHAT_PUSH_FORGED');
});

test('One that leaves off the seal is refused, however well it is signed', async () => {
  expect((await post(signedQuery(server.now()), popup())).error.code).toBe('WECHAT_PUSH_FORGED');
});
