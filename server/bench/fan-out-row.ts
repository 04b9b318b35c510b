import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import { Pool } from 'undici';
import { DoorbellsService } from '../src/doorbells/doorbells.service.ts';
import { RingResults } from '../src/doorbells/ring-results.ts';
import { RingingService } from '../src/doorbells/ringing.service.ts';
import { Acts } from '../src/platform/access/acts.ts';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { Database } from '../src/platform/database/database.ts';
import { announcement } from './bench-push.ts';
import { bindAll, fillMembers } from './bound-town.ts';
import { emptyPlaces } from './engines.ts';
import { startProgram } from './processes.ts';
import { contest, type Figure, perSecond, type Row } from './rounds.ts';
import { lanes, morning, template, wechatAt } from './sink.ts';
import { benchApp, benchTown, standAt } from './town.ts';

const people = Number(process.env['BENCH_FAN_OUT_PEOPLE'] ?? 10_000);
const chunk = 200;
const credits = 20;
const sendPath = '/cgi-bin/message/subscribe/send';
const data = { thing1: { value: announcement.title }, date2: { value: announcement.date }, thing3: { value: announcement.hint } };

interface Place {
  readonly app: NestFastifyApplication;
  readonly scope: SystemScope;
  readonly memberIds: readonly string[];
  readonly openids: ReadonlyMap<string, string>;
  readonly sink: string;
}

/**
 * A push's doorbells to a sink that answers after 20 ms, and to one that answers at once, against a bare loop of undici with
 * as many lanes that claims the same rows, sends the same messages and writes the same results as often.
 */
export async function* fanOutRows(server: string | undefined): AsyncGenerator<Row> {
  const sink = await startProgram<{ url: string }>('sink-program.js', {});
  for (const [delayMs, goal] of [[20, 0.9], [0, 0]] as const) {
    for (const { engine, folder, mariadb } of await emptyPlaces(`weidangxiao_fan_out_${delayMs}`, server)) {
      const place = await placeOn(folder, `${sink.said.url}/${delayMs}`, mariadb);
      const name = `${engine}: ${people} doorbells at ${lanes} lanes to a sink of ${delayMs} ms, a second`;
      yield await contest({ name, goal, ours: (round) => rung(place, round), baseline: (round) => loop(place, round) });
      await place.app.close();
    }
  }
}

async function placeOn(folder: string, sink: string, mariadb: string | undefined): Promise<Place> {
  const app = await benchApp(folder, mariadb, wechatAt(sink));
  standAt(morning);
  const { town: { scope } } = await benchTown(app, 0);
  const memberIds = await fillMembers(app, scope.townId, people);
  return { app, scope, memberIds, sink, openids: await bindAll(app, scope.townId, memberIds, { templateId: template, credits }) };
}

/** Everybody's doorbell waits; answers the round's id. */
async function announced({ app, scope, memberIds }: Place, subject: string): Promise<string> {
  const doorbells = app.get(DoorbellsService);
  await app.get(Acts).perform(scope, () => doorbells.announce(scope, { kind: 'theme', subject, announcement, endsAt: Number.MAX_SAFE_INTEGER }, memberIds), { act: 'bench.announced' });
  return (await doorbells.about(scope, 'theme', subject))?.id ?? '';
}

async function rung(place: Place, round: number): Promise<Figure> {
  const roundId = await announced(place, `ours-${round}`);
  const figure = await perSecond(people, () => place.app.get(RingingService).ringAll());
  await expectSent(place, roundId);
  return figure;
}

async function loop(place: Place, round: number): Promise<Figure> {
  const roundId = await announced(place, `bare-${round}`);
  const figure = await perSecond(people, () => bareLoop(place, roundId));
  await expectSent(place, roundId);
  await place.app.get(Database).write(() => place.app.get(Database).run('UPDATE doorbell_rounds SET settled_at = 0 WHERE town_id = ? AND id = ?', [place.scope.townId, roundId]));
  return figure;
}

async function expectSent({ app, scope }: Place, roundId: string): Promise<void> {
  const [row] = await app.get(Database).run<{ n: unknown }>("SELECT COUNT(*) AS n FROM doorbells WHERE town_id = ? AND round_id = ? AND state = 'sent'", [scope.townId, roundId]);
  if (Number(row?.n) !== people) throw new Error(`${String(row?.n)} of ${people} were sent`);
}

interface Bell {
  readonly id: string;
  readonly memberId: string;
}

/** No rules, no template's checks, no retries, no reading of sealed openids; the credits are taken in the claim's transaction, as ours are. */
async function bareLoop(place: Place, roundId: string): Promise<void> {
  const { origin, pathname } = new URL(place.sink);
  const pool = new Pool(origin, { connections: lanes });
  const lease = randomUUID();
  const database = place.app.get(Database);
  const results = new RingResults<Told>((some) => database.write(() => record(place, lease, some)));
  const bells = new Bells(() => database.write(() => claim(place, roundId, lease)));
  const lane = async (): Promise<void> => {
    for (let bell = await bells.next(); bell; bell = await bells.next()) await results.put({ id: bell.id, msgid: await sent(pool, pathname, place.openids.get(bell.memberId) ?? '') });
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  await pool.close();
}

interface Told {
  readonly id: string;
  readonly msgid: string;
}

async function record({ app, scope: { townId } }: Place, lease: string, some: readonly Told[]): Promise<void> {
  for (let from = 0; from < some.length; from += lanes) {
    const part = some.slice(from, from + lanes);
    const sql = `UPDATE doorbells SET state = 'sent', reason = NULL, attempts = attempts + 1, credited = 1, settled_at = ?, lease_token = NULL, msgid = CASE id ${'WHEN ? THEN ? '.repeat(part.length)}END
      WHERE town_id = ? AND id IN (${part.map(() => '?').join(', ')}) AND lease_token = ?`;
    await app.get(Database).run(sql, [Date.now(), ...part.flatMap(({ id, msgid }) => [id, msgid]), townId, ...part.map(({ id }) => id), lease]);
  }
}

async function claim({ app, scope: { townId } }: Place, roundId: string, lease: string): Promise<Bell[]> {
  const database = app.get(Database);
  const bells = await database.run<Bell>(`SELECT id, member_id AS memberId FROM doorbells WHERE town_id = ? AND round_id = ? AND state = 'waiting' AND lease_token IS NULL ORDER BY next_at, id LIMIT ${chunk}`, [townId, roundId]);
  if (bells.length === 0) return [];
  const marks = bells.map(() => '?').join(', ');
  await database.run(`UPDATE doorbells SET lease_token = ?, credited = 1 WHERE town_id = ? AND id IN (${marks})`, [lease, townId, ...bells.map(({ id }) => id)]);
  await database.run(`UPDATE subscription_credits SET credits = credits - 1 WHERE town_id = ? AND template_id = ? AND member_id IN (${marks})`, [townId, template, ...bells.map(({ memberId }) => memberId)]);
  return bells;
}

async function sent(pool: Pool, pathname: string, touser: string): Promise<string> {
  const body = JSON.stringify({ touser, template_id: template, page: announcement.page, data, miniprogram_state: 'formal', lang: 'zh_CN' });
  const answer = await pool.request({ method: 'POST', path: `${pathname}${sendPath}?access_token=${'t'.repeat(136)}`, headers: { 'content-type': 'application/json' }, body });
  return /"msgid":(\d+)/.exec(await answer.body.text())?.[1] ?? '';
}

/** The next ones are claimed while the last are on their way, as in ours. */
class Bells {
  private readonly ready: Bell[] = [];
  private claiming: Promise<void> | null = null;
  private isOut = false;

  constructor(private readonly more: () => Promise<Bell[]>) {}

  async next(): Promise<Bell | null> {
    for (;;) {
      if (!this.isOut && this.ready.length < chunk) this.claiming ??= this.refill();
      const bell = this.ready.shift();
      if (bell) return bell;
      if (!this.claiming) return null;
      await this.claiming;
    }
  }

  private async refill(): Promise<void> {
    const bells = await this.more();
    this.ready.push(...bells);
    this.isOut = bells.length === 0;
    this.claiming = null;
  }
}
