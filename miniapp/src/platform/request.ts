import Taro from '@tarojs/taro';
import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { type RouteName, routeNamed } from '@weidangxiao/shared/routes/all.ts';
import { callContainer } from './cloud-run';
import { CallFailure, refusal } from './failure';
import { reportNetwork } from './network';
import { endSession, useSession } from './session';

const timeoutMs = 15_000;

type Sent<Name extends RouteName> = Record<string, never> extends Request<Name> ? [request?: Request<Name>] : [request: Request<Name>];

/**
 * Calls a route of the table by its name.
 * @throws CallFailure `refused` with the server's sentence, or `unreached`
 */
export async function call<Name extends RouteName>(name: Name, ...[request]: Sent<Name>): Promise<Answer<Name>> {
  const { method } = routeNamed(name);
  const { params, query, body } = (request ?? {}) as { params?: Values; query?: Values; body?: unknown };
  const token = useSession.getState().token;
  const { statusCode, data } = await reached(carried(method, pathOf(name, params, query), body));
  if (statusCode >= 200 && statusCode < 300) return (statusCode === 204 ? undefined : data) as Answer<Name>;
  throw noticed(refusal(statusCode, data), token);
}

/** To the address that the build was given, or to its service in CloudRun. Files always go to the address: only small texts go the other way. */
function carried(method: string, path: string, body: unknown): Promise<{ statusCode: number; data: unknown }> {
  const request = {
    // Neither Taro's type nor WeChat knows PATCH: the routes that use it belong to the desktop.
    method: method as 'GET',
    data: body === undefined ? undefined : JSON.stringify(body),
    header: { ...authorization(), ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    timeout: timeoutMs,
    responseType: 'text' as const,
  };
  return CLOUDRUN ? callContainer(CLOUDRUN, { ...request, path }) : Taro.request<unknown>({ ...request, url: API_BASE + path });
}

type Values = Readonly<Record<string, string | number | boolean | undefined>>;

/** The full address of a route, for files. */
export function urlOf(name: RouteName, params?: Values, query?: Values): string {
  return API_BASE + pathOf(name, params, query);
}

function pathOf(name: RouteName, params: Values = {}, query: Values = {}): string {
  const path = routeNamed(name).path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const pairs = Object.entries(query).filter(([, value]) => value !== undefined);
  const search = pairs.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&');
  return path + (search ? `?${search}` : '');
}

export function authorization(): Record<string, string> {
  const { token } = useSession.getState();
  return token ? { authorization: `Bearer ${token}` } : {};
}

/** Waits for an answer and remembers whether the network carried it. @throws CallFailure unreached */
export async function reached<T>(answer: Promise<T>): Promise<T> {
  try {
    const value = await answer;
    reportNetwork(true);
    return value;
  } catch {
    reportNetwork(false);
    throw new CallFailure('unreached', 0, null);
  }
}

/** A token that the server no longer knows ends the session, unless another login has begun meanwhile. */
export function noticed(failure: CallFailure, token: string | null): CallFailure {
  if (failure.code === 'LOGIN_ENDED' && token !== null && token === useSession.getState().token) endSession({ ended: true });
  return failure;
}
