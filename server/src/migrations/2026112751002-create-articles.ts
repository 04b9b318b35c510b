import { createTable, id, instant, json, nullable, text, whole } from './create-table.ts';

export const createArticles = createTable(
  2026112751002,
  'articles',
  {
    town_id: id,
    id,
    theme_id: id,
    state: text(16),
    revision: whole,
    source: nullable(json),
    source_hash: nullable(text(64)),
    app_id: nullable(text(32)),
    draft_key: nullable(id),
    draft_media_id: nullable(text(200)),
    publish_id: nullable(text(64)),
    url: nullable(text(500)),
    way: nullable(text(8)),
    problem: nullable(text(24)),
    attempts: whole,
    asked_at: nullable(instant),
    next_at: nullable(instant),
    lease_token: nullable(id),
    changed_at: instant,
    changed_by: nullable(id),
  },
  { unique: { uq_articles_theme: ['town_id', 'theme_id'] }, indexes: { ix_articles_due: ['next_at'], ix_articles_publication: ['app_id', 'publish_id'], ix_articles_lease: ['lease_token'] } },
);
