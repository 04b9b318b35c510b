import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Fault } from './faults.ts';
import type { SandboxState } from './state.ts';
import { WechatRefusal } from './wechat-refusal.ts';

/** Lets the faults in force and the quotas act on every call of the API. */
export function addFaultHooks(api: FastifyInstance, state: SandboxState): void {
  const closing = new AbortController();
  const answersToDrop = new WeakSet<FastifyRequest>();
  api.addHook('preClose', async () => closing.abort());
  api.addHook('preHandler', async (request, reply) => {
    const path = apiPath(state, request);
    state.faults.countCall(path);
    const struck = state.faults.strike(path);
    await wait(longestDelay(struck), undefined, { signal: closing.signal });
    if (struck.some((fault) => 'down' in fault)) return hangUp(request, reply);
    if (struck.some((fault) => 'dropAnswerAfterActing' in fault)) answersToDrop.add(request);
    const refused = await refuse(struck, reply);
    if (refused) return refused;
    state.quotas.count(path);
  });
  api.addHook('onSend', async (request, _reply, payload) => {
    if (answersToDrop.has(request)) request.raw.socket.destroy();
    return payload;
  });
}

function apiPath(state: SandboxState, request: FastifyRequest): string {
  return (request.routeOptions.url ?? '').slice(state.settings.basePath.length);
}

function longestDelay(struck: readonly Fault[]): number {
  return Math.max(0, ...struck.map((fault) => ('delayMs' in fault ? fault.delayMs : 0)));
}

function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

async function refuse(struck: readonly Fault[], reply: FastifyReply): Promise<FastifyReply | undefined> {
  for (const fault of struck) {
    if ('errcode' in fault) throw new WechatRefusal(fault.errcode);
    if ('httpStatus' in fault) {
      const page = `<html><head><title>${fault.httpStatus}</title></head><body>gateway</body></html>`;
      return reply.code(fault.httpStatus).type('text/html').send(page);
    }
  }
  return undefined;
}
