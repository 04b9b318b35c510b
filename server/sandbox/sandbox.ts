import Fastify, { type FastifyInstance } from 'fastify';
import { articleRoutes } from './article-routes.ts';
import { controlRoutes } from './control-routes.ts';
import { controlsOf, type SandboxControls } from './controls.ts';
import { allowOrigins } from './cross-origin.ts';
import { linkRoutes } from './link-routes.ts';
import { settle, type SandboxOptions } from './options.ts';
import { pageRoutes } from './page/page-routes.ts';
import { emptyState, type SandboxState } from './state.ts';
import { wechatApi } from './wechat-api.ts';

const largestBody = 1_048_576;

/** A running WeChat on this machine. */
export interface Sandbox extends SandboxControls {
  /** Where it listens, with the base path and without a slash at its end. */
  url: string;
  close(): Promise<void>;
}

/**
 * Starts a WeChat that keeps everything in memory. It follows WECHAT.md; each rule cites its section.
 * @throws Error when the port is taken or a template has a field type that WeChat does not know
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const state = emptyState(settle(options));
  const { host, port, basePath } = { ...state.settings, port: options.port };
  const controls = controlsOf(state);
  const address = { url: '' };
  const app = newApp(state, controls, () => address.url);
  address.url = (await app.listen({ host, port })) + basePath;
  return { ...controls, url: address.url, close: () => (state.events.close(), app.close()) };
}

function newApp(state: SandboxState, controls: SandboxControls, address: () => string): FastifyInstance {
  const app = Fastify({
    bodyLimit: largestBody,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    ajv: { customOptions: { removeAdditional: false, coerceTypes: true } },
  });
  allowOrigins(app, state.settings.allowedOrigins);
  const prefix = state.settings.basePath;
  app.register(async (api) => wechatApi(api, state, address), { prefix });
  app.register(async (links) => linkRoutes(links, state), { prefix });
  app.register(async (articles) => articleRoutes(articles, state), { prefix });
  app.register(async (routes) => controlRoutes(routes, controls), { prefix: `${prefix}/sandbox` });
  app.register(async (page) => pageRoutes(page, state), { prefix: `${prefix}/sandbox` });
  return app;
}
