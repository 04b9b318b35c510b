import { Injectable, type OnModuleInit, StreamableFile } from '@nestjs/common';
import { DiscoveryService, HttpAdapterHost, MetadataScanner } from '@nestjs/core';
import { contractOf } from '@weidangxiao/shared/contract/all.ts';
import { routeNamed, type RouteName } from '@weidangxiao/shared/routes/all.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AccessGuard } from './access.guard.ts';
import { answerOf, inputOf } from './contract-check.ts';
import { boundMethods, type Handler } from './handlers.ts';
import { type AccessRequest, takesOf } from './request.ts';

/**
 * Serves the route table: guard, contract, controller, contract. Nest puts the server together, but its own way from a
 * route to a controller costs more than all of these stations, so Fastify calls them directly (docs/decisions/010).
 */
@Injectable()
export class Router implements OnModuleInit {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly host: HttpAdapterHost,
    private readonly guard: AccessGuard,
  ) {}

  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance() as unknown as FastifyInstance;
    for (const { controller, handler, name } of boundMethods(this.discovery, this.scanner)) {
      if (!name) continue;
      const { method, path, raw } = routeNamed(name);
      const route = { method, url: path, handler: this.handlerFor(name, handler, controller) };
      if (raw) void server.register(async (own) => takesText(own, raw.maxBytes).route(route));
      else server.route(route);
    }
  }

  private handlerFor(name: RouteName, handler: Handler, controller: unknown) {
    const [route, contract, takes] = [routeNamed(name), contractOf(name), takesOf(handler)];
    const written = new Written((answer) => answerOf(contract, route, answer));
    return async (request: AccessRequest, reply: FastifyReply): Promise<FastifyReply> => {
      request.access = await this.guard.admit(request, name);
      request.access.input = inputOf(contract, route, request);
      const given = takes.map((take) => take(request, reply));
      const answer = await handler.apply(controller, route.upload ? await Promise.all(given) : given);
      if (reply.statusCode === 200 && route.status) void reply.code(route.status);
      return contract.answer === 'bytes' ? sendBytes(reply, answerOf(contract, route, answer)) : sendJson(reply, written.of(answer));
    };
  }
}

/** A part of the server in which a body stays the text that came, whatever type it says it has. */
function takesText(own: FastifyInstance, bodyLimit: number): FastifyInstance {
  own.removeAllContentTypeParsers();
  own.addContentTypeParser('*', { parseAs: 'string', bodyLimit }, (_request, body, done) => done(null, body));
  return own;
}

/** Answers as they are sent. As text: Node puts it into one packet with the headers. */
class Written {
  private readonly kept = new WeakMap<object, string>();

  constructor(private readonly shape: (answer: unknown) => unknown) {}

  /** A frozen answer is one that a service keeps and gives to many: it is shaped and written once. */
  of(answer: unknown): string | undefined {
    if (typeof answer !== 'object' || answer === null || !Object.isFrozen(answer)) return this.write(answer);
    const known = this.kept.get(answer);
    if (known) return known;
    const fresh = this.write(answer);
    if (fresh !== undefined) this.kept.set(answer, fresh);
    return fresh;
  }

  private write(answer: unknown): string | undefined {
    const shaped = this.shape(answer);
    return shaped === undefined ? undefined : JSON.stringify(shaped);
  }
}

function sendJson(reply: FastifyReply, json: string | undefined): FastifyReply {
  return json === undefined ? reply.send() : reply.header('content-type', 'application/json; charset=utf-8').send(json);
}

function sendBytes(reply: FastifyReply, answer: unknown): FastifyReply {
  if (!(answer instanceof StreamableFile)) return reply.send();
  const { type, disposition, length } = answer.getHeaders();
  const headers = { 'content-type': type, 'content-disposition': disposition, 'content-length': length };
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !reply.hasHeader(name)) void reply.header(name, value);
  return reply.send(answer.getStream());
}
