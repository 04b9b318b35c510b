import { fastify } from 'fastify';
import { createHash, randomUUID } from 'node:crypto';
import { intoCheckIns } from '../src/check-ins/check-ins.repository.ts';
import { callersSql } from '../src/logins/callers.repository.ts';
import { intoAudit } from '../src/platform/access/acts.ts';
import { marks } from '../src/platform/database/prepared.ts';
import { correctionsSql, factsSql, lessonsSql } from '../src/weeks/weeks.repository.ts';
import { bareMariadb, bareSqlite, type Values } from './bare-store.ts';
import { inputOf, ready } from './processes.ts';

/**
 * The least that could do the same: Fastify, the same prepared statements with the same look-up of the token, the same
 * transaction. No rules, no rights, no contract, no sealing, no log.
 */
export interface BareInput {
  readonly sqlite?: string;
  readonly mariadb?: { readonly url: string; readonly connections: number };
  readonly monday: string;
}

interface CheckInBody {
  readonly clientId: string;
  readonly monday: string;
  readonly capturedAt: number;
  readonly takeaway: { readonly text: string };
}

const { sqlite, mariadb, monday: thisMonday } = inputOf<BareInput>();
const store = mariadb ? bareMariadb(mariadb.url, mariadb.connections) : bareSqlite(sqlite ?? '');

async function callerOf(authorization = ''): Promise<{ townId: string; memberId: string }> {
  const hash = createHash('sha256').update(authorization.slice(7)).digest('base64url');
  const [caller] = await store.read(callersSql([hash]), [hash]);
  if (!caller) throw new Error('no such login');
  return caller as { townId: string; memberId: string };
}

function inserted(into: string, values: Values): readonly [string, Values] {
  return [`${into} VALUES (${marks(values)})`, values];
}

const server = fastify();
server.get('/week', async ({ headers }) => {
  const { townId } = await callerOf(headers.authorization);
  const [facts] = await store.read(factsSql, [thisMonday, thisMonday, townId]);
  const themeId = String(facts?.['themeId']);
  const [lessons, corrections] = await Promise.all([store.read(lessonsSql, [townId, themeId]), store.read(correctionsSql, [townId, themeId])]);
  return { ...facts, lessons, corrections };
});
server.post<{ Body: CheckInBody }>('/check-ins', async ({ body: { clientId, monday, capturedAt, takeaway }, headers }, reply) => {
  const { townId, memberId } = await callerOf(headers.authorization);
  const [id, now] = [randomUUID(), Date.now()];
  const row = [townId, id, memberId, monday, monday, 'counts', 'text', takeaway.text, null, null, clientId, memberId, capturedAt, now, null, null, null];
  await store.write([
    inserted(intoCheckIns, row),
    inserted(intoAudit, [townId, randomUUID(), now, 'check-in.created', `member:${memberId}`, id]),
  ]);
  return reply.code(201).send({ id, monday, state: 'counts', kind: 'text', text: takeaway.text, capturedAt, receivedAt: now });
});
await server.listen({ port: 0, host: '127.0.0.1' });
ready({ url: server.listeningOrigin });
