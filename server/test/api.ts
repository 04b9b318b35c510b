import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { ErrorBody } from '@weidangxiao/shared/errors.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';

/** What came back, whatever it was. */
export interface Reply<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
  /** The error's body where the status is 400 or more. */
  readonly error: ErrorBody;
}

export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

type Sent<Name extends RouteName> = Partial<Request<Name>> & { file?: SentFile; headers?: Record<string, string> };

interface AnySent {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly file?: SentFile;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Calls routes by their names over real HTTP, as one caller. */
export class Api {
  constructor(
    readonly url: string,
    readonly token: string | null = null,
    private readonly answered = new Set<RouteName>(),
  ) {}

  as(token: string | null): Api {
    return new Api(this.url, token, this.answered);
  }

  /** The routes that have answered 2xx, to this caller or to another one of the same server. */
  answeredRoutes(): readonly RouteName[] {
    return [...this.answered];
  }

  /** The reply, also of a refusal. */
  async send<Name extends RouteName>(name: Name, sent: Sent<Name> = {} as Sent<Name>): Promise<Reply<Answer<Name>>> {
    const { method, path, raw } = routeNamed(name);
    const { params = {}, query = {}, body, file, headers = {} } = sent as AnySent;
    const url = new URL(path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key]))), this.url);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(key, String(value));
    const response = await fetch(url, { method, headers: { ...this.auth(), ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }, ...payload(body, file, raw !== undefined) });
    if (response.ok) this.answered.add(name);
    return replyOf(response);
  }

  /** The answer of a route that must succeed. @throws Error with the refusal otherwise */
  async call<Name extends RouteName>(name: Name, sent: Sent<Name> = {} as Sent<Name>): Promise<Answer<Name>> {
    const reply = await this.send(name, sent);
    if (reply.status >= 400) throw new Error(`${name} answered ${reply.status} ${JSON.stringify(reply.error)}`);
    return reply.body;
  }

  /** The code of a refusal, or `ok`. */
  async codeOf<Name extends RouteName>(name: Name, sent: Sent<Name> = {} as Sent<Name>): Promise<string> {
    const reply = await this.send(name, sent);
    return reply.status < 400 ? 'ok' : reply.error.code;
  }

  private auth(): Record<string, string> {
    return this.token ? { authorization: `Bearer ${this.token}` } : {};
  }
}

function payload(body: unknown, file: SentFile | undefined, isRaw: boolean): { body?: string | FormData } {
  if (file) {
    const form = new FormData();
    form.set('file', new File([new Uint8Array(file.bytes)], file.name));
    return { body: form };
  }
  if (body === undefined) return {};
  return { body: isRaw && typeof body === 'string' ? body : JSON.stringify(body) };
}

async function replyOf<T>(response: Response): Promise<Reply<T>> {
  const { status, headers } = response;
  const isJson = headers.get('content-type')?.includes('json') ?? false;
  const body: unknown = isJson ? await response.json() : Buffer.from(await response.arrayBuffer());
  return { status, headers, body: body as T, error: body as ErrorBody };
}
