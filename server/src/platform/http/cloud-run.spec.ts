import { sandboxAppId } from '../../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { popupEvent } from '../../../test/wechat-push.ts';
import { BindingsService } from '../../logins/bindings.service.ts';

/** In CloudRun WeChat's gateway says who is calling. */
const gateway = (openid: string, appId = sandboxAppId) => ({ 'x-wx-source': 'wx_client', 'x-wx-appid': appId, 'x-wx-openid': openid });
let server: TestServer;
let openid: string;
afterEach(() => server.close());

/** Somebody whose WeChat is bound. */
async function start(env: Record<string, string>): Promise<void> {
  server = await startTestServer({ wechat: true, env });
  const town = await server.make.town();
  const { member } = await server.make.actor({ town });
  ({ openid } = server.sandbox.createUser({ nickname: '手机' }));
  await server.make.act(town, () => server.get(BindingsService).bind(member, openid));
}

async function login(headers: Record<string, string>): Promise<string | undefined> {
  const response = await fetch(`${server.url}/api/logins`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: '{"code":"from-the-phone"}' });
  const { state, code } = (await response.json()) as { state?: string; code?: string };
  return state ?? code;
}

test('in CloudRun whom the gateway names is logged in, without WeChat being asked', async () => {
  await start({ CLOUDRUN: 'on' });
  expect(await login(gateway(openid))).toBe('logged_in');
  expect(server.sandbox.calls()['/sns/jscode2session'] ?? 0).toBe(0);
});

test('there, a header of another mini-program, or without its source, says nothing', async () => {
  await start({ CLOUDRUN: 'on' });
  expect(await login(gateway(openid, 'wx0000000000000009'))).toBe('WECHAT_CODE_INVALID');
  expect(await login({ 'x-wx-openid': openid, 'x-wx-appid': sandboxAppId })).toBe('WECHAT_CODE_INVALID');
});

test('anywhere else the headers are whoever’s who writes them, and say nothing', async () => {
  await start({});
  expect(await login(gateway(openid))).toBe('WECHAT_CODE_INVALID');
});

test('in CloudRun too an event that nobody signed is refused: a member’s phone reaches that path with the same headers', async () => {
  await start({ CLOUDRUN: 'on' });
  const headers = { 'content-type': 'application/json', ...gateway(openid) };
  const response = await fetch(`${server.url}/api/wechat/events`, { method: 'POST', headers, body: JSON.stringify(popupEvent(server.now(), openid)) });
  expect(await response.json()).toMatchObject({ code: 'WECHAT_PUSH_FORGED' });
});
