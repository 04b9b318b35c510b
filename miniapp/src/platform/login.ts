import Taro from '@tarojs/taro';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { sandboxPath } from './demo';
import { CallFailure } from './failure';
import { type Entry, forgetPerson, type Known, remember } from './people';
import { call, reached } from './request';
import { beginSession, endSession, ownerOf, renewCaller, useSession } from './session';
import { handset } from './storage';

export type LoginAnswer = Answer<'createLogin'>;
/** A person of the demo's WeChat. */
export interface SandboxUser {
  readonly openid: string;
  readonly nickname: string;
}

/** From WeChat's own login to one of: logged in, choose a member, bind first. @throws CallFailure */
export async function loginByWechat(): Promise<LoginAnswer> {
  return began(await asked(entryNow(), false));
}

/** One more person is to use this phone's WeChat: binds them first. @throws CallFailure */
export async function loginAsAnother(): Promise<LoginAnswer> {
  return asked(entryNow(), true);
}

/**
 * Somebody whom this phone knows comes back. False when this WeChat does not know them any more; nobody is logged in instead
 * of them.
 * @throws CallFailure
 */
export async function loginAgain({ id, entry }: Known): Promise<boolean> {
  if (entry.by === 'demo') await loginAsDemo(entry.role);
  else {
    if (entry.by === 'sandbox') handset.put('sandbox-openid', entry.openid);
    const answer = await asked(entry, false);
    if (answer.state === 'choose' && answer.choices.some(({ memberId }) => memberId === id)) await chooseMember(answer.ticket, id);
    else if (answer.state === 'logged_in' && answer.caller.member?.id === id) began(answer);
    else return false;
  }
  return true;
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
  beginSession(await call('createLinkLogin', { body: { secret } }));
}

export async function loginAsDemo(role: Role): Promise<void> {
  handset.remove('sandbox-openid');
  began(await call('createDemoLogin', { body: { role } }), { by: 'demo', role });
}

export async function sandboxUsers(): Promise<readonly SandboxUser[]> {
  const found = await sandbox<{ items?: SandboxUser[] } | SandboxUser[]>('GET', '/users?limit=200');
  return Array.isArray(found) ? found : (found.items ?? []);
}

/** In a browser the demo's WeChat stands in for the phone's. */
export async function loginAsSandboxUser(openid: string): Promise<LoginAnswer> {
  handset.put('sandbox-openid', openid);
  return began(await asked({ by: 'sandbox', openid }, false));
}

/** What WeChat's phone button would give, from the demo's WeChat. */
export async function sandboxPhoneCode(): Promise<string> {
  return (await sandbox<{ code: string }>('POST', `/users/${encodeURIComponent(sandboxOpenid() ?? '')}/phone-codes`)).code;
}

export function sandboxOpenid(): string | null {
  return sandboxPath() === null ? null : handset.get<string>('sandbox-openid');
}

/** Leaves. The server is told when it can be reached; this phone forgets the login and the name at once. */
export async function logout(): Promise<void> {
  forgetPerson(ownerOf(useSession.getState()));
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

/** Whether this phone has a WeChat to log in with: a browser has one only as a person of the demo's. */
export function hasWechat(): boolean {
  return process.env.TARO_ENV !== 'h5' || sandboxOpenid() !== null;
}

/** Calls the controls of the demo's WeChat; only in a browser, only in the demo. */
export async function sandbox<T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> {
  const { statusCode, data } = await reached(
    Taro.request<T>({ method, url: `${sandboxPath() ?? ''}/sandbox${path}`, data: body === undefined ? undefined : JSON.stringify(body), header: body === undefined ? {} : { 'content-type': 'application/json' } }),
  );
  if (statusCode < 200 || statusCode >= 300) throw new CallFailure('unreached', statusCode, null);
  return data;
}

function began<T extends LoginAnswer>(answer: T, entry: Entry = entryNow()): T {
  if (answer.state === 'logged_in') {
    beginSession(answer);
    remember(answer.caller, entry);
  }
  return answer;
}

async function asked(entry: Entry, another: boolean): Promise<LoginAnswer> {
  const { code } = entry.by === 'sandbox' ? await sandbox<{ code: string }>('POST', `/users/${encodeURIComponent(entry.openid)}/login-codes`) : await Taro.login();
  return call('createLogin', { body: { code, another } });
}

function entryNow(): Entry {
  const openid = sandboxOpenid();
  return openid ? { by: 'sandbox', openid } : { by: 'wechat' };
}

/** `#link=…` of the operator's one-time link; only in a browser. */
export function linkSecret(): string | null {
  return process.env.TARO_ENV === 'h5' ? (/^#link=([\w-]{20,100})$/.exec(window.location.hash)?.[1] ?? null) : null;
}
