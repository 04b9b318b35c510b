import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { Clock } from '../clock/clock.ts';
import { Config } from '../config/config.ts';
import { AccessToken, type FreshToken } from './access-token.ts';
import { WechatApi, type WechatApp } from './wechat-api.ts';
import { WechatUnreachable } from './wechat-failures.ts';
import { type Call, WechatHttp } from './wechat-http.ts';
import { WechatTokensRepository } from './wechat-tokens.repository.ts';

const tokenPath = '/cgi-bin/stable_token';

/** WeChat's API for the mini-program and for each town's official account. Off where the host has no WeChat. */
@Injectable()
export class WechatApis implements OnApplicationShutdown {
  private readonly made = new Map<string, { appSecret: string; api: WechatApi }>();
  private readonly http: WechatHttp | null;
  private readonly timeoutMs: number;

  constructor(
    config: Config,
    private readonly tokens: WechatTokensRepository,
    private readonly clock: Clock,
  ) {
    this.timeoutMs = config.wechat?.timeoutMs ?? 0;
    this.http = config.wechat && new WechatHttp(config.wechat.apiBase, config.wechat.timeoutMs);
  }

  get isOn(): boolean {
    return this.http !== null;
  }

  /** The same one each time, until the app has another secret. @throws AppError WECHAT_UNAVAILABLE where WeChat is off */
  of(app: WechatApp): WechatApi {
    if (!this.http) throw new AppError('WECHAT_UNAVAILABLE');
    const known = this.made.get(app.appId);
    if (known?.appSecret === app.appSecret) return known.api;
    const api = this.make(app, this.http);
    this.made.set(app.appId, { appSecret: app.appSecret, api });
    return api;
  }

  /** Asks for a token with this secret, whatever is known already: for whoever has just typed it in. @throws WechatRefused, WechatUnreachable; AppError as `of` */
  async check(app: WechatApp): Promise<void> {
    if (!this.http) throw new AppError('WECHAT_UNAVAILABLE');
    freshToken(await this.http.json(tokenCall(app)));
  }

  async onApplicationShutdown(): Promise<void> {
    await this.http?.close();
  }

  private make({ appId, appSecret }: WechatApp, http: WechatHttp): WechatApi {
    const { timeoutMs } = this;
    const fetch = async (): Promise<FreshToken> => freshToken(await http.json(tokenCall({ appId, appSecret })));
    const token = new AccessToken({ appId, shared: this.tokens, fetch, timeoutMs, now: () => this.clock.real() });
    return new WechatApi({ appId, appSecret }, http, token, timeoutMs);
  }
}

function tokenCall({ appId, appSecret }: WechatApp): Call {
  return { path: tokenPath, body: { grant_type: 'client_credential', appid: appId, secret: appSecret } };
}

function freshToken({ access_token: token, expires_in: seconds }: Readonly<Record<string, unknown>>): FreshToken {
  if (typeof token !== 'string' || typeof seconds !== 'number') throw new WechatUnreachable(tokenPath);
  return { token, lifetimeMs: seconds * 1_000 };
}
