import { Injectable } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError, type ErrorCode } from '@weidangxiao/shared/errors.ts';
import { createHash } from 'node:crypto';
import type { OpenScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { sameSecret } from '../platform/crypto/tokens.ts';
import { Log } from '../platform/log/log.ts';
import { type PushApp, PushApps } from './push-apps.service.ts';
import { openedPush } from './push-cipher.ts';
import { type Fields, readPush } from './push-message.ts';
import { pushSignature } from './push-signature.ts';
import { WechatEvents } from './wechat-events.service.ts';

export type Signed = Input<'receiveWechatPush'>['query'];

const freshMs = 10 * 60_000;

/** Believes what WeChat signed, once, and keeps it before it answers. */
@Injectable()
export class PushReceptionService {
  constructor(
    private readonly apps: PushApps,
    private readonly events: WechatEvents,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** The console's question whether this address is ours. @throws AppError NOT_FOUND, WECHAT_PUSH_FORGED, WECHAT_PUSH_STALE */
  async echo(appId: string | null, signed: Signed, echostr: string): Promise<string> {
    const app = await this.known(appId);
    this.require(isSigned(app, signed, signed.signature), 'WECHAT_PUSH_FORGED');
    this.require(this.isFresh(signed), 'WECHAT_PUSH_STALE');
    return echostr;
  }

  /** When this answers, the event is on the disk. @throws AppError NOT_FOUND, WECHAT_PUSH_FORGED, WECHAT_PUSH_STALE, WECHAT_PUSH_REPLAYED, WECHAT_PUSH_UNREADABLE */
  async receive(scope: OpenScope, appId: string | null, signed: Signed, body: string): Promise<void> {
    const app = await this.known(appId);
    const message = await readPush(body);
    // CloudRun asks, unsigned, whether there is anybody at this path.
    if (message['action'] === 'CheckContainerPath') return;
    const fields = app.aesKey ? await this.unsealed(app, app.aesKey, signed, message) : this.plain(app, signed, message);
    this.require(this.isFresh(signed), 'WECHAT_PUSH_STALE');
    if (fields['MsgType'] !== 'event') return;
    const signedBy = createHash('sha256').update(app.aesKey ? (signed.msg_signature ?? '') : (signed.signature ?? '')).digest('base64url');
    this.require((await this.events.keep(scope, app.appId, fields, signedBy)) !== 'replayed', 'WECHAT_PUSH_REPLAYED');
  }

  private async known(appId: string | null): Promise<PushApp> {
    const app = await this.apps.of(appId);
    if (!app) throw new AppError('NOT_FOUND');
    return app;
  }

  private plain(app: PushApp, signed: Signed, message: Fields): Fields {
    this.require(isSigned(app, signed, signed.signature) && !('Encrypt' in message), 'WECHAT_PUSH_FORGED');
    return message;
  }

  /** Whoever chose secure mode gets nothing that was not sealed, or the seal could be left off. */
  private async unsealed(app: PushApp, key: Buffer, signed: Signed, { Encrypt: sealed }: Fields): Promise<Fields> {
    this.require(typeof sealed === 'string' && isSigned(app, signed, signed.msg_signature, sealed), 'WECHAT_PUSH_FORGED');
    const { text, appId } = openedPush(String(sealed), key);
    this.require(appId === app.appId, 'WECHAT_PUSH_FORGED');
    return readPush(text);
  }

  /** WeChat's clock stands beside business time: the demo moves both. */
  private isFresh({ timestamp }: Signed): boolean {
    return /^\d{1,11}$/.test(timestamp ?? '') && Math.abs(Number(timestamp) * 1_000 - this.clock.now()) <= freshMs;
  }

  private require(holds: boolean, code: ErrorCode): void {
    if (holds) return;
    this.log.warn('A message push was refused', { errorCode: code });
    throw new AppError(code);
  }
}

function isSigned({ token }: PushApp, { timestamp = '', nonce = '' }: Signed, signature: string | undefined, ...more: readonly string[]): boolean {
  return signature !== undefined && sameSecret(signature, pushSignature(token, timestamp, nonce, ...more));
}
