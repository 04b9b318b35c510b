import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { type DoorbellKind, doorbellKinds } from '@weidangxiao/shared/rules/doorbell-round.ts';
import { Config, type Template, type WechatConfig } from '../config/config.ts';
import { Log } from '../log/log.ts';
import { readied, type ReadyMessage, type SendOutcome, type SubscribeMessage } from './subscribe-message.ts';
import { type TextVerdict, verdictOn } from './text-check.ts';
import type { WechatApi } from './wechat-api.ts';
import { WechatApis } from './wechat-apis.ts';
import { WechatRefused, WechatUnreachable } from './wechat-failures.ts';
import type { Reply } from './wechat-http.ts';

const sendPath = '/cgi-bin/message/subscribe/send';

/** What a text is, as WeChat's check asks: a profile, a comment, a forum post or a post among friends. */
const scenes = { profile: 1, comment: 2, forum: 3, social: 4 } as const;

/** The version of the mini-program that a code opens, by the one that messages open. */
const codeVersions = { formal: 'release', trial: 'trial', developer: 'develop' } as const;
const codeWidth = 430;

export interface TextToCheck {
  /** The author, who was in the mini-program within the last two hours. */
  readonly openid: string;
  readonly scene: keyof typeof scenes;
  readonly text: string;
}

/** WeChat as the rest of the server sees it: logins, doorbells, codes and the machine check. Off where the host has none. */
@Injectable()
export class WeChat {
  private readonly settings: WechatConfig | null;
  private readonly api: WechatApi | null;

  constructor(
    config: Config,
    apis: WechatApis,
    private readonly log: Log,
  ) {
    this.settings = config.wechat;
    this.api = config.wechat && apis.of(config.wechat);
  }

  /** The mini-program's AppID; null where WeChat is off. */
  get appId(): string | null {
    return this.settings?.appId ?? null;
  }

  get isOn(): boolean {
    return this.api !== null;
  }

  /** What the host has for this kind of doorbell; null where there is none, or no WeChat. */
  templateOf(kind: DoorbellKind): Template | null {
    return this.settings?.templates[kind] ?? null;
  }

  /** The kinds that the host has a template for, in the order in which they are asked for. */
  templates(): { kind: DoorbellKind; id: string }[] {
    return doorbellKinds.flatMap((kind) => {
      const template = this.templateOf(kind);
      return template ? [{ kind, id: template.id }] : [];
    });
  }

  /** Who holds the phone, by `wx.login`'s code. @throws AppError WECHAT_CODE_INVALID, WECHAT_BLOCKED, TOO_MANY_REQUESTS, WECHAT_UNAVAILABLE */
  async code2Session(code: string): Promise<{ openid: string }> {
    const { openid } = await this.forLogin((api) => api.withSecret('/sns/jscode2session', { js_code: code, grant_type: 'authorization_code' }));
    if (typeof openid !== 'string' || openid === '') throw new AppError('WECHAT_UNAVAILABLE');
    return { openid };
  }

  /** The phone number behind the phone button's code, 11 digits for mainland numbers. `openid` is who must have pressed it. @throws as code2Session */
  async phoneNumber(phoneCode: string, openid: string): Promise<string> {
    const reply = await this.forLogin((api) => api.post('/wxa/business/getuserphonenumber', { code: phoneCode, openid }));
    const { purePhoneNumber, countryCode } = (reply['phone_info'] ?? {}) as Reply;
    if (typeof purePhoneNumber !== 'string') throw new AppError('WECHAT_UNAVAILABLE');
    return String(countryCode ?? '86') === '86' ? purePhoneNumber : `+${String(countryCode)}${purePhoneNumber}`;
  }

  /** A long title is cut to what its field takes; what no field takes is not sent. Never throws for what WeChat says. */
  async sendSubscribeMessage({ openid, ...message }: SubscribeMessage): Promise<SendOutcome> {
    const ready = readied(message);
    return 'invalid' in ready ? { state: 'invalid', field: ready.invalid, errcode: 47003 } : this.sendReady(openid, ready);
  }

  /** The same, for what goes to many people. */
  async sendReady(openid: string, { templateId, page, data }: ReadyMessage): Promise<SendOutcome> {
    const message = { touser: openid, template_id: templateId, page, data, miniprogram_state: this.settings?.messageState, lang: 'zh_CN' };
    try {
      const { msgid } = await this.on().post(sendPath, message);
      return { state: 'sent', msgid: typeof msgid === 'string' ? msgid : null };
    } catch (error) {
      // A refused message is counted by its caller, and nobody's alarm; a refused token is.
      if (!(error instanceof WechatRefused) || error.path !== sendPath) this.note(error);
      return error instanceof WechatRefused ? { state: 'refused', errcode: error.errcode } : { state: 'unreachable' };
    }
  }

  /** The machine check of what others will read; the worst part of a long text decides. `unavailable` where nobody could be asked. */
  async checkText({ openid, scene, text }: TextToCheck): Promise<TextVerdict> {
    if (!this.api) return 'unavailable';
    const { api } = this;
    try {
      return await verdictOn(text, (content) => api.post('/wxa/msg_sec_check', { version: 2, openid, scene: scenes[scene], content }));
    } catch (error) {
      this.note(error);
      return 'unavailable';
    }
  }

  /**
   * The mini-program code that opens `page` with this scene: at most 32 of WeChat's characters, the page without a
   * leading slash. Null where nobody could be asked: digits and a drawn code remain.
   */
  async codeImage(scene: string, page: string): Promise<{ type: 'png' | 'jpeg'; bytes: Buffer } | null> {
    if (!this.api || !this.settings) return null;
    const version = codeVersions[this.settings.messageState];
    try {
      // Only a released mini-program has pages to check the path against.
      const bytes = await this.api.picture('/wxa/getwxacodeunlimit', { scene, page, env_version: version, check_path: version === 'release', width: codeWidth });
      return { type: bytes[0] === 0xff ? 'jpeg' : 'png', bytes };
    } catch (error) {
      this.note(error);
      return null;
    }
  }

  private async forLogin(ask: (api: WechatApi) => Promise<Reply>): Promise<Reply> {
    try {
      return await ask(this.on());
    } catch (error) {
      this.note(error);
      throw new AppError(...loginRefusal(error));
    }
  }

  private on(): WechatApi {
    if (!this.api) throw new AppError('WECHAT_UNAVAILABLE');
    return this.api;
  }

  /** Notes a failure of WeChat; anything else is thrown as it is. */
  private note(error: unknown): void {
    if (!(error instanceof WechatRefused) && !(error instanceof WechatUnreachable)) throw error;
    this.log.warn('WeChat could not be asked', { error });
  }
}

type Refusal = ConstructorParameters<typeof AppError>;

/** 40029 and 40163 are codes used up or made up, 40226 is an account that WeChat blocks, 45011 is too many in a minute. */
function loginRefusal(error: unknown): Refusal {
  const errcode = error instanceof WechatRefused ? error.errcode : null;
  if (errcode === 40029 || errcode === 40163) return ['WECHAT_CODE_INVALID'];
  if (errcode === 40226) return ['WECHAT_BLOCKED'];
  if (errcode === 45011) return ['TOO_MANY_REQUESTS', { detail: { seconds: 60 } }];
  return ['WECHAT_UNAVAILABLE', { cause: error }];
}
