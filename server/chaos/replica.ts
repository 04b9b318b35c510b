import 'reflect-metadata';
import { inputOf, ready } from '../bench/processes.ts';
import { createApp } from '../src/app.ts';
import { Config } from '../src/platform/config/config.ts';
import { stopOnSignals } from '../src/platform/http/stop.ts';
import type { Environment } from './chaos-town.ts';

export interface ReplicaInput {
  readonly env: Environment;
  /** Business time, epoch ms, at this instant of the machine's clock. */
  readonly business: number;
  readonly at: number;
}

/** A replica as in production, but for its clock: which the run sets, and may set wrong. */
const { env, business, at } = inputOf<ReplicaInput>();
const app = await createApp(Config.read(env), { jobs: true, time: () => business + Date.now() - at });
await app.listen(0, '127.0.0.1');
// The line to the run would keep the process.
stopOnSignals(app, async () => process.disconnect());
const { port } = app.getHttpServer().address() as { port: number };
ready({ url: `http://127.0.0.1:${port}` });
