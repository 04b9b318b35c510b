import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';
import { type Sandbox, startSandbox } from '../sandbox/sandbox.ts';

/** Where the sandbox stands on the demo's own address: one port to forward, one origin for the browser. */
export const sandboxPath = '/wechat';
export const sandboxAccount = { appId: 'wx0000000000000000', appSecret: 'secret-of-the-demo', themeTemplate: 'theme-of-the-week' };

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
    templates: [{ id: sandboxAccount.themeTemplate, title: '学习提醒', fields: { thing1: '本周主题', date2: '时间', thing3: '温馨提示' } }],
  });
}

/** Passes everything under `/wechat` on to the sandbox. */
export async function mountSandbox(server: FastifyInstance, sandbox: Sandbox): Promise<void> {
  const upstream = new URL(sandbox.url).origin;
  await server.register(proxy, { upstream, prefix: sandboxPath, rewritePrefix: sandboxPath, http2: false });
}
