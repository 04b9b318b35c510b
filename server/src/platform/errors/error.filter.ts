import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { MethodCheck } from '../http/method-check.ts';
import type { Log } from '../log/log.ts';
import { answerError } from './answer-error.ts';

/** The one place where a failure becomes an answer. */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(
    private readonly log: Log,
    private readonly methods: MethodCheck,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    // Ours are AppErrors: a NotFoundException comes from the router alone.
    const failure = error instanceof NotFoundException ? this.methods.refusal(request) : error;
    answerError(failure, request, http.getResponse<FastifyReply>(), this.log);
  }
}
