import { randomBytes } from 'node:crypto';

/** Texts in the manner of the live service. Callers branch on the code, never on the text. WECHAT.md, Conventions */
const texts: Record<number, string> = {
  [-1]: 'system error',
  40001: 'invalid credential, access_token is invalid or not latest',
  40002: 'invalid grant_type',
  40003: 'invalid openid',
  40004: 'invalid media type',
  40005: 'invalid file type',
  40007: 'invalid media_id',
  40009: 'invalid image size',
  40013: 'invalid appid',
  40014: 'invalid access_token',
  40029: 'invalid code',
  40037: 'invalid template_id',
  40097: 'invalid args',
  40125: 'invalid appsecret',
  40129: 'invalid scene',
  40163: 'code been used',
  40165: 'invalid weapp pagepath',
  40169: 'invalid length for scene, or the data is not json string',
  40212: 'invalid query',
  40226: 'code blocked',
  41001: 'access_token missing',
  41002: 'appid missing',
  41004: 'appsecret missing',
  41005: 'media data missing',
  41030: 'invalid page',
  42001: 'access_token expired',
  43002: 'require POST method',
  43101: 'user refuse to accept the msg',
  43107: 'subscribe message capability or template is banned',
  43108: 'concurrent sending of messages to one user',
  44003: 'empty news data',
  44991: 'client hit limit frequency',
  44993: 'generate url link over day limit',
  45003: 'title size out of limit',
  45004: 'description size out of limit',
  45009: 'reach max api daily quota limit',
  45011: 'api minute-quota reach limit, must slower, retry next minute',
  45110: 'author size out of limit',
  45166: 'invalid content',
  45168: 'content has a sensitive word',
  47001: 'data format error',
  47003: 'argument invalid!',
  48001: 'api unauthorized',
  53503: 'draft did not pass the check',
  53504: 'the draft needs an action in the console',
  53505: 'the draft has to be saved by hand first',
  53600: 'invalid article id',
  61010: 'code is expired, user not active in the last 2 hours',
  85401: 'invalid expire_time',
  85402: 'invalid expire_interval',
  87009: 'invalid signature',
};

/** WeChat's way to say no: HTTP 200 with an errcode. WECHAT.md, Conventions */
export class WechatRefusal extends Error {
  readonly errcode: number;

  constructor(errcode: number, detail = '') {
    super([texts[errcode] ?? 'refused', detail].filter(Boolean).join(' '));
    this.errcode = errcode;
  }

  /** The body as the live service words it, with a request id that differs each time. */
  toBody(): { errcode: number; errmsg: string } {
    return { errcode: this.errcode, errmsg: `${this.message} rid: ${requestId()}` };
  }
}

function requestId(): string {
  return Array.from({ length: 3 }, () => randomBytes(4).toString('hex')).join('-');
}
