import type { FastifyInstance } from 'fastify';
import type { SandboxState } from './state.ts';

/** What opens when somebody taps a URL link. WECHAT.md §4 */
export function linkRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get<{ Params: { id: string } }>('/links/:id', async ({ params }, reply) => {
    const page = state.links.find(params.id);
    if (page === undefined) return reply.code(410).type('text/plain; charset=utf-8').send('链接已失效，请找发链接的人再要一个');
    const target = state.settings.openPage?.(page);
    return target ? reply.redirect(target) : reply.send({ page });
  });
}
