import type { FastifyInstance } from 'fastify';
import { Server } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** A balancer that asks each second hears of it; a phone's next request comes on a new connection, to another replica. */
const graceMs = 300;
const emptyWithinMs = 1_000;
/** Looks at the door in a row that find nobody, and how long all of them may take. */
const quietLooks = 8;
const lookMs = 5;
const quietWithinMs = 1_000;

const drains = new WeakMap<FastifyInstance, () => Promise<void>>();

/** Before the server is ready: prepares for `drain`. */
export function prepareDrain(server: FastifyInstance): void {
  let isDraining = false;
  let held: (() => void)[] | null = null;
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isDraining) reply.header('connection', 'close');
    const answer = (): void => done(null, payload);
    if (held) held.push(answer);
    else answer();
  });
  drains.set(server, async () => {
    isDraining = true;
    await pause(graceMs);
    const last: (() => void)[] = [];
    held = last;
    await untilNobodyKnocks(server.server);
    const empty = stopListening(server.server);
    held = null;
    for (const answer of last) answer();
    await empty;
  });
}

/**
 * First every answer says that its connection ends, then nobody new is let in, and those inside get their last answer. An
 * idle connection that is closed without that word may have a request on its way, which nobody would ever answer. Whoever has
 * an answer comes back at once with the next request, and would be dropped on the threshold as the door closes: so the last
 * answers are held back until it has closed.
 */
export async function drain(server: FastifyInstance): Promise<void> {
  await drains.get(server)?.();
}

/** Counted in turns of the event loop and not in time alone: while a long step keeps it busy, nobody is let in. */
async function untilNobodyKnocks(server: Server): Promise<void> {
  let quiet = 0;
  const knock = (): void => {
    quiet = 0;
  };
  server.on('connection', knock);
  const until = performance.now() + quietWithinMs;
  while (quiet < quietLooks && performance.now() < until) {
    quiet += 1;
    await pause(lookMs);
    await nextTurn();
  }
  server.off('connection', knock);
}

/** Node's own `close` would cut idle connections off at once; the socket server's leaves them. */
async function stopListening(server: Server): Promise<void> {
  const empty = new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
  await Promise.race([empty, pause(emptyWithinMs, undefined, { ref: false })]);
}
