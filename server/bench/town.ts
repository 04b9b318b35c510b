import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, mondayOf, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { seedLessons } from '../demo/seed/lessons.ts';
import { type SampleTown, seedTown } from '../demo/seed/sample-town.ts';
import { SeedClock } from '../demo/seed/seed-clock.ts';
import { sendTheme } from '../demo/seed/themes.ts';
import { createApp } from '../src/app.ts';
import { ConsentsService } from '../src/logins/consents.service.ts';
import { LoginsService } from '../src/logins/logins.service.ts';
import type { Member } from '../src/members/member.entity.ts';
import { MembersService } from '../src/members/members.service.ts';
import { Acts } from '../src/platform/access/acts.ts';
import { Config } from '../src/platform/config/config.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';

/** One for the process, which has one server. */
const clock = new SeedClock();

/** The server as it runs in production, on SQLite unless there is a MariaDB, without request limits; in demo mode, because its clock must stand on a Monday. */
export function benchApp(folder: string, mariadb?: string, more: Readonly<Record<string, string>> = {}): Promise<NestFastifyApplication> {
  const database = mariadb ? { DATABASE_URL: mariadb } : {};
  const config = Config.read({ MODE: 'demo', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, WEB_ROOT: folder, WECHAT: 'off', RATE_LIMIT_FACTOR: '0', LOG_LEVEL: 'error', ...database, ...more });
  return createApp(config, { jobs: false, time: clock.time });
}

/** Business and real time of this process, from now on. Epoch ms. */
export function standAt(instant: number): void {
  clock.move(instant);
}

/** The sample town with `count` more members. */
export async function benchTown(app: NestFastifyApplication, count: number): Promise<{ town: SampleTown; members: Member[] }> {
  const town = await seedTown(app, clock, '2025-05-15');
  const groupId = town.members[0]?.groupId ?? null;
  const people = Array.from({ length: count }, (_, at) => ({ name: `学员${at}`, phone: `1${39 + Math.floor(at / 10_000)}0000${String(at % 10_000).padStart(4, '0')}`, groupId }));
  const members = await app.get(Acts).perform(town.scope, () => app.get(MembersService).addAll(town.scope, people), { act: 'bench.seeded' });
  return { town, members };
}

/** This week's theme, planned, approved and sent as in life. Answers its Monday. */
export async function benchTheme(app: NestFastifyApplication, town: SampleTown): Promise<string> {
  const monday = mondayOf(clock.time());
  clock.move(pushInstant(addDays(monday, -7)));
  const lessonIds = await seedLessons(app, town);
  await sendTheme(app, town, { monday, week: 1, lessonIds });
  return monday;
}

/** A login for each, with the consent that a check-in asks for. */
export function benchLogins(app: NestFastifyApplication, { scope }: SampleTown, members: readonly Member[]): Promise<string[]> {
  return app.get(Acts).perform(scope, async () => {
    const tokens: string[] = [];
    for (const { id: memberId, townId } of members) {
      await app.get(ConsentsService).give(scope, memberId, privacyNotice.version);
      tokens.push((await app.get(LoginsService).begin({ townId, memberId, operatorId: null }, 'demo')).token);
    }
    return tokens;
  }, { act: 'bench.logins' });
}
