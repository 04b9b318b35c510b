import { randomUUID } from 'node:crypto';
import type { MadeTown } from '../../test/factory.ts';
import { Statements } from '../../test/query-plans.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { Doorbell } from './doorbell.entity.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';

// A town that has rung for years, in the middle of a round: a claim looks at what it takes, however many doorbells there are.

const [rungBefore, limit] = [4_000, 50];
const roundId = randomUUID();
let server: TestServer;
let town: MadeTown;
let statements: Statements;

const bell = (of: Partial<Doorbell>): Doorbell => ({ townId: town.id, id: randomUUID(), roundId, memberId: randomUUID(), state: 'waiting', reason: null, attempts: 0, credited: false, nextAt: 1, leaseToken: null, msgid: null, settledAt: null, ...of });

beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  const sent = Array.from({ length: rungBefore }, (_, at) => bell({ roundId: at % 2 === 0 ? roundId : randomUUID(), state: 'sent', settledAt: 1 }));
  const database = server.get(Database);
  await server.make.act(town, async () => {
    const all = [...sent, ...Array.from({ length: 500 }, () => bell({}))];
    for (let at = 0; at < all.length; at += 250) await database.rows(Doorbell).insert(all.slice(at, at + 250));
    if (server.database.engine === 'mariadb') await database.manager().query('ANALYZE TABLE doorbells');
  });
  statements = await Statements.of(server);
}, 60_000);
afterAll(() => server.close());

test('a claim reads what it takes, by index', async () => {
  const { doorbells } = await server.make.act(town, () => server.get(DoorbellsRepository).claim(town.scope, { roundId, which: { dueAt: 2 }, lost: [], limit }));
  expect(doorbells).toHaveLength(limit);
  const plans = await statements.plans(['doorbells']);
  expect(plans).toHaveLength(2);
  expect(plans.filter(({ key }) => key === 'none')).toEqual([]);
  expect(plans.filter(({ rows }) => rows > 1_000)).toEqual([]);
});
