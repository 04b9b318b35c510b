import type { INestApplication } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { Log } from '../log/log.ts';
import { drain } from './drain.ts';

/** After this the process ends whatever is still under way. */
const stopWithinMs = 10_000;

/** SIGTERM and SIGINT: the connections are drained, every request under way is answered, jobs end, the database closes, then `after`, exit 0. */
export function stopOnSignals(app: INestApplication, after: () => Promise<void> = async () => undefined): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void stopApp(app, after);
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

async function stopApp(app: INestApplication, after: () => Promise<void>): Promise<void> {
  const log = app.get(Log);
  setTimeout(() => {
    log.warn('Not everything ended in time');
    process.exit(1);
  }, stopWithinMs).unref();
  try {
    await drain(app.getHttpAdapter().getInstance() as FastifyInstance);
    await app.close();
    await after();
    process.exitCode = 0;
  } catch (error) {
    log.error('The stop failed', { error });
    process.exitCode = 1;
  }
}
