import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

export type { Sandbox };
export const sandboxAppId = 'wx0000000000000001';
export const sandboxAppSecret = 'secret-of-the-tests';
export const sandboxTemplate = 'theme-of-the-week-template';
export const reminderTemplate = 'check-in-reminder-template';
export const sessionTemplate = 'session-reminder-template';
export const monthTemplate = 'month-published-template';
export const objectionTemplate = 'objection-answered-template';

const templates: { id: string; title: string; fields: Record<string, string> }[] = [
  { id: sandboxTemplate, title: '学习提醒', fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' } },
  { id: reminderTemplate, title: '打卡提醒', fields: { thing1: '学习内容', time2: '提醒时间', thing3: '温馨提示' } },
  { id: sessionTemplate, title: '活动提醒', fields: { thing1: '活动名称', time2: '开始时间', thing3: '备注' } },
  { id: monthTemplate, title: '公示通知', fields: { thing1: '公示内容', date2: '公示时间', thing3: '备注' } },
  { id: objectionTemplate, title: '异议答复通知', fields: { thing1: '答复内容', time2: '答复时间', thing3: '备注' } },
];

/** A town's official account that may publish through the API, and one that may not. */
export const accountOfTests = { appId: 'wx00000000000000a1', appSecret: 'a'.repeat(32), name: '大美青禾', publishes: true, miniPrograms: [sandboxAppId] };
export const modestAccountOfTests = { appId: 'wx00000000000000a2', appSecret: 'b'.repeat(32), name: '小青禾', publishes: false };

/** A WeChat for one test file, on the test's clock. */
export function startTestSandbox(clock: () => number): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    appId: sandboxAppId,
    appSecret: sandboxAppSecret,
    templates,
    clock,
    officialAccounts: [accountOfTests, modestAccountOfTests],
    limits: { sendTakesMs: 0 },
  });
}
