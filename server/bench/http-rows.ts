import { randomUUID } from 'node:crypto';
import { onMariadb, onSqlite, type Pair } from './engines.ts';
import { type Call, load } from './load.ts';
import { contest, type Row, rounds } from './rounds.ts';

/** Enough that most of them find compiled code, on both sides. */
const readsARound = 5_000;
/** Enough that the second half of them finds a compiled server. */
const writesARound = 1_000;
/** With the one that warms up, for each of the two. */
const members = 2 * writesARound * (rounds + 1);
/** On MariaDB ours may cost 1.15 times the bare one; with SQLite inside the process HTTP is most of what both pay. */
const goals = { SQLite: { read: 0.85, kept: 0.85, write: 0.85 }, MariaDB: { read: 0.87, kept: 2.5, write: 0.87 } };

/** The hot path of a Monday and the write that everybody makes, with a login, over HTTP. */
export async function* httpRows(mariadb: string | undefined): AsyncGenerator<Row> {
  yield* rowsOn('SQLite', await onSqlite(members));
  if (mariadb) yield* rowsOn('MariaDB', await onMariadb(members, mariadb));
}

async function* rowsOn(engine: keyof typeof goals, { ours, bare }: Pair): AsyncGenerator<Row> {
  const { tokens, monday } = ours.said;
  const goal = goals[engine];
  const baseline = () => load(bare, 32, reads('/week', tokens));
  yield await contest({ name: `${engine}: this week, nothing kept`, goal: goal.read, ours: () => load(ours, 32, reads('/api/weeks/current', tokens, { 'x-bench-uncached': '1' })), baseline });
  yield await contest({ name: `${engine}: this week, kept; bare reads it`, goal: goal.kept, ours: () => load(ours, 32, reads('/api/weeks/current', tokens)), baseline });
  yield await contest({
    name: `${engine}: check-in`,
    goal: goal.write,
    ours: (round) => load(ours, 16, checkIns('/api/check-ins', monday, membersOf(tokens, 2 * round))),
    baseline: (round) => load(bare, 16, checkIns('/check-ins', monday, membersOf(tokens, 2 * round + 1))),
  });
}

function reads(path: string, tokens: readonly string[], headers: Record<string, string> = {}): Call[] {
  return Array.from({ length: readsARound }, (_, at) => ({ method: 'GET', path, headers: { ...headers, authorization: `Bearer ${tokens[at % tokens.length]}` } }));
}

/** Members of a round, who all come once. */
function membersOf(tokens: readonly string[], share: number): readonly string[] {
  return tokens.slice(share * writesARound, (share + 1) * writesARound);
}

function checkIns(path: string, monday: string, tokens: readonly string[]): Call[] {
  return tokens.map((token) => {
    const body = { clientId: randomUUID(), monday, capturedAt: Date.now(), takeaway: { kind: 'text', text: '把饭碗端在自己手上，先把地种好。' } };
    return { method: 'POST', path, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  });
}
