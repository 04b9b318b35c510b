import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, mondayOf, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { seedLessons } from '../demo/seed/lessons.ts';
import { type SampleTown, seedTown } from '../demo/seed/sample-town.ts';
import { SeedClock } from '../demo/seed/seed-clock.ts';
import { planAhead } from '../demo/seed/themes.ts';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { createApp } from '../src/app.ts';
import { BindingsService } from '../src/logins/bindings.service.ts';
import type { Member } from '../src/members/member.entity.ts';
import { MembersService } from '../src/members/members.service.ts';
import { Acts } from '../src/platform/access/acts.ts';
import { Config } from '../src/platform/config/config.ts';
import { Database } from '../src/platform/database/database.ts';
import { SubscriptionCredit } from '../src/subscriptions/subscription-credit.entity.ts';

export const appId = 'wx0000000000000001';
const appSecret = 'secret-of-the-chaos';
export const template = 'theme-of-the-week-template';
export const sendPath = '/cgi-bin/message/subscribe/send';
/** More than one each, so that a message that goes out twice is seen twice. */
export const creditsEach = 5;

/** A Thursday: the theme of the Monday after is planned and approved before anything starts. */
const plannedAt = Date.parse('2026-12-24T10:00:00+08:00');
/** The first Monday after the year's last Thursday: week 53. */
export const monday = '2026-12-28';

/** What every program of a run has in common. */
export type Environment = Readonly<Record<string, string>>;

/** As a host would set it, with short waits so that a killed replica is missed soon. WeChat has time to answer on a busy machine too: a call that was given up may ring twice. */
export function environment(folder: string, sandboxUrl: string, more: Environment = {}): Environment {
  const keys = { DATA_KEYS: `chaos:${Buffer.alloc(32, 1).toString('base64')}`, PHONE_INDEX_KEY: Buffer.alloc(32, 2).toString('base64') };
  const wechat = { WECHAT: 'on', WECHAT_APP_ID: appId, WECHAT_APP_SECRET: appSecret, WECHAT_THEME_TEMPLATE_ID: template, WECHAT_API_BASE: sandboxUrl, SANDBOX_URL: sandboxUrl, WECHAT_TIMEOUT_MS: '2000' };
  const own = { MODE: 'demo', PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, WEB_ROOT: folder, RATE_LIMIT_FACTOR: '0', LOG_LEVEL: 'error', LOCK_WAIT_MS: '2000', DOORBELL_LEASE_MS: '5000' };
  return { ...own, ...keys, ...wechat, ...more };
}

/** A WeChat in this process, on the machine's clock. */
export function startChaosSandbox(): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    appId,
    appSecret,
    templates: [{ id: template, title: '学习提醒', fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' } }],
    limits: { sendTakesMs: 0 },
  });
}

export interface ChaosTown {
  readonly app: NestFastifyApplication;
  readonly clock: SeedClock;
  readonly town: SampleTown;
  /** Those with a WeChat and credits, and how WeChat knows them. */
  readonly bound: readonly { readonly member: Member; readonly openid: string }[];
}

/** The sample town with `people` more who all have WeChat and credits, and a theme that goes out on Monday. */
export async function chaosTown(env: Environment, sandbox: Sandbox | null, people: number): Promise<ChaosTown> {
  const clock = new SeedClock();
  const app = await createApp(Config.read(env), { jobs: false, time: clock.time });
  clock.move(plannedAt);
  const town = await seedTown(app, clock, '2025-05-15');
  const lessonIds = await seedLessons(app, town);
  await planAhead(app, town, { monday, week: 1, lessonIds });
  const groupId = town.members[0]?.groupId ?? null;
  const named = Array.from({ length: people }, (_, at) => ({ name: `学员${at}`, phone: null, groupId }));
  const bound: { member: Member; openid: string }[] = [];
  for (let from = 0; from < people; from += 1_000) bound.push(...(await addBound(app, town, sandbox, named.slice(from, from + 1_000))));
  return { app, clock, town, bound };
}

type Named = { name: string; phone: null; groupId: string | null };

function addBound(app: NestFastifyApplication, { scope }: SampleTown, sandbox: Sandbox | null, people: readonly Named[]): Promise<{ member: Member; openid: string }[]> {
  return app.get(Acts).perform(scope, async () => {
    const members = await app.get(MembersService).addAll(scope, people);
    const bound: { member: Member; openid: string }[] = [];
    for (const member of members) {
      const openid = `o${randomUUID().replaceAll('-', '').slice(0, 27)}`;
      sandbox?.createUser({ openid, nickname: member.name, credits: { [template]: creditsEach } });
      await app.get(BindingsService).bind(member, openid);
      bound.push({ member, openid });
    }
    await giveCredits(app, members);
    return bound;
  }, { act: 'chaos.seeded' });
}

/** As if each had allowed it so often. */
async function giveCredits(app: NestFastifyApplication, members: readonly Member[]): Promise<void> {
  const rows = members.map(({ townId, id: memberId }) => ({ townId, id: randomUUID(), memberId, templateId: template, credits: creditsEach, takenBy: null, changedAt: Date.now() }));
  for (let from = 0; from < rows.length; from += 500) await app.get(Database).rows(SubscriptionCredit).insert(rows.slice(from, from + 500));
}

/** Business time at which a run begins: right before 08:00 of the Monday. */
export const justBefore = pushInstant(monday) - 500;

/** The Mondays after it. */
export const mondayAfter = (weeks: number): string => addDays(mondayOf(justBefore), 7 * weeks);
