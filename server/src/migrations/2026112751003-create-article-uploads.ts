import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createArticleUploads = createTable(
  2026112751003,
  'article_uploads',
  { town_id: id, id, app_id: text(32), kind: text(8), sha256: text(64), url: nullable(text(500)), media_id: nullable(text(200)), at: instant },
  { unique: { uq_article_uploads_content: ['town_id', 'app_id', 'kind', 'sha256'] } },
);
