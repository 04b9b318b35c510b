import { Pool } from 'undici';
import type { Program } from './processes.ts';
import { type Figure, perSecond } from './rounds.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** Over keep-alive connections, each of which asks again when it has its answer. Every answer must be 2xx. */
export async function load(server: Program<{ readonly url: string }>, connections: number, calls: readonly Call[]): Promise<Figure> {
  const pool = new Pool(server.said.url, { connections, pipelining: 1 });
  let next = 0;
  const lane = async (): Promise<void> => {
    for (let call = calls[next++]; call; call = calls[next++]) await expectSuccess(pool, call);
  };
  try {
    const before = await server.cpu();
    const figure = await perSecond(calls.length, () => Promise.all(Array.from({ length: connections }, lane)));
    return { ...figure, cpu: ((await server.cpu()) - before) / calls.length };
  } finally {
    await pool.close();
  }
}

async function expectSuccess(pool: Pool, call: Call): Promise<void> {
  const { statusCode, body } = await pool.request({ ...call });
  const text = await body.text();
  if (statusCode >= 300) throw new Error(`${call.method} ${call.path} answered ${statusCode}: ${text.slice(0, 300)}`);
}
