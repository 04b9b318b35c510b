import type { RouteTable } from './route.ts';

/** WeChat's message push (消息推送): for the mini-program, and for the official account with that AppID. */
const push = { permission: 'wechat-events.receive', rateLimit: 'callback', audit: null, download: 'text/plain' } as const;
const raw = { maxBytes: 128 * 1024 } as const;

export const wechatEventRoutes = {
  checkWechatPush: { method: 'GET', path: '/api/wechat/events', ...push },
  receiveWechatPush: { method: 'POST', path: '/api/wechat/events', ...push, raw },
  checkAccountPush: { method: 'GET', path: '/api/wechat/events/:appId', ...push },
  receiveAccountPush: { method: 'POST', path: '/api/wechat/events/:appId', ...push, raw },
} as const satisfies RouteTable;
