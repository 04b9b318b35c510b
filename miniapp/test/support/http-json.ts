import http from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly bytes: Buffer;
}

/** Node's own client: the tests of the mini-program hide `fetch`, which WeChat lacks. */
export function send(method: string, url: string, headers: Record<string, string> = {}, body?: string | Buffer): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method, headers }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes: Buffer.concat(parts) }));
      response.on('error', reject);
    });
    request.on('error', reject);
    request.end(body);
  });
}

/** A JSON call; `token` makes it somebody's. */
export async function httpJson<T = Record<string, unknown>>(method: string, url: string, { body, token }: { body?: unknown; token?: string } = {}): Promise<{ status: number; body: T }> {
  const headers = { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const { status, bytes } = await send(method, url, headers, body === undefined ? undefined : JSON.stringify(body));
  return { status, body: (bytes.length ? JSON.parse(bytes.toString('utf8')) : null) as T };
}
