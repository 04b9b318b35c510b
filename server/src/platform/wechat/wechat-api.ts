import type { WechatConfig } from '../config/config.ts';
import { AccessToken, type FreshToken } from './access-token.ts';
import { WechatRefused, WechatUnreachable } from './wechat-failures.ts';
import { type Call, type Reply, WechatHttp } from './wechat-http.ts';

/** Superseded, malformed, missing, expired: worth a new token and one more try. */
const tokenErrcodes: ReadonlySet<number> = new Set([40001, 40014, 41001, 42001]);

/** WeChat's API for one mini-program, tokens included. */
export class WechatApi {
  private readonly http: WechatHttp;
  private readonly token: AccessToken;

  constructor(
    private readonly config: WechatConfig,
    now: () => number,
  ) {
    this.http = new WechatHttp(config.apiBase, config.timeoutMs);
    this.token = new AccessToken(() => this.freshToken(), now);
  }

  /** The APIs that want the app's secret rather than a token. @throws WechatRefused, WechatUnreachable */
  withSecret(path: string, query: Readonly<Record<string, string>>): Promise<Reply> {
    const { appId, appSecret } = this.config;
    return this.http.json({ path, query: { appid: appId, secret: appSecret, ...query } });
  }

  /** @throws WechatRefused, WechatUnreachable */
  post(path: string, body: unknown): Promise<Reply> {
    return this.withToken(path, body, (call) => this.http.json(call));
  }

  /** @throws WechatRefused, WechatUnreachable */
  picture(path: string, body: unknown): Promise<Buffer> {
    return this.withToken(path, body, (call) => this.http.picture(call));
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private async withToken<T>(path: string, body: unknown, send: (call: Call) => Promise<T>): Promise<T> {
    const token = await this.token.get();
    try {
      return await send({ path, query: { access_token: token }, body });
    } catch (error) {
      if (!(error instanceof WechatRefused) || !tokenErrcodes.has(error.errcode)) throw error;
      return send({ path, query: { access_token: await this.token.instead(token) }, body });
    }
  }

  private async freshToken(): Promise<FreshToken> {
    const path = '/cgi-bin/stable_token';
    const { appId, appSecret } = this.config;
    const reply = await this.http.json({ path, body: { grant_type: 'client_credential', appid: appId, secret: appSecret } });
    const { access_token: token, expires_in: seconds } = reply;
    if (typeof token !== 'string' || typeof seconds !== 'number') throw new WechatUnreachable(path);
    return { token, lifetimeMs: seconds * 1_000 };
  }
}
