import type { Demo, SandboxUser } from '../support/demo';
import { builtFor, MiniProgram } from './mini-program';
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

/** Logs in as WeChat does, binding by the phone button where it is the first time. */
export async function logIn(app: MiniProgram, demo: Demo, user: SandboxUser): Promise<void> {
  await app.open('packages/account/login/index');
  await app.tap('微信登录');
  await app.settled(() => app.text().includes('同意，继续登录') || !app.route.includes('login'));
  if (!app.route.includes('login')) return;
  await app.tap('同意，继续登录');
  await app.act('用微信里的手机号', 'getphonenumber', { code: await demo.phoneCode(user), errMsg: 'getPhoneNumber:ok' });
  await app.settled(() => !app.route.includes('login'));
}
