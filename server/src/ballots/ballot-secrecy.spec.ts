import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import type { BallotGrades } from '@weidangxiao/shared/rules/ballot.ts';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { keepsOrder, snapshotOf } from '../../test/database-snapshot.ts';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { type Attack, attacksOn, byTotals, claimsBy, type Haul } from '../../test/vote-attacker.ts';
import { ballotOf, cast, type Circle, circleOf, november, rotating } from '../../test/votes.ts';
import { Database } from '../platform/database/database.ts';
import { VoteCount } from './vote-count.entity.ts';
import { VoteOpeningsService } from './vote-openings.service.ts';

const size = 30;
const pairs = size * (size - 1);
/** A guess is right once in four. Five standard deviations, since the attacker may pick the best of all attacks afterwards. */
const chance = 1 / 4 + 5 * Math.sqrt(3 / 16 / pairs);
const voteTables = ['vote_flags', 'vote_counts', 'vote_boxes', 'paper_tallies'];

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.close());

interface Election {
  readonly circle: Circle;
  readonly truth: ReadonlyMap<string, BallotGrades>;
}

/** So many people vote one after the other, in an order that has nothing to do with their ids; each gives everybody any grade. */
async function election(people: number, voters = people): Promise<Election> {
  const circle = await circleOf(server, people);
  server.at(november.open);
  const again = await Promise.all(circle.people.map((person) => server.make.anew(person)));
  const there = { ...circle, people: again };
  await server.runJob('votes');
  const truth = new Map<string, BallotGrades>();
  for (const [at, voter] of shuffled(again).slice(0, voters).entries()) {
    // Two hours apart, so that a login says when it was used last.
    server.at(Date.parse(november.open) + at * 7_200_000);
    const given = ballotOf(there, voter, () => rotating(Math.floor(Math.random() * grades.length)));
    expect(await cast(voter, given)).toBe('ok');
    truth.set(voter.member.id, given);
  }
  return { circle: there, truth };
}

function shuffled(people: readonly Actor[]): Actor[] {
  return people.map((person) => ({ person, at: Math.random() })).sort((a, b) => a.at - b.at).map(({ person }) => person);
}

async function haul(): Promise<Haul> {
  return { rows: await snapshotOf(server), log: server.log };
}

/** Of the suspicions that an attack has, how many are right. */
function score({ truth }: Election, { suspicion }: Attack): { said: number; right: number } {
  const all = [...truth].flatMap(([voterId, given]) => Object.entries(given).map(([rateeId, grade]) => ({ said: suspicion(voterId, rateeId), grade })));
  const said = all.filter((one) => one.said !== null);
  return { said: said.length, right: said.filter((one) => one.said === one.grade).length };
}

const idsOf = ({ circle }: Election): string[] => circle.people.map(({ member }) => member.id);
const best = (held: Election, attacks: readonly Attack[]): number => Math.max(...attacks.map((attack) => score(held, attack).right / pairs));

test('whoever holds one copy of database, logs and audit does no better than chance, by id, order, time or size', async () => {
  const held = await election(size);
  const taken = await haul();
  const attacks = attacksOn(taken, idsOf(held));
  expect(attacks.length).toBeGreaterThan(20);
  expect(best(held, attacks)).toBeLessThan(chance);
  expect(claimsBy(taken, idsOf(held)).filter((claim) => score(held, claim).said > 0).map(({ how }) => how)).toEqual([]);
}, 120_000);

test('the same attacker reads votes as soon as flags and counters have one time', async () => {
  await stampTimes();
  const held = await election(size);
  const taken = await haul();
  const claims = claimsBy(taken, idsOf(held)).map((claim) => score(held, claim));
  expect(claims.some(({ said, right }) => said > 80 && right / said > 0.95)).toBe(true);
  expect(best(held, attacksOn(taken, idsOf(held)))).toBeGreaterThan(chance);
}, 120_000);

test('after the first ballot of a circle the copy shows no total; with counters that began at zero it would', async () => {
  const held = await election(6, 1);
  const [voterId = '', given = {}] = [...held.truth][0] ?? [];
  const ratees = Object.keys(given);
  const read = async () => ratees.map(byTotals(await haul(), 1));
  expect(await read()).toEqual(ratees.map(() => null));
  await beginAtZero();
  expect(await read()).toEqual(ratees.map((rateeId) => given[rateeId]));
  expect(ratees).not.toContain(voterId);
});

test('neither table keeps an order of its rows, and only the flag, the counters and the box change', async () => {
  const held = await election(6, 5);
  for (const table of voteTables) expect(await keepsOrder(server, table)).toBe(false);
  const last = held.circle.people.find(({ member }) => !held.truth.has(member.id)) as Actor;
  await last.api.call('getMyBallot');
  const before = new Set((await snapshotOf(server)).map((row) => JSON.stringify(row)));
  await cast(last, ballotOf(held.circle, last, () => 'good'));
  const changed = (await snapshotOf(server)).filter((row) => !before.has(JSON.stringify(row)));
  expect([...new Set(changed.map(({ table }) => table))].sort()).toEqual(['vote_boxes', 'vote_counts', 'vote_flags']);
});

test('lines of the log differ in nothing between ballots but their time, and say neither who nor how much', async () => {
  await election(6);
  const lines = server.log.map((line) => JSON.parse(line) as Record<string, unknown>).filter(({ pattern, method }) => pattern === '/api/my/ballot' && method === 'POST');
  expect(lines.length).toBe(6);
  const kept = lines.map(({ time, ms, answeredId, requestId, ...line }) => JSON.stringify([line, typeof time, typeof ms, typeof answeredId, typeof requestId]));
  expect(new Set(kept).size).toBe(1);
});

test('the files of SQLite hold no journal of the ballots', async () => {
  await election(6);
  const { DATA_DIR: dataDir } = server.database.env;
  const journals = dataDir === undefined ? [] : readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('-wal'));
  expect(journals.map((name) => statSync(path.join(dataDir ?? '', name)).size)).toEqual(journals.map(() => 0));
});

/** The mutant: one time beside each flag and each counter, written by the database itself. */
async function stampTimes(): Promise<void> {
  const database = server.get(Database);
  const ask = (sql: string): Promise<unknown> => database.write(() => database.manager().query(sql));
  const isSqlite = database.manager().dataSource.options.type === 'better-sqlite3';
  const now = isSqlite ? "CAST((julianday('now') - 2440587.5) * 86400000 AS INTEGER)" : 'CAST(UNIX_TIMESTAMP(SYSDATE(3)) * 1000 AS SIGNED)';
  for (const [table, key, counter] of [['vote_flags', 'voter_id', 'cast'], ...grades.map((grade: Grade) => ['vote_counts', 'ratee_id', grade])] as [string, string, string][]) {
    await ask(`ALTER TABLE ${table} ADD COLUMN ${counter}_at BIGINT`);
    const changed = `NEW.${counter} <> OLD.${counter}`;
    const onSqlite = `AFTER UPDATE ON ${table} WHEN ${changed} BEGIN UPDATE ${table} SET ${counter}_at = ${now} WHERE town_id = NEW.town_id AND month = NEW.month AND ${key} = NEW.${key}; END`;
    const onMariadb = `BEFORE UPDATE ON ${table} FOR EACH ROW SET NEW.${counter}_at = IF(${changed}, ${now}, OLD.${counter}_at)`;
    await ask(`CREATE TRIGGER stamp_${table}_${counter} ${isSqlite ? onSqlite : onMariadb}`);
  }
}

/** The other mutant: totals as they are. */
async function beginAtZero(): Promise<void> {
  const database = server.get(Database);
  await database.write(async () => {
    for (const row of await database.rows(VoteCount).find()) {
      const start = server.get(VoteOpeningsService).startOf(row);
      const { townId, month, rateeId } = row;
      await database.rows(VoteCount).update({ townId, month, rateeId }, Object.fromEntries(grades.map((grade) => [grade, row[grade] - start[grade]])));
    }
  });
}
