import 'reflect-metadata';
import type { FastifyInstance } from 'fastify';
import { ThemeChanges } from '../src/themes/theme-changes.ts';
import { WeeksService } from '../src/weeks/weeks.service.ts';
import { inputOf, ready } from './processes.ts';
import { benchApp, benchLogins, benchTheme, benchTown } from './town.ts';

export interface OurInput {
  readonly folder: string;
  readonly members: number;
  readonly mariadb?: string;
}

export interface OurServer {
  readonly url: string;
  readonly monday: string;
  /** One for each member who may check in. */
  readonly tokens: readonly string[];
}

const { folder, members: count, mariadb } = inputOf<OurInput>();
const app = await benchApp(folder, mariadb);
const { town, members } = await benchTown(app, count);
const monday = await benchTheme(app, town);
const tokens = await benchLogins(app, town, members);
const changes = app.get(ThemeChanges);
let keeps = true;
(app.getHttpAdapter().getInstance() as unknown as FastifyInstance).addHook('onRequest', ({ headers }, _reply, done) => {
  keeps = !headers['x-bench-uncached'];
  done();
});
// Forgotten right before it is asked for, so that no other request under way can have read it meanwhile.
const weeks = app.get(WeeksService);
const current = weeks.current.bind(weeks);
weeks.current = (scope) => {
  if (!keeps) changes.announce(scope);
  return current(scope);
};
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };
ready({ url: `http://127.0.0.1:${port}`, monday, tokens } satisfies OurServer);
