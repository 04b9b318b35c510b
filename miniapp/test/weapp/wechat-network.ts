import { Buffer } from 'node:buffer';
import { type HttpAnswer, send } from '../support/http-json';
import type { PhoneMemory } from './phone-memory';
import { type Options, settle } from './wechat-call';

const methods = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT'];

/** The phone's network, and what tests do to it. */
export class Network {
  online: boolean;
  /** Every request that has reached the server: `POST /api/check-ins`. */
  readonly reached: string[] = [];
  /** By which of WeChat's functions. */
  readonly ways = new Set<string>();
  private alive = true;
  private readonly listeners: ((state: unknown) => void)[] = [];
  private readonly lost: string[] = [];
  private held: Promise<void> | null = null;

  constructor(
    private readonly memory: PhoneMemory,
    readonly place: { readonly serverUrl: string; readonly builtFor: string; readonly online?: boolean },
  ) {
    this.online = place.online ?? true;
  }

  setOnline(online: boolean): void {
    this.online = online;
    for (const listener of this.listeners) listener({ isConnected: online, networkType: this.type });
  }

  /** The next request that goes there is served, and the network breaks before its answer is back: `POST /api/check-ins`. */
  breakAfter(request: string): void {
    this.lost.push(request);
  }

  /** Nothing reaches the server until the answer is called. */
  hold(): () => void {
    let release: () => void = () => undefined;
    this.held = new Promise((resolve) => (release = resolve));
    return () => {
      this.held = null;
      release();
    };
  }

  /** The app is gone: nobody waits for what is under way. */
  end(): void {
    this.alive = false;
  }

  api(): Record<string, unknown> {
    return {
      request: (options: Options) => this.transfer(options, this.request(options)),
      uploadFile: (options: Options) => this.transfer(options, this.upload(options)),
      downloadFile: (options: Options) => this.transfer(options, this.download(options)),
      getNetworkType: (options: Options) => settle(options, Promise.resolve({ networkType: this.type })),
      onNetworkStatusChange: (listener: (state: unknown) => void) => this.listeners.push(listener),
    };
  }

  private get type(): string {
    return this.online ? '4g' : 'none';
  }

  private transfer(options: Options, work: Promise<unknown>): unknown {
    settle(options, this.whileAlive(work));
    return { abort: () => undefined, onHeadersReceived: () => undefined, onProgressUpdate: () => undefined };
  }

  private async request(options: Options): Promise<unknown> {
    const method = String(options['method'] ?? 'GET');
    if (!methods.includes(method)) throw new Error(`request:fail invalid method ${method}`);
    const answer = await this.carry('request', method, options, options['data'] as string | undefined);
    return { statusCode: answer.status, header: answer.headers, data: this.dataOf(answer.bytes), errMsg: 'request:ok' };
  }

  private async upload(options: Options): Promise<unknown> {
    const file = this.memory.files.get(String(options['filePath']));
    if (!file) throw new Error('uploadFile:fail file not exist');
    const boundary = 'weapp-boundary';
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="${String(options['name'])}"; filename="file"\r\n\r\n`;
    const body = Buffer.concat([Buffer.from(head), file, Buffer.from(`\r\n--${boundary}--\r\n`)]);
    const header = { ...(options['header'] as object), 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(body.length) };
    const { status, bytes } = await this.carry('uploadFile', 'POST', { ...options, header }, body);
    return { statusCode: status, data: bytes.toString('utf8'), errMsg: 'uploadFile:ok' };
  }

  private async download(options: Options): Promise<unknown> {
    const { status, bytes, headers } = await this.carry('downloadFile', 'GET', options);
    const tempFilePath = this.memory.addTemporary(bytes, String(headers['content-type'] ?? '').split('/')[1] ?? 'bin');
    return { statusCode: status, tempFilePath, errMsg: 'downloadFile:ok' };
  }

  async carry(api: string, method: string, options: Options, body?: string | Buffer): Promise<HttpAnswer> {
    await this.held;
    if (!this.online) throw new Error(`${api}:fail `);
    const { serverUrl, builtFor } = this.place;
    const url = String(options['url']).replace(builtFor, serverUrl);
    if (!url.startsWith(serverUrl)) throw new Error(`${api}:fail url not in domain list`);
    const answer = await send(method, url, (options['header'] ?? {}) as Record<string, string>, body);
    const request = `${method} ${url.slice(serverUrl.length).split('?')[0] ?? ''}`;
    this.reached.push(request);
    this.ways.add(api);
    const at = this.lost.indexOf(request);
    if (at < 0) return answer;
    this.lost.splice(at, 1);
    this.setOnline(false);
    throw new Error(`${api}:fail timeout`);
  }

  whileAlive(work: Promise<unknown>): Promise<unknown> {
    const never = new Promise<never>(() => undefined);
    return work.then(
      (result) => (this.alive ? result : never),
      (error: unknown) => (this.alive ? Promise.reject(error instanceof Error ? error : new Error(String(error))) : never),
    );
  }

  /** WeChat parses what looks like JSON when `dataType` is json, which is its default. */
  dataOf(bytes: Buffer): unknown {
    const text = bytes.toString('utf8');
    try {
      return JSON.parse(text);
    } catch {
      return text;
    }
  }
}
