import { fastify, type FastifyInstance } from 'fastify';
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { drain, prepareDrain } from './drain.ts';

const lanes = 20;

let server: FastifyInstance;
let pool: Pool;
beforeEach(async () => {
  server = fastify();
  prepareDrain(server);
  server.get('/', async () => {
    await pause(Math.random() * 5);
    return 'ok';
  });
  pool = new Pool(await server.listen({ port: 0, host: '127.0.0.1' }), { connections: lanes, pipelining: 1 });
});
afterEach(async () => {
  await pool.destroy();
  await server.close();
});

/** Asks again as soon as it has its answer; answers how it ended. */
async function asked(): Promise<string> {
  for (;;) {
    try {
      await (await pool.request({ method: 'GET', path: '/' })).body.dump();
    } catch (error) {
      return (error as { code?: string }).code ?? String(error);
    }
  }
}

const connections = (): Promise<number> => new Promise((resolve, reject) => server.server.getConnections((error, count) => (error ? reject(error) : resolve(count))));

test('Whoever asks and asks while the server stops gets every answer, until nobody listens', async () => {
  const ends = Array.from({ length: lanes }, () => asked());
  while ((await connections()) < lanes) await pause(5);
  await drain(server);
  expect(await connections()).toBe(0);
  expect(new Set(await Promise.all(ends))).toEqual(new Set(['ECONNREFUSED']));
});
