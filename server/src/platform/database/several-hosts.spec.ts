import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import type { QueryRunner } from 'typeorm';
import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { Operator } from '../../logins/operator.entity.ts';
import { databaseAddress } from '../config/database-url.ts';
import { Database } from './database.ts';
import { DatabaseHosts } from './database-hosts.ts';
import type { Store } from './store.ts';

describe('The address of a database', () => {
  test.each([
    ['mysql://u:p%2Cw@a:3307,b,c:3308/town', [['a', 3307], ['b', 3306], ['c', 3308]], 'mysql://u:p%2Cw@a:3307/town'],
    ['mysql://a/town', [['a', 3306]], 'mysql://a/town'],
    ['mysql://root@[::1]:3307,127.0.0.1/town', [['::1', 3307], ['127.0.0.1', 3306]], 'mysql://root@[::1]:3307/town'],
  ])('%s names each of its hosts in their order', (text, hosts, url) => {
    const address = databaseAddress(text);
    expect([address?.url, address?.hosts.map(({ host, port }) => [host, port])]).toEqual([url, hosts]);
  });

  test.each(['mysql://u:p@a,,b/town', 'mysql://u:p@a:99999,b/town', 'postgres://a/town', 'mysql://'])('%s is none', (text) => {
    expect(databaseAddress(text)).toBeNull();
  });
});

describe('Of several hosts', () => {
  const hosts = () => new DatabaseHosts([{ host: 'a', port: 1 }, { host: 'b', port: 2 }]);

  test('the next one is taken once, however many connections to the first fail at the same moment', () => {
    const two = hosts();
    const { age } = two;
    for (let failure = 0; failure < 3; failure += 1) two.failed(age);
    expect(two.age).toBe(age + 1);
  });

  test('those connections are old that were made before a move, or before a node said that it serves nobody', () => {
    const two = hosts();
    const ages = [two.age];
    two.renew();
    ages.push(two.age);
    two.failed(two.age);
    ages.push(two.age);
    expect(new Set(ages).size).toBe(3);
  });
});

describe('A unit of work', () => {
  let server: TestServer;
  let database: Database;
  beforeAll(async () => {
    server = await startTestServer();
    database = server.get(Database);
  });
  afterAll(() => server.close());

  /** What the next unit's step answers, once, instead of doing it. */
  function failOnce(step: 'commitTransaction' | 'query', error: object): void {
    const { store } = database as unknown as { store: Store };
    const begin = store.begin.bind(store);
    store.begin = async (): Promise<QueryRunner> => {
      store.begin = begin;
      const runner = await begin();
      const kept = runner[step];
      runner[step] = async () => {
        Object.assign(runner, { [step]: kept });
        throw Object.assign(new Error('failed'), error);
      };
      return runner;
    };
  }
  async function write(): Promise<{ made: number; times: number; failure: unknown }> {
    const name = randomUUID().slice(0, 18);
    let times = 0;
    const failure: unknown = await database.write(async () => {
      times += 1;
      await database.rows(Operator).insert({ id: randomUUID(), name, createdAt: 1 });
    }).catch((error: unknown) => error);
    return { made: await database.rows(Operator).countBy({ name }), times, failure };
  }

  test.each([['a conflict with another node', 1213], ['a node that has lost its cluster', 1047]])('that fails at its commit by %s is done again, and once', async (_, errno) => {
    failOnce('commitTransaction', { errno });
    expect(await write()).toEqual({ made: 1, times: 2, failure: undefined });
  });

  test.each([{ errno: 1047 }, { errno: 2013 }, { code: 'PROTOCOL_CONNECTION_LOST' }, { code: 'ECONNRESET' }])('whose connection is lost before its commit (%o) is done again', async (error) => {
    failOnce('query', error);
    expect(await write()).toEqual({ made: 1, times: 2, failure: undefined });
  });

  test.each([{ code: 'PROTOCOL_CONNECTION_LOST' }, { errno: 1180 }])('whose commit is not answered (%o) is not done again: it may be done', async (error) => {
    failOnce('commitTransaction', error);
    expect(await write()).toMatchObject({ times: 1, failure: { code: 'STORE_UNAVAILABLE' } });
  });
});

/** Leads to a database until it is cut off. */
async function way(to: { host: string; port: number }): Promise<{ port: number; cut(): void }> {
  const open = new Set<Socket>();
  const door = createServer((inside) => {
    const outside = connect(to.port, to.host);
    for (const socket of [inside, outside]) open.add(socket.on('error', () => undefined));
    inside.pipe(outside).pipe(inside);
  }).listen(0, '127.0.0.1');
  await once(door, 'listening');
  const cut = (): void => {
    door.close();
    for (const socket of open) socket.destroy();
  };
  return { port: (door.address() as { port: number }).port, cut };
}

test('A server whose database host goes away goes on with the next one, reading and writing', async () => {
  const first = await startTestServer({ wechat: true });
  const given = databaseAddress(first.database.env['DATABASE_URL'] ?? '');
  const [real] = given?.hosts ?? [];
  // SQLite is a file: it has no host.
  if (!given || !real) return first.close();
  const [nobody, going] = [await way(real), await way(real)];
  nobody.cut();
  const list = [nobody, going, real].map(({ port }) => `127.0.0.1:${port}`).join();
  const server = await startTestServer({ beside: first, env: { DATABASE_URL: given.url.replace(/[^@/]+(?=\/[^/]*$)/, list) } });
  const database = server.get(Database);
  const write = (name: string) => database.write(() => database.rows(Operator).insert({ id: randomUUID(), name, createdAt: 1 }));
  await write('before');
  going.cut();
  await Promise.all(Array.from({ length: 20 }, (_, at) => write(`after ${at}`)));
  expect([await database.rows(Operator).countBy({ name: 'before' }), await database.rows(Operator).count(), (await fetch(`${server.url}/healthz`)).status]).toEqual([1, 21, 200]);
  await server.close();
  await first.close();
});
