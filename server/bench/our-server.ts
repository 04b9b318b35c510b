import 'reflect-metadata';
import { sampleTownCode } from '../src/demo/demo-people.ts';
import { inputOf } from './processes.ts';
import { benchApp, benchLogins, benchTheme, benchTown } from './town.ts';

export interface OurServer {
  readonly url: string;
  readonly town: string;
  readonly monday: string;
  /** One for each member who may check in. */
  readonly tokens: readonly string[];
}

const { folder, members: count } = inputOf<{ folder: string; members: number }>();
const app = await benchApp(folder);
const { town, members } = await benchTown(app, count);
const monday = await benchTheme(app, town);
const tokens = await benchLogins(app, town, members);
await app.listen(0, '127.0.0.1');
const { port } = app.getHttpServer().address() as { port: number };
const started: OurServer = { url: `http://127.0.0.1:${port}`, town: sampleTownCode, monday, tokens };
process.send?.(started);
