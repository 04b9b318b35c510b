import { Buffer } from 'node:buffer';
import { type Options, settle } from './wechat-call';
import type { Network } from './wechat-network';

/** A CloudRun service that this phone's mini-program may call, and as whom WeChat knows the person. */
export interface CloudRunPlace {
  readonly env: string;
  readonly service: string;
  readonly appId: string;
  readonly openid: string;
}

const methods = ['GET', 'POST', 'PUT', 'DELETE'];
const mostSent = 100 * 1024;
const mostAnswered = 1024 * 1024;
/** Not to be set by the app. */
const gatewaysOwn = /^(x-wx-|referer$)/i;

/** `wx.cloud`, as far as the mini-program uses it: WeChat's network and the gateway in front of the service. */
export function cloudApi(network: Network, place: CloudRunPlace | undefined): Record<string, unknown> {
  let begun = false;
  return {
    init: () => void (begun = true),
    callContainer: (options: Options) => settle(options, begun && place ? network.whileAlive(called(network, place, options)) : failed(-601002, 'Cloud API isn\'t enabled, please call wx.cloud.init first')),
  };
}

async function called(network: Network, place: CloudRunPlace, options: Options): Promise<unknown> {
  const { path, method = 'GET', data } = options as { path?: string; method?: string; data?: string };
  const header = (options['header'] ?? {}) as Record<string, string>;
  if (!methods.includes(method)) return failed(102005, 'invalid method');
  if (!path?.startsWith('/')) return failed(-501000, 'Path access permission error');
  if ((options['config'] as { env?: string } | undefined)?.env !== place.env || header['X-WX-SERVICE'] !== place.service) return failed(-501000, 'Authorization mismatch');
  if (Buffer.byteLength(data ?? '') > mostSent) return failed(-606001, 'request body too large');
  const { status, headers, bytes } = await network.carry('cloud.callContainer', method, { url: network.place.serverUrl + path, header: byTheGateway(header, place) }, data);
  if (bytes.length > mostAnswered) return failed(-606002, 'response body too large');
  return { statusCode: status, header: headers, data: network.dataOf(bytes), callID: 'sample', errMsg: 'cloud.callContainer:ok' };
}

/** The gateway says who is calling, whatever the app says. */
function byTheGateway(header: Record<string, string>, { env, appId, openid }: CloudRunPlace): Record<string, string> {
  const own = Object.entries(header).filter(([name]) => !gatewaysOwn.test(name));
  return { ...Object.fromEntries(own), 'x-wx-source': 'wx_client', 'x-wx-appid': appId, 'x-wx-openid': openid, 'x-wx-env': env };
}

function failed(errCode: number, why: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(`cloud.callContainer:fail errCode: ${errCode} | errMsg: ${why}`), { errCode }));
}
