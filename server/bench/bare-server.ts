import BetterSqlite3 from 'better-sqlite3';
import { fastify } from 'fastify';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { inputOf } from './processes.ts';

/** The least that could do the same: Fastify, a prepared statement, the same durability. No rules, no logins, no audit. */
const { folder, week } = inputOf<{ folder: string; week: string }>();
const database = new BetterSqlite3(path.join(folder, 'bare.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(`
  CREATE TABLE weeks (town TEXT PRIMARY KEY, body TEXT NOT NULL);
  CREATE TABLE check_ins (id TEXT PRIMARY KEY, member TEXT NOT NULL, monday TEXT NOT NULL, text TEXT NOT NULL, client_id TEXT NOT NULL UNIQUE,
    captured_at INTEGER NOT NULL, received_at INTEGER NOT NULL, UNIQUE (member, monday));
`);
database.prepare('INSERT INTO weeks VALUES (?, ?)').run('town', week);
const readWeek = database.prepare<[string], { body: string }>('SELECT body FROM weeks WHERE town = ?');
const writeCheckIn = database.prepare('INSERT INTO check_ins VALUES (?, ?, ?, ?, ?, ?, ?)');

interface CheckInBody {
  readonly clientId: string;
  readonly monday: string;
  readonly capturedAt: number;
  readonly takeaway: { readonly text: string };
}

const server = fastify();
server.get('/week', (_, reply) => reply.type('application/json; charset=utf-8').send(readWeek.get('town')?.body));
server.post<{ Body: CheckInBody }>('/check-ins', ({ body, headers }, reply) => {
  const id = randomUUID();
  writeCheckIn.run(id, headers.authorization, body.monday, body.takeaway.text, body.clientId, body.capturedAt, Date.now());
  return reply.code(201).send({ ...body, id });
});
await server.listen({ port: 0, host: '127.0.0.1' });
process.send?.({ url: server.listeningOrigin });
