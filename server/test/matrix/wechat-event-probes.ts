import { sandboxAppId } from '../test-sandbox.ts';
import { signedQuery } from '../wechat-push.ts';
import { type Cell, plain, type Probes } from './probe.ts';

const params = { appId: sandboxAppId };
const asked = ({ world }: Cell) => ({ query: { ...signedQuery(world.server.now()), echostr: 'here' } });
const told = ({ world }: Cell) => {
  const at = world.server.now();
  return { query: signedQuery(at), body: JSON.stringify({ FromUserName: 'o-somebody', CreateTime: Math.floor(at / 1_000), MsgType: 'event', Event: 'user_enter_tempsession' }) };
};

export const wechatEventProbes = {
  checkWechatPush: plain(asked),
  receiveWechatPush: plain(told),
  checkAccountPush: plain((cell) => ({ params, ...asked(cell) })),
  receiveAccountPush: plain((cell) => ({ params, ...told(cell) })),
} satisfies Partial<Probes>;
