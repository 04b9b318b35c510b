import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { newFolder } from '../bench/processes.ts';
import { seedLessons } from '../demo/seed/lessons.ts';
import { planAhead } from '../demo/seed/themes.ts';
import { createApp } from '../src/app.ts';
import { Config } from '../src/platform/config/config.ts';
import { Database } from '../src/platform/database/database.ts';
import { Jobs } from '../src/platform/jobs/jobs.ts';
import { type ChaosTown, chaosTown, environment, type Environment, mondayAfter } from './chaos-town.ts';
import { finding, type Finding } from './figures.ts';

const replicas = 5;
const minute = 60_000;

/** Five replicas, whose clocks are up to ten minutes apart, look at the same Monday in the same moment, week after week. */
export async function startsRun(engine: string, more: Environment, rounds: number): Promise<Finding[]> {
  const env = environment(newFolder(), 'http://127.0.0.1:9', { ...more, WECHAT: 'off' });
  const town = await chaosTown(env, null, 0);
  const others: NestFastifyApplication[] = [];
  for (let at = 0; at < replicas; at += 1) others.push(await createApp(Config.read(env), { jobs: false, time: () => town.clock.time() + (at - 2) * 5 * minute }));
  const lessonIds = await seedLessons(town.app, town.town);
  // The first Monday's theme is there; each round plans the next ones behind it.
  for (let round = 0; round < rounds; round += 1) {
    const monday = mondayAfter(3 * round);
    if (round > 0) {
      town.clock.move(pushInstant(monday) - 3 * 24 * 60 * minute);
      await planAhead(town.app, town.town, { monday, week: round, lessonIds });
    }
    town.clock.move(pushInstant(monday) + 11 * minute);
    await Promise.all(others.map((app) => app.get(Jobs).runNow('theme-push')));
  }
  const [weeks, rows] = await counted(town);
  for (const app of [...others, town.app]) await app.close();
  const where = `${engine}, ${replicas} replicas at the same moment, ${rounds} Mondays`;
  return [finding(`${where}: pushes`, weeks.length, rounds), finding(`${where}: Mondays pushed more than once`, weeks.filter((n) => n !== 1).length, 0), finding(`${where}: members with not exactly one delivery a Monday`, rows, 0)];
}

async function counted({ app, town }: ChaosTown): Promise<[number[], number]> {
  const { townId } = town.scope;
  const run = app.get(Database);
  const weeks = await run.run<{ n: unknown }>('SELECT COUNT(*) AS n FROM theme_pushes WHERE town_id = ? GROUP BY monday', [townId]);
  const [active] = await run.run<{ n: unknown }>("SELECT COUNT(*) AS n FROM members WHERE town_id = ? AND state = 'active'", [townId]);
  const each = await run.run<{ n: unknown }>('SELECT COUNT(DISTINCT member_id) AS n FROM deliveries WHERE town_id = ? GROUP BY monday HAVING COUNT(*) = COUNT(DISTINCT member_id)', [townId]);
  return [weeks.map(({ n }) => Number(n)), weeks.length - each.filter(({ n }) => Number(n) === Number(active?.n)).length];
}
