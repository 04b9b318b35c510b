import type { LoggerService } from '@nestjs/common';
import type { FastifyBaseLogger } from 'fastify';
import { requestContext } from '../context/request-context.ts';

export type LogFields = Readonly<Record<string, unknown>>;

/**
 * Structured logging for everybody, into Fastify's logger. `message` is a fixed English sentence; what varies goes
 * into fields. Request, route and town are added here; secrets and personal data are scrubbed below (scrub.ts).
 */
export class Log {
  constructor(private readonly sink: FastifyBaseLogger) {}

  debug(message: string, fields: LogFields = {}): void {
    this.sink.debug(withContext(fields), message);
  }

  info(message: string, fields: LogFields = {}): void {
    this.sink.info(withContext(fields), message);
  }

  warn(message: string, fields: LogFields = {}): void {
    this.sink.warn(withContext(fields), message);
  }

  /** Give the caught value as `error`. */
  error(message: string, fields: LogFields = {}): void {
    this.sink.error(withContext(fields), message);
  }

  /** What the framework itself has to say; its start-up chatter counts as debug. */
  forNest(): LoggerService {
    return {
      log: (message: unknown) => this.debug(String(message)),
      debug: (message: unknown) => this.debug(String(message)),
      verbose: (message: unknown) => this.debug(String(message)),
      warn: (message: unknown) => this.warn(String(message)),
      error: (message: unknown, ...rest: unknown[]) => this.error('The framework reports', { error: message, stack: rest[0] }),
      fatal: (message: unknown) => this.error('The framework gave up', { error: message }),
    };
  }
}

function withContext(fields: LogFields): LogFields {
  const context = requestContext();
  if (!context) return fields;
  return { requestId: context.requestId, route: context.route, townId: context.scope?.townId, ...fields };
}
