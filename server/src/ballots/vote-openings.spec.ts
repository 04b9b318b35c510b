import { startTestServer, type TestServer } from '../../test/test-server.ts';
import type { Actor } from '../../test/factory.ts';
import { ballotOf, cast, type Circle, circleOf, november } from '../../test/votes.ts';
import { Database } from '../platform/database/database.ts';
import { BallotsService } from './ballots.service.ts';
import { VoteBox } from './vote-box.entity.ts';
import { VoteCount } from './vote-count.entity.ts';
import { VoteFlag } from './vote-flag.entity.ts';
import { VoteOpening } from './vote-opening.entity.ts';

const { month } = november;

let server: TestServer;
let circle: Circle;
beforeEach(async () => {
  server = await startTestServer();
  circle = await circleOf(server, 6);
  server.at(november.open);
  circle = { ...circle, people: await Promise.all(circle.people.map((person) => server.make.anew(person))) };
});
afterEach(() => server.close());

const someone = (at = 0): Actor => circle.people[at] as Actor;
const rowsOf = (entity: typeof VoteFlag | typeof VoteCount | typeof VoteBox | typeof VoteOpening): Promise<number> => server.get(Database).rows(entity).countBy({ townId: circle.town.scope.townId, month });
const laidOut = async (): Promise<number[]> => [await rowsOf(VoteOpening), await rowsOf(VoteFlag), await rowsOf(VoteCount), await rowsOf(VoteBox)];

/** The database ends the writing of that table in the middle, as a full disk or a power cut would; answers how it is mended. */
async function breaking(table: string, when: string): Promise<() => Promise<unknown>> {
  const database = server.get(Database);
  const ask = (sql: string): Promise<unknown> => database.write(() => database.manager().query(sql));
  const isSqlite = database.manager().dataSource.options.type === 'better-sqlite3';
  const refuse = isSqlite ? `WHEN ${when} BEGIN SELECT RAISE(ABORT, 'broken'); END` : `FOR EACH ROW IF ${when} THEN SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'broken'; END IF`;
  await ask(`CREATE TRIGGER breaks BEFORE INSERT ON ${table} ${refuse}`);
  return () => ask('DROP TRIGGER breaks');
}

/** Everybody can vote, once, and every counter begins at nothing. */
async function votesWhole(): Promise<void> {
  expect(await cast(someone(), ballotOf(circle, someone(), () => 'good'))).toBe('ok');
  const tallies = await server.get(BallotsService).tallies(circle.town.scope, month, circle.people.map(({ member }) => member.id));
  const expected = circle.people.map((person) => [person.member.id, { entitled: 5, ballots: { excellent: 0, good: person === someone() ? 0 : 1, fair: 0, poor: 0 } }]);
  expect(tallies).toEqual(new Map(expected as [string, never][]));
  expect(await laidOut()).toEqual([1, 6, 6, 1]);
}

test('an opening that breaks off among the counters leaves nothing, and the next look opens the vote whole', async () => {
  const [last = ''] = circle.people.map(({ member }) => member.id).sort().slice(-1);
  const mend = await breaking('vote_counts', `NEW.ratee_id = '${last}'`);
  expect(await someone().api.codeOf('getMyBallot')).toBe('INTERNAL');
  expect(await laidOut()).toEqual([0, 0, 0, 0]);
  expect(await cast(someone(), ballotOf(circle, someone(), () => 'poor'))).toBe('INTERNAL');
  await mend();
  expect(await someone().api.call('getMyBallot')).toMatchObject({ part: 'votes', cast: false });
  await votesWhole();
});

test('one that breaks off before its end lets nobody vote, and goes on where it stood', async () => {
  const mend = await breaking('vote_boxes', '1 = 1');
  expect(await someone().api.codeOf('getMyBallot')).toBe('INTERNAL');
  expect(await laidOut()).toEqual([1, 6, 6, 0]);
  expect(await cast(someone(), ballotOf(circle, someone(), () => 'poor'))).toBe('INTERNAL');
  await mend();
  await server.runJob('votes');
  await votesWhole();
});

test('nobody opens the vote of a month long past by looking at it', async () => {
  server.at('2027-02-15T10:00:00+08:00');
  const admin = await server.make.anew(await server.make.actor({ town: circle.town, roles: ['admin'] }));
  expect(await admin.api.codeOf('getPaperBox', { params: { month, id: circle.group.id } })).toBe('NOT_FOUND');
  expect((await admin.api.call('listVoteProgress', { params: { month } })).circles).toEqual([]);
  expect(await laidOut()).toEqual([0, 0, 0, 0]);
});
