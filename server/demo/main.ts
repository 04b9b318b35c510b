import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { createApp } from '../src/app.ts';
import { sampleTownCode } from '../src/demo/demo-people.ts';
import { Clock } from '../src/platform/clock/clock.ts';
import { Config, ConfigFaults } from '../src/platform/config/config.ts';
import { Database } from '../src/platform/database/database.ts';
import { stopOnSignals } from '../src/platform/http/stop.ts';
import { Jobs } from '../src/platform/jobs/jobs.ts';
import { TownsService } from '../src/towns/towns.service.ts';
import { mountSandbox, sandboxAccount, sandboxTemplates, sandboxPath, startDemoSandbox } from './sandbox-behind.ts';
import { SeedClock } from './seed/seed-clock.ts';
import { SamplePhones } from './seed/sample-phones.ts';
import { seedDemo } from './seed/seed-demo.ts';
import { welcome } from './welcome.ts';

await start();

/** The demo: the product itself, a sample town in it, and a WeChat that runs on this machine. */
async function start(): Promise<void> {
  let clock = (): number => Date.now();
  const sandbox = await startDemoSandbox(() => clock(), () => config.publicUrl);
  const config = readConfig(sandbox.url);
  const seedClock = new SeedClock();
  const app = await createApp(config, { jobs: false, time: seedClock.time, mount: (server) => mountSandbox(server, sandbox) });
  clock = () => app.get(Clock).now();
  const phones = new SamplePhones(app, sandbox);
  if (await app.get(TownsService).byCode(sampleTownCode)) await phones.handOut();
  else await seed(app, phones, seedClock);
  await app.listen(config.port, config.host);
  aimEvents(sandbox, config, app);
  app.get(Jobs).start();
  stopOnSignals(app, () => sandbox.close());
  process.stdout.write(welcome(config.publicUrl));
}

async function seed(app: NestFastifyApplication, phones: SamplePhones, clock: SeedClock): Promise<void> {
  process.stdout.write('· 准备示范镇：13个小组，一年的主题 …\n');
  const began = Date.now();
  // One unit of work: whoever stops the first start half way finds nothing half done at the second one.
  await app.get(Database).write(() => seedDemo(app, phones, clock));
  clock.end();
  process.stdout.write(`  示范镇：完成，${((Date.now() - began) / 1000).toFixed(1)} 秒\n`);
}

/** From now on the demo's WeChat tells the demo what happens on its phones. */
function aimEvents(sandbox: Sandbox, { wechat }: Config, app: NestFastifyApplication): void {
  const { port } = app.getHttpServer().address() as { port: number };
  if (wechat?.push && !wechat.push.aesKey) sandbox.setPush(wechat.appId, { url: `http://127.0.0.1:${port}/api/wechat/events`, token: wechat.push.token });
}

function readConfig(sandboxUrl: string): Config {
  const own = {
    MODE: 'demo',
    LOG_LEVEL: 'error',
    WECHAT_APP_ID: sandboxAccount.appId,
    WECHAT_APP_SECRET: sandboxAccount.appSecret,
    WECHAT_THEME_TEMPLATE_ID: sandboxTemplates.theme.id,
    WECHAT_REMINDER_TEMPLATE_ID: sandboxTemplates.reminder.id,
    WECHAT_SESSION_TEMPLATE_ID: sandboxTemplates.session.id,
    WECHAT_MONTH_TEMPLATE_ID: sandboxTemplates.month.id,
    WECHAT_OBJECTION_TEMPLATE_ID: sandboxTemplates.objection.id,
    WECHAT_API_BASE: sandboxUrl,
    WECHAT_PUSH_TOKEN: sandboxAccount.pushToken,
    SANDBOX_URL: sandboxPath,
  };
  try {
    return Config.read({ ...own, ...process.env, MODE: 'demo' });
  } catch (error) {
    if (!(error instanceof ConfigFaults)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
