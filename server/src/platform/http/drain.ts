import type { FastifyInstance } from 'fastify';
import { Server } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';

/** A balancer that asks each second hears of it; a phone's next request comes on a new connection, to another replica. */
const graceMs = 300;
const emptyWithinMs = 1_000;
/** Of the event loop, while somebody comes in with each. */
const mostTurns = 10_000;

const drains = new WeakMap<FastifyInstance, () => Promise<void>>();

/** Before the server is ready: prepares for `drain`. */
export function prepareDrain(server: FastifyInstance): void {
  let isDraining = false;
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isDraining) reply.header('connection', 'close');
    done(null, payload);
  });
  drains.set(server, async () => {
    isDraining = true;
    await pause(graceMs);
    await untilNobodyKnocks(server.server);
    await stopListening(server.server);
  });
}

/**
 * First every answer says that its connection ends, then nobody new is let in, and those inside get their last answer. An
 * idle connection that is closed without that word may have a request on its way, which nobody would ever answer.
 */
export async function drain(server: FastifyInstance): Promise<void> {
  await drains.get(server)?.();
}

/** The event loop takes in one at a time; who has knocked and was not taken in yet would be dropped with the request in hand. */
async function untilNobodyKnocks(server: Server): Promise<void> {
  let knocked = true;
  const knock = (): void => {
    knocked = true;
  };
  server.on('connection', knock);
  for (let turn = 0; knocked && turn < mostTurns; turn += 1) {
    knocked = false;
    await nextTurn();
  }
  server.off('connection', knock);
}

/** Node's own `close` would cut idle connections off at once; the socket server's leaves them. */
async function stopListening(server: Server): Promise<void> {
  const empty = new Promise<void>((resolve) => Server.prototype.close.call(server, () => resolve()));
  await Promise.race([empty, pause(emptyWithinMs, undefined, { ref: false })]);
}
