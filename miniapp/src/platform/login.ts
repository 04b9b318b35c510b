import Taro from '@tarojs/taro';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { sandboxPath } from './demo';
import { CallFailure } from './failure';
import { call, reached } from './request';
import { beginSession, endSession, renewCaller, useSession } from './session';
import { handset } from './storage';

export type LoginAnswer = Answer<'createLogin'>;
/** A person of the demo's WeChat. */
export interface SandboxUser {
  readonly openid: string;
  readonly nickname: string;
}

/** From WeChat's own login to one of: logged in, choose a member, bind first. @throws CallFailure */
export async function loginByWechat(): Promise<LoginAnswer> {
  const { code } = await Taro.login();
  return began(await call('createLogin', { body: { code } }));
}

export async function chooseMember(ticket: string, memberId: string): Promise<void> {
  began(await call('chooseLogin', { body: { ticket, memberId } }));
}

/** Binds this WeChat to a member: by WeChat's phone button or by the leader's invitation code. */
export async function bind(ticket: string, consentVersion: string, by: { phoneCode: string } | { invitation: string }): Promise<LoginAnswer> {
  return began(await call('createBinding', { body: { ticket, consentVersion, ...by } }));
}

/** The operator's one-time link: `#` and a secret. */
export async function loginByLink(secret: string): Promise<void> {
  began(await call('createLinkLogin', { body: { secret } }));
}

export async function loginAsDemo(role: Role): Promise<void> {
  handset.remove('sandbox-openid');
  began(await call('createDemoLogin', { body: { role } }));
}

export async function sandboxUsers(): Promise<readonly SandboxUser[]> {
  const found = await sandbox<{ items?: SandboxUser[] } | SandboxUser[]>('GET', '/users?limit=200');
  return Array.isArray(found) ? found : (found.items ?? []);
}

/** In a browser the demo's WeChat stands in for the phone's. */
export async function loginAsSandboxUser(openid: string): Promise<LoginAnswer> {
  handset.put('sandbox-openid', openid);
  const { code } = await sandbox<{ code: string }>('POST', `/users/${encodeURIComponent(openid)}/login-codes`);
  return began(await call('createLogin', { body: { code } }));
}

/** What WeChat's phone button would give, from the demo's WeChat. */
export async function sandboxPhoneCode(): Promise<string> {
  return (await sandbox<{ code: string }>('POST', `/users/${encodeURIComponent(sandboxOpenid() ?? '')}/phone-codes`)).code;
}

export function sandboxOpenid(): string | null {
  return sandboxPath() === null ? null : handset.get<string>('sandbox-openid');
}

/** Leaves. The server is told when it can be reached; this phone forgets at once. */
export async function logout(): Promise<void> {
  const told = useSession.getState().token ? call('endCurrentLogin') : Promise.resolve(undefined);
  endSession({ ended: false });
  await told.catch(() => undefined);
}

/** Fresh roles and consent of whoever is logged in. */
export async function refreshCaller(): Promise<void> {
  const { token } = useSession.getState();
  if (!token) return;
  const caller = await call('getCurrentLogin').catch(() => null);
  if (caller && token === useSession.getState().token) renewCaller(caller);
}

export async function agree(version: string): Promise<void> {
  await call('createConsent', { body: { version } });
  await refreshCaller();
}

export async function withdrawConsent(): Promise<void> {
  await call('withdrawConsent');
  await refreshCaller();
}

/** Calls the controls of the demo's WeChat; only in a browser, only in the demo. */
export async function sandbox<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const { statusCode, data } = await reached(
    Taro.request<T>({ method, url: `${sandboxPath() ?? ''}/sandbox${path}`, data: body === undefined ? undefined : JSON.stringify(body), header: body === undefined ? {} : { 'content-type': 'application/json' } }),
  );
  if (statusCode < 200 || statusCode >= 300) throw new CallFailure('unreached', statusCode, null);
  return data;
}

function began<T extends LoginAnswer>(answer: T): T {
  if (answer.state === 'logged_in') beginSession(answer);
  return answer;
}

/** `#link=…` of the operator's one-time link; only in a browser. */
export function linkSecret(): string | null {
  return process.env.TARO_ENV === 'h5' ? (/^#link=([\w-]{20,100})$/.exec(window.location.hash)?.[1] ?? null) : null;
}
