import type { FastifyServerOptions } from 'fastify';
import type { LogLevel } from '../config/config.ts';
import { scrub } from './scrub.ts';

/** Where log lines go; standard output unless a test wants to read them. */
export interface LogStream {
  write(line: string): void;
}

/** Fastify's logger with every argument scrubbed, whoever logs. */
export function logOptions(level: LogLevel, stream?: LogStream): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    ...(stream && { stream }),
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: {},
    hooks: {
      logMethod(args, log) {
        log.apply(this, args.map((arg) => scrub(arg)) as typeof args);
      },
    },
  };
}
