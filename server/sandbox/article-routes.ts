import type { FastifyInstance } from 'fastify';
import type { SandboxState } from './state.ts';

const styles = 'body{margin:0;background:#f7f7f7;color:#1f1f1f;font-family:sans-serif}main{max-width:640px;margin:0 auto;padding:24px 20px;background:#fff;min-height:100vh;box-sizing:border-box}h1{font-size:22px;line-height:1.4}p.by{color:#888}mp-common-miniprogram{display:block;border:1px solid #ddd;border-radius:8px;padding:16px}';

/** What a reader sees of a published article, at the place where the sandbox says that it stands. */
export function articleRoutes(app: FastifyInstance, state: SandboxState): void {
  app.get<{ Params: { id: string } }>('/s/:id', async ({ params }, reply) => {
    for (const account of state.officialAccounts.all) {
      const publication = account.publications.find(({ articleId }) => articleId === params.id);
      if (!publication || account.statusOf(publication) !== 0) continue;
      const { title, author, content } = publication.news;
      const body = content.replace(/(<img\b[^>]*\ssrc=")http:\/\/mmbiz\.qpic\.cn\/\w+\/([\w-]+)\/0[^"]*"/g, `$1${state.settings.basePath}/pictures/$2"`);
      const page = `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${styles}</style><main><h1>${escaped(title)}</h1><p class="by">${escaped(author)}　${escaped(account.settings.name)}</p>${body}</main></html>`;
      return reply.type('text/html; charset=utf-8').send(page);
    }
    return reply.code(404).type('text/plain; charset=utf-8').send('没有这篇文章，或者已被删除');
  });
  app.get<{ Params: { id: string } }>('/pictures/:id', async ({ params }, reply) => {
    const picture = state.officialAccounts.all.flatMap(({ pictures }) => pictures).find(({ id }) => id === params.id);
    return picture ? reply.type(picture.type === 'png' ? 'image/png' : 'image/jpeg').send(picture.bytes) : reply.code(404).send();
  });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
