import { type DemoServer, startDemoServer } from './demo-server';
import { httpJson } from './http-json';

export interface SandboxUser {
  readonly openid: string;
  readonly nickname: string;
  readonly phone: string | null;
}

/** Somebody of the sample town's roster, as its admin sees them. */
export interface Townsman {
  readonly id: string;
  readonly name: string;
  readonly groupId: string;
  readonly groupName: string;
  readonly bound: boolean;
  readonly paper: boolean;
  readonly roles: readonly { readonly role: string }[];
}

interface Page<T> {
  readonly items: T[];
  readonly total: number;
}

export type Role = 'member' | 'leader' | 'approver' | 'committee' | 'admin' | 'operator';

/** The demo as tests play it from outside: who is on it, what WeChat does, which rows the server has. */
export class Demo {
  private constructor(readonly server: DemoServer) {}

  static async start(env?: Record<string, string>): Promise<Demo> {
    return new Demo(await startDemoServer(env));
  }

  get url(): string {
    return this.server.url;
  }

  async token(role: Role): Promise<string> {
    return (await this.call<{ token: string }>('POST', '/api/logins/demo', { body: { role } })).token;
  }

  /** Answers the body. @throws Error with the server's refusal */
  async call<T = Record<string, unknown>>(method: string, path: string, options: { body?: unknown; token?: string } = {}): Promise<T> {
    const { status, body } = await httpJson<T>(method, this.url + path, options);
    if (status >= 400) throw new Error(`${method} ${path} answered ${status} ${JSON.stringify(body)}`);
    return body;
  }

  users(): Promise<Page<SandboxUser>> {
    return this.call('GET', '/wechat/sandbox/users?limit=200');
  }

  /** Somebody of the sandbox whose phone is in the roster and whose WeChat is not bound yet. */
  async unboundUser(): Promise<SandboxUser> {
    const unbound = new Set((await this.members()).filter(({ bound, paper }) => !bound && !paper).map(({ name }) => name));
    const user = (await this.users()).items.find(({ nickname }) => unbound.has(nickname));
    if (!user) throw new Error('everybody is bound');
    return user;
  }

  async loginCode({ openid }: SandboxUser): Promise<string> {
    return (await this.call<{ code: string }>('POST', `/wechat/sandbox/users/${openid}/login-codes`)).code;
  }

  async phoneCode({ openid }: SandboxUser): Promise<string> {
    return (await this.call<{ code: string }>('POST', `/wechat/sandbox/users/${openid}/phone-codes`)).code;
  }

  answerSubscription({ openid }: SandboxUser, templateIds: readonly string[], answer: 'accept' | 'reject'): Promise<Record<string, unknown>> {
    const answers = Object.fromEntries(templateIds.map((id) => [id, answer]));
    return this.call('POST', `/wechat/sandbox/users/${openid}/subscription-answers`, { body: { answers } });
  }

  messages({ openid }: SandboxUser): Promise<Page<Record<string, unknown>>> {
    return this.call('GET', `/wechat/sandbox/users/${openid}/messages`);
  }

  moveClock(now: string): Promise<unknown> {
    return this.call('PUT', '/api/demo/clock', { body: { now } });
  }

  /** The whole roster, in the order of names. */
  async members(): Promise<Townsman[]> {
    const token = await this.token('admin');
    const pages = await Promise.all([1, 2].map((page) => this.call<Page<Townsman>>('GET', `/api/members?pageSize=100&page=${page}`, { token })));
    return pages.flatMap(({ items }) => items);
  }

  /** Plain members who use their own WeChat. */
  async readers(): Promise<Townsman[]> {
    return (await this.members()).filter(({ bound, paper, roles }) => bound && !paper && roles.length === 0);
  }

  async userNamed(name: string): Promise<SandboxUser> {
    const user = (await this.users()).items.find(({ nickname }) => nickname === name);
    if (!user) throw new Error(`${name} has no WeChat`);
    return user;
  }

  /** A login of somebody's own WeChat, beside the one on their phone. */
  async tokenOf(user: SandboxUser): Promise<string> {
    const { token } = await this.call<{ token?: string }>('POST', '/api/logins', { body: { code: await this.loginCode(user) } });
    if (!token) throw new Error(`${user.nickname} cannot log in at once`);
    return token;
  }
}
