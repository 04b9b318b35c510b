import 'reflect-metadata';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { contract } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { parseArgs } from 'node:util';
import { createApp } from './app.ts';
import { OperatorsService } from './logins/operators.service.ts';
import { hostScope } from './platform/access/mint.ts';
import { Config, ConfigFaults } from './platform/config/config.ts';
import { TownsService } from './towns/towns.service.ts';

const usage = `The host's own commands. They need the same environment as the server.

  npm run operator -- create-town --code longfeng --name 龙凤镇 --school 龙凤微党校 --founded 2026-05-15 --admin 姓名 --phone 13800000000
      opens a town; its first admin binds by that phone, or comes in by a one-time link (printed)
  npm run operator -- link --town longfeng
      a one-time login link for the town's admin: WeChat is down, a phone is lost
  npm run operator -- link --operator 张工
      a one-time login link for an operator, who is made when there is none of that name`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    code: { type: 'string' },
    name: { type: 'string' },
    school: { type: 'string' },
    founded: { type: 'string' },
    admin: { type: 'string' },
    phone: { type: 'string' },
    town: { type: 'string' },
    operator: { type: 'string' },
  },
});

process.exitCode = await run(positionals[0]);

async function run(command: string | undefined): Promise<number> {
  if (command !== 'create-town' && command !== 'link') return told(usage, command === undefined ? 0 : 2);
  try {
    const config = Config.read({ LOG_LEVEL: 'error', ...process.env });
    const app = await createApp(config, { jobs: false });
    try {
      return told(command === 'link' ? await link(app, config) : await createTown(app, config), 0);
    } finally {
      await app.close();
    }
  } catch (error) {
    if (error instanceof ConfigFaults || error instanceof AppError) return told(error.message, 1);
    throw error;
  }
}

async function createTown(app: NestFastifyApplication, config: Config): Promise<string> {
  const wanted = { code: values.code, name: values.name, schoolName: values.school, foundedOn: values.founded, admin: { name: values.admin, phone: values.phone } };
  const parsed = contract.createTown.body.safeParse(wanted);
  const issue = parsed.error?.issues[0];
  if (!parsed.success) throw new AppError('INPUT_INVALID', { detail: { reason: `${issue?.path.join('.')} ${issue?.message}` } });
  const town = await app.get(TownsService).create(hostScope(), parsed.data);
  return `开好了：${town.name}（${town.code}）\n${await linkText(config, () => app.get(OperatorsService).linkForAdmin(town.code))}`;
}

async function link(app: NestFastifyApplication, config: Config): Promise<string> {
  const operators = app.get(OperatorsService);
  if (values.town) return linkText(config, () => operators.linkForAdmin(values.town ?? ''));
  return linkText(config, () => operators.linkFor(values.operator ?? 'operator'));
}

async function linkText(config: Config, make: () => Promise<{ secret: string; expiresAt: number }>): Promise<string> {
  const { secret, expiresAt } = await make();
  const until = new Date(expiresAt).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai' });
  return `一次性登录链接，${until}前有效，只能用一次：\n${config.publicUrl}/desk/#link=${secret}`;
}

function told(text: string, code: number): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}
