import { Database } from '../src/platform/database/database.ts';
import { beginPush } from './bench-push.ts';
import { bindAll, fillMembers } from './bound-town.ts';
import { emptyPlaces } from './engines.ts';
import { startProgram } from './processes.ts';
import type { Rung, RingingInput } from './ringing-program.ts';
import { counted, type Row } from './rounds.ts';
import { morning, template, wechatAt } from './sink.ts';
import { benchApp, benchTown, standAt } from './town.ts';

const people = Number(process.env['BENCH_MEMORY_PEOPLE'] ?? 100_000);
const mostMb = 100;
const megabyte = 1_048_576;

/** How far a replica of its own grows while it writes a push's rows and rings them all: bounded, however many there are. */
export async function* ringingMemoryRows(server: string | undefined): AsyncGenerator<Row> {
  const sink = await startProgram<{ url: string }>('sink-program.js', {});
  const settings = wechatAt(`${sink.said.url}/0`);
  for (const { engine, folder, mariadb } of await emptyPlaces('weidangxiao_memory', server)) {
    const app = await benchApp(folder, mariadb, settings);
    standAt(morning);
    const { town: { scope } } = await benchTown(app, 0);
    await bindAll(app, scope.townId, await fillMembers(app, scope.townId, people), { templateId: template, credits: 1 });
    await beginPush(app, scope, '2026-11-23');
    const input: RingingInput = { folder, people, now: morning, wechat: settings, ...(mariadb && { mariadb }) };
    const { said } = await startProgram<Rung>('ringing-program.js', input);
    const [row] = await app.get(Database).run<{ n: unknown }>("SELECT COUNT(*) AS n FROM doorbells WHERE town_id = ? AND state = 'sent'", [scope.townId]);
    if (Number(row?.n) !== people) throw new Error(`${String(row?.n)} of ${people} were sent`);
    await app.close();
    const grown = Math.round(said.grown / megabyte);
    yield counted(`${engine}: MB that a replica grows while it writes and rings ${people} deliveries (${Math.round(said.perSecond)} a second)`, { ours: grown, baseline: mostMb, ratio: mostMb / Math.max(1, grown) });
  }
}
