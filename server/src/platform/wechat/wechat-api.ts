import type { AccessToken } from './access-token.ts';
import { WechatRefused } from './wechat-failures.ts';
import type { Stop } from './exchange.ts';
import { inTime, type Media, type Reply, type WechatHttp } from './wechat-http.ts';

/** What an app of WeChat is known by: a mini-program or an official account. */
export interface WechatApp {
  readonly appId: string;
  readonly appSecret: string;
}

/** Superseded, malformed, missing, expired: worth a new token and one more try. */
const tokenErrcodes: ReadonlySet<number> = new Set([40001, 40014, 41001, 42001]);

/** A picture of a megabyte on a village's line takes longer than a message. */
export const uploadsTake = 4;

/** WeChat's API for one app, tokens included. `WechatApis` makes it. */
export class WechatApi {
  constructor(
    private readonly app: WechatApp,
    private readonly http: WechatHttp,
    private readonly token: AccessToken,
    private readonly timeoutMs: number,
  ) {}

  /** The APIs that want the app's secret rather than a token. @throws WechatRefused, WechatUnreachable */
  withSecret(path: string, query: Readonly<Record<string, string>>): Promise<Reply> {
    const { appId, appSecret } = this.app;
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

  /** As `post`, for pictures; takes at most `uploadsTake` times as long. */
  upload(path: string, query: Readonly<Record<string, string>>, media: Media): Promise<Reply> {
    return this.withToken(path, (token, signal) => this.http.json({ path, query: { ...token, ...query }, media, signal }), this.timeoutMs * uploadsTake);
  }

  private withToken<T>(path: string, send: (query: Readonly<Record<string, string>>, signal: Stop) => Promise<T>, withinMs = this.timeoutMs): Promise<T> {
    return inTime(withinMs, path, async (signal) => {
      const sendWith = (token: string): Promise<T> => send({ access_token: token }, signal);
      const token = await this.token.get();
      try {
        return await sendWith(token);
      } catch (error) {
        if (!(error instanceof WechatRefused) || !tokenErrcodes.has(error.errcode)) throw error;
        return sendWith(await this.token.instead(token));
      }
    });
  }
}
