import { addDays } from '@weidangxiao/shared/rules/week.ts';
import type { Demo, Role, SandboxUser } from '../support/demo';
import { builtFor } from './built-app';
import { MiniProgram } from './mini-program';
import type { WechatSettings } from './wechat';

/** The mini-program on this person's phone, talking to the demo. */
export function onPhoneOf(demo: Demo, user: SandboxUser, settings: Partial<WechatSettings> = {}): MiniProgram {
  return MiniProgram.start({
    serverUrl: demo.url,
    builtFor,
    loginCode: () => demo.loginCode(user),
    subscriptionAnswer: (templateIds) => demo.answerSubscription(user, templateIds, 'accept'),
    ...settings,
  });
}

/** Logs in as WeChat does, binding by the phone button where it is the first time. `as`: which of those who share this WeChat. */
export async function logIn(app: MiniProgram, demo: Demo, user: SandboxUser, as?: string): Promise<void> {
  await app.open('packages/account/login/index');
  await app.tap('微信登录');
  if (as !== undefined) {
    await app.sees('你是哪一位');
    await app.tap(as);
  }
  await app.settled(() => app.text().includes('同意，继续登录') || !app.route.includes('login'));
  if (!app.route.includes('login')) return;
  await app.tap('同意，继续登录');
  await app.act('用微信里的手机号', 'getphonenumber', { code: await demo.phoneCode(user), errMsg: 'getPhoneNumber:ok' });
  await app.settled(() => !app.route.includes('login'));
}

/** Becomes somebody of the demo, by the line of the login page that says what this role is for. */
export async function become(app: MiniProgram, demo: Demo, role: Role): Promise<void> {
  const { roles } = await demo.call<{ roles: { role: Role; tasks: string }[] }>('GET', '/api/demo');
  const tasks = roles.find((one) => one.role === role)?.tasks ?? '';
  await app.open('packages/account/login/index');
  await app.tap(tasks);
  await app.settled(() => !app.route.includes('login'));
}

/** Chooses how large everything is, on the page that offers it. */
export async function choose(app: MiniProgram, look: '标准' | '长辈版'): Promise<void> {
  await app.open('packages/account/elder-offer/index');
  await app.tap(look);
  await app.tap('就用这个');
}

/** The Monday so many weeks before the theme that is now read, for which somebody who is new to it may still hand in a line, late. */
export async function mondayAgo(demo: Demo, weeks: number): Promise<string> {
  const { theme } = await demo.call<{ theme: { monday: string } }>('GET', '/api/weeks/current?town=longfeng');
  return addDays(theme.monday, -7 * weeks);
}
