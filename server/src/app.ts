import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import multipart from '@fastify/multipart';
import { LogController } from 'fastify';
import type { FastifyBaseLogger, FastifyHttpOptions, FastifyInstance, FastifyReply, FastifyRequest, RawServerDefault } from 'fastify';
import { AppModule } from './app.module.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations/all.ts';
import type { Config } from './platform/config/config.ts';
import { answerError } from './platform/errors/answer-error.ts';
import { ErrorFilter } from './platform/errors/error.filter.ts';
import { inlineScriptHashes, serveFrontEnds } from './platform/http/front-ends.ts';
import { prepareDrain } from './platform/http/drain.ts';
import { MethodCheck } from './platform/http/method-check.ts';
import { followRequests } from './platform/http/request-log.ts';
import { addSecurityHeaders } from './platform/http/security-headers.ts';
import { Jobs } from './platform/jobs/jobs.ts';
import { Log } from './platform/log/log.ts';
import { logOptions, type LogStream } from './platform/log/log-options.ts';

export interface AppOptions {
  /** Whether jobs run by themselves. */
  readonly jobs: boolean;
  /** Replaces the machine's clock in tests; epoch ms. */
  readonly time?: () => number;
  readonly logStream?: LogStream;
  /** Adds what is no part of the product, such as the demo's WeChat, under paths of its own. */
  readonly mount?: (server: FastifyInstance) => Promise<void>;
}

/** A JSON body; uploads have limits of their own. */
const bodyLimit = 1024 * 1024;
const requestTimeoutMs = 60_000;

/** The server, its schema up to date, not yet listening. */
export async function createApp(config: Config, options: AppOptions): Promise<NestFastifyApplication> {
  const adapter = adapterFor(config, options.logStream);
  const server = adapter.getInstance() as unknown as FastifyInstance;
  const log = new Log(server.log);
  followRequests(server, log, config);
  prepareDrain(server);
  addSecurityHeaders(server, inlineScriptHashes(config.webRoot));
  await server.register(multipart);
  const methods = new MethodCheck(server);
  const module = AppModule.on({ config, log, time: options.time, schema: { entities, migrations } });
  const app = await NestFactory.create<NestFastifyApplication>(module, adapter, { logger: log.forNest(), abortOnError: false });
  app.useGlobalFilters(new ErrorFilter(log, methods));
  await options.mount?.(server);
  await serveFrontEnds(server, config.webRoot);
  await app.init();
  if (options.jobs) app.get(Jobs).start();
  return app;
}

function adapterFor(config: Config, stream: LogStream | undefined): FastifyAdapter {
  const options = {
    logger: logOptions(config.logLevel, stream),
    logController: new LogController({ disableRequestLogging: true }),
    // `Log` adds the request's id where there is one: a logger for each request would cost more than its line.
    childLoggerFactory: (logger: FastifyBaseLogger) => logger,
    genReqId: () => randomUUID(),
    bodyLimit,
    // Nest's middleware: there is none.
    skipMiddie: true,
    requestTimeout: requestTimeoutMs,
    trustProxy: trusted(config.trustProxy),
    // What arrives while the server stops is still answered; its connection is closed after it.
    return503OnClosing: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => answerError(error, request, reply, new Log(request.log)),
  };
  return new FastifyAdapter<RawServerDefault>(options as FastifyHttpOptions<RawServerDefault>);
}

/** A number is how many proxies stand in front. */
function trusted(whom: Config['trustProxy']): boolean | string[] | ((address: string, hop: number) => boolean) {
  return typeof whom === 'number' ? (_, hop) => hop < whom : whom;
}
