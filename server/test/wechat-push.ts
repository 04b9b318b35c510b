import { createCipheriv, createHash, randomBytes } from 'node:crypto';

/** What the test servers and their WeChat share for the message push. */
export const pushToken = 'tokenOfTheTests';
export const pushAesKey = 'Q'.repeat(43);

export interface SignedQuery {
  signature: string;
  timestamp: string;
  nonce: string;
  msg_signature?: string;
}

/** A query as WeChat signs it at that moment (epoch ms), written apart from the product's own code. */
export function signedQuery(at: number, token = pushToken): SignedQuery {
  const timestamp = String(Math.floor(at / 1_000));
  const nonce = String(randomBytes(4).readUInt32BE());
  return { signature: sha1(token, timestamp, nonce), timestamp, nonce };
}

/** The same in secure mode, with the sealed words that the signature covers. */
export function sealedPush(at: number, appId: string, text: string, token = pushToken): { query: SignedQuery; sealed: string } {
  const query = signedQuery(at, token);
  const sealed = sealedFor(appId, text);
  return { query: { ...query, msg_signature: sha1(token, query.timestamp, query.nonce, sealed) }, sealed };
}

function sealedFor(appId: string, text: string): string {
  const key = Buffer.from(`${pushAesKey}=`, 'base64');
  const words = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(words.length);
  const whole = Buffer.concat([randomBytes(16), length, words, Buffer.from(appId)]);
  const padding = 32 - (whole.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(Buffer.concat([whole, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
}

function sha1(...parts: string[]): string {
  return createHash('sha1').update(parts.sort().join('')).digest('hex');
}

let last = Infinity;

/** A second of its own for each event, in seconds as WeChat has them: what is equal to the second is the same event. */
export function eventSecond(at: number): number {
  last = Math.min(last, Math.floor(at / 1_000)) - 1;
  return last;
}

/** Somebody has answered a subscription request, as WeChat tells it in JSON. */
export function popupEvent(at: number, openid: string, more: object = {}): object {
  const head = { ToUserName: 'gh_123456789abc', FromUserName: openid, CreateTime: eventSecond(at), MsgType: 'event', Event: 'subscribe_msg_popup_event' };
  return { ...head, List: [{ TemplateId: 'weekly', SubscribeStatusString: 'accept', PopupScene: '0' }], ...more };
}
