import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

export type { Sandbox };
export const sandboxAppId = 'wx0000000000000001';
export const sandboxAppSecret = 'secret-of-the-tests';
export const sandboxTemplate = 'theme-of-the-week-template';

/** A WeChat for one test file, on the test's clock. */
export function startTestSandbox(clock: () => number): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    appId: sandboxAppId,
    appSecret: sandboxAppSecret,
    templates: [{ id: sandboxTemplate, title: '学习提醒', fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' } }],
    clock,
    limits: { sendTakesMs: 0 },
  });
}
