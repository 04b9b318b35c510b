import type { FastifyRequest } from 'fastify';
import type { Config } from '../config/config.ts';

/**
 * Who is calling, by WeChat's own gateway in front of a CloudRun service; undefined where nobody can say. Only there are
 * the headers worth anything: anywhere else whoever sends a request writes them. WECHAT.md §7
 */
export function gatewayOpenid({ cloudRun, wechat }: Config, { headers }: FastifyRequest): string | undefined {
  if (!cloudRun || !wechat || typeof headers['x-wx-source'] !== 'string') return undefined;
  const [openid, appId] = [headers['x-wx-openid'], headers['x-wx-appid']];
  return typeof openid === 'string' && openid !== '' && appId === wechat.appId ? openid : undefined;
}
