import { randomUUID } from 'node:crypto';
import { type Call, load } from './load.ts';
import type { OurServer } from './our-server.ts';
import { newFolder, startProgram } from './processes.ts';
import { contest, type Row } from './rounds.ts';

const readsARound = 4_000;
const writesARound = 250;
/** The first round warms up. */
const rounds = 6;

/**
 * The hot path of a Monday, and the write that everybody makes, over HTTP against a bare server with the same bytes and the same durability.
 * On SQLite the bare statement is a call inside the process, so nothing hides what guard, contract, log and audit cost: the goals are lower
 * than they would be against a database behind a wire.
 */
export async function httpRows(): Promise<Row[]> {
  const ours = await startProgram<OurServer>('our-server.js', { folder: newFolder(), members: writesARound * rounds });
  const path = `/api/weeks/current?town=${ours.town}`;
  const week = await (await fetch(ours.url + path)).text();
  const bare = await startProgram<{ url: string }>('bare-server.js', { folder: newFolder(), week });
  const read = (url: string, at: string): Promise<number> => load(url, 32, Array<Call>(readsARound).fill({ method: 'GET', path: at }));
  return [
    await contest({ name: 'GET /api/weeks/current, requests/s', goal: 0.35, ours: () => read(ours.url, path), baseline: () => read(bare.url, '/week') }),
    await contest({
      name: 'POST /api/check-ins, requests/s',
      goal: 0.25,
      ours: (round) => load(ours.url, 16, checkIns('/api/check-ins', ours, round)),
      baseline: (round) => load(bare.url, 16, checkIns('/check-ins', ours, round)),
    }),
  ];
}

/** A check-in of each member of the round, who all come once. */
function checkIns(path: string, { monday, tokens }: OurServer, round: number): Call[] {
  return tokens.slice(round * writesARound, (round + 1) * writesARound).map((token) => {
    const body = { clientId: randomUUID(), monday, capturedAt: Date.now(), takeaway: { kind: 'text', text: '把饭碗端在自己手上，先把地种好。' } };
    return { method: 'POST', path, headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) };
  });
}
