import { stringify } from 'node:querystring';
import { FormData, Pool } from 'undici';
import { exchange, Stop } from './exchange.ts';
import { WechatRefused, WechatUnreachable } from './wechat-failures.ts';

export type Reply = Readonly<Record<string, unknown>>;

/** What an API for uploads takes as the one multipart field `media`. */
export interface Media {
  /** WeChat reads the kind from its ending. */
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** A question to WeChat. Query and body hold codes, secrets and openids: they never reach a log or an error. */
export interface Call {
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  /** Makes it a POST. */
  readonly body?: unknown;
  /** Instead of a body: an upload. */
  readonly media?: Media;
  /** When to stop waiting; the time of one call from now unless told. */
  readonly signal?: Stop;
}

/** As many as a host may give lanes, and some for logins. */
const connections = 512;
const openingBrace = '{'.charCodeAt(0);

/** JSON over kept-alive connections, each call bounded in time. */
export class WechatHttp {
  private readonly pool: Pool;
  private readonly basePath: string;

  constructor(
    apiBase: string,
    private readonly timeoutMs: number,
  ) {
    const { origin, pathname } = new URL(apiBase);
    this.basePath = pathname.replace(/\/$/, '');
    this.pool = new Pool(origin, { connections, connect: { timeout: timeoutMs } });
  }

  /** @throws WechatRefused for any errcode but 0; WechatUnreachable */
  async json(call: Call): Promise<Reply> {
    const reply = readReply((await this.received(call)).toString(), call.path);
    refuseErrcode(reply, call.path);
    return reply;
  }

  /** What answers a picture, or JSON where it refuses: the bytes tell which. @throws WechatRefused, WechatUnreachable */
  async bytes(call: Call): Promise<Buffer> {
    const bytes = await this.received(call);
    if (bytes[0] !== openingBrace) return bytes;
    refuseErrcode(readReply(bytes.toString(), call.path), call.path);
    throw new WechatUnreachable(call.path);
  }

  close(): Promise<void> {
    return this.pool.close();
  }

  private received(call: Call): Promise<Buffer> {
    const { signal } = call;
    return signal ? this.asked(call, signal) : inTime(this.timeoutMs, call.path, (stop) => this.asked(call, stop));
  }

  private async asked({ path, query = {}, ...sent }: Call, stop: Stop): Promise<Buffer> {
    try {
      if (stop.isOver) throw new Error('Nobody waits any more');
      const { status, body } = await exchange(this.pool, { path: `${this.basePath}${path}?${stringify(query)}`, ...payloadOf(sent) }, stop);
      // WeChat itself says 200 even when it refuses; anything else is a gateway in between.
      if (status !== 200) throw new Error(`HTTP ${status}`);
      return body;
    } catch (error) {
      throw new WechatUnreachable(path, error);
    }
  }
}

/** Others may wait for the same, so what does not hear the `stop` goes on when this one stops waiting. @throws WechatUnreachable */
export function inTime<T>(withinMs: number, path: string, work: (stop: Stop) => Promise<T>): Promise<T> {
  const stop = new Stop();
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new WechatUnreachable(path));
      stop.abort();
    }, withinMs);
    const settled = (): void => clearTimeout(timer);
    work(stop).then(resolve, reject).finally(settled);
  });
}

function payloadOf({ body, media }: Pick<Call, 'body' | 'media'>) {
  if (media) {
    const form = new FormData();
    form.set('media', new File([new Uint8Array(media.bytes)], media.name, { type: media.contentType }));
    return { method: 'POST', body: form } as const;
  }
  if (body === undefined) return { method: 'GET' } as const;
  return { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } as const;
}

/** `msgid` is a bare number beyond 2^53, which JSON.parse would round: it is read as text, as is `publish_id`, which comes as either. */
function readReply(text: string, path: string): Reply {
  try {
    const parsed: unknown = JSON.parse(text.replace(/("(?:msgid|publish_id)"\s*:\s*)(\d+)/g, '$1"$2"'));
    if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return parsed as Reply;
  } catch {
    // A page of HTML, or half an answer: the same as none.
  }
  throw new WechatUnreachable(path);
}

function refuseErrcode({ errcode }: Reply, path: string): void {
  if (typeof errcode === 'number' && errcode !== 0) throw new WechatRefused(errcode, path);
}
