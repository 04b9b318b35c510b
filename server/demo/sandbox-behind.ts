import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** Where the sandbox stands on the demo's own address: one port to forward, one origin for the browser. */
export const sandboxPath = '/wechat';
export const sandboxAccount = { appId: 'wx0000000000000000', appSecret: 'secret-of-the-demo', pushToken: 'tokenOfTheDemo' };

/** Subscription messages as a host would choose them in WeChat's console, by kind of doorbell; of each the second field takes a date or a time. */
export const sandboxTemplates = {
  theme: { id: 'theme-of-the-week', title: '学习提醒', fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' } },
  reminder: { id: 'check-in-reminder', title: '打卡提醒', fields: { thing1: '学习内容', date2: '提醒时间', thing3: '温馨提示' } },
  session: { id: 'session-tomorrow', title: '活动提醒', fields: { thing1: '活动名称', date2: '开始时间', thing3: '备注' } },
  month: { id: 'month-published', title: '公示通知', fields: { thing1: '公示内容', date2: '公示时间', thing3: '备注' } },
  objection: { id: 'objection-answered', title: '异议答复通知', fields: { thing1: '答复内容', date2: '答复时间', thing3: '备注' } },
};

/** The sample town's official account; it may publish through the API, so that the whole way can be seen. */
export const sandboxOfficialAccount = { appId: 'wx00000000000000d1', appSecret: '0'.repeat(32), name: '大美龙凤', publishes: true, miniPrograms: [sandboxAccount.appId] };

/** A WeChat on a free port of this machine. `clock` is the demo's business time. */
export function startDemoSandbox(clock: () => number, publicUrl: () => string): Promise<Sandbox> {
  return startSandbox({
    port: 0,
    appId: sandboxAccount.appId,
    appSecret: sandboxAccount.appSecret,
    basePath: sandboxPath,
    clock,
    officialAccounts: [sandboxOfficialAccount],
    openPage: (page) => `${publicUrl()}/${page}`,
    templates: Object.values(sandboxTemplates),
  });
}

/** Passes everything under `/wechat` on to the sandbox. */
export async function mountSandbox(server: FastifyInstance, sandbox: Sandbox): Promise<void> {
  const upstream = new URL(sandbox.url).origin;
  await server.register(proxy, { upstream, prefix: sandboxPath, rewritePrefix: sandboxPath, http2: false });
}
