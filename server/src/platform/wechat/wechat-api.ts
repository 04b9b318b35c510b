import type { WechatConfig } from '../config/config.ts';
import { AccessToken, type FreshToken } from './access-token.ts';
import { WechatRefused, WechatUnreachable } from './wechat-failures.ts';
import { type Reply, WechatHttp } from './wechat-http.ts';

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

  /**
   * The whole of it, tokens and second try included, takes no longer than one call may: a lease on a message counts on that.
   * @throws WechatRefused, WechatUnreachable
   */
  post(path: string, body: unknown): Promise<Reply> {
    return this.withToken(path, (query, signal) => this.http.json({ path, query, body, signal }));
  }

  /** As `post`, for the APIs that answer a picture. */
  picture(path: string, body: unknown): Promise<Buffer> {
    return this.withToken(path, (query, signal) => this.http.bytes({ path, query, body, signal }));
  }

  close(): Promise<void> {
    return this.http.close();
  }

  private async withToken<T>(path: string, send: (query: Readonly<Record<string, string>>, signal: AbortSignal) => Promise<T>): Promise<T> {
    const signal = AbortSignal.timeout(this.config.timeoutMs);
    const sendWith = (token: string): Promise<T> => send({ access_token: token }, signal);
    const token = await inTime(this.token.get(), signal, path);
    try {
      return await sendWith(token);
    } catch (error) {
      if (!(error instanceof WechatRefused) || !tokenErrcodes.has(error.errcode)) throw error;
      return sendWith(await inTime(this.token.instead(token), signal, path));
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

/** Others wait for the same token, so the question for it goes on when one of them stops waiting. */
function inTime<T>(promise: Promise<T>, signal: AbortSignal, path: string): Promise<T> {
  return new Promise((resolve, reject) => {
    const stop = (): void => reject(new WechatUnreachable(path));
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject);
  });
}
