import { z } from 'zod';
import type { wechatEventRoutes } from '../routes/wechat-events.ts';
import type { ContractOf } from './contract.ts';

const params = z.object({ appId: z.string().regex(/^\w{1,36}$/) });

/** WeChat's own names. Which of them must be there depends on the mode that the host chose; a check of the container's path has none. */
const signed = z.object({
  signature: z.string().max(64).optional(),
  msg_signature: z.string().max(64).optional(),
  timestamp: z.string().max(20).optional(),
  nonce: z.string().max(64).optional(),
});
const asked = signed.extend({ echostr: z.string().min(1).max(256) });

/** JSON or XML, plain or encrypted. */
const body = z.string().min(1);

export const wechatEventContract = {
  checkWechatPush: { query: asked, answer: 'bytes' },
  receiveWechatPush: { query: signed, body, answer: 'bytes' },
  checkAccountPush: { params, query: asked, answer: 'bytes' },
  receiveAccountPush: { params, query: signed, body, answer: 'bytes' },
} as const satisfies ContractOf<typeof wechatEventRoutes>;
