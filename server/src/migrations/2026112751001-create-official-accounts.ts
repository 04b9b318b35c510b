import { cipher, createTable, flag, id, instant, nullable, text } from './create-table.ts';

export const createOfficialAccounts = createTable(
  2026112751001,
  'official_accounts',
  { town_id: id, app_id: text(32), app_secret: cipher, name: text(40), author: text(16), publishes: flag, linked: flag, push_secrets: nullable(cipher), set_at: instant, set_by: nullable(id) },
  { primary: ['town_id'], indexes: { ix_official_accounts_app: ['app_id'] } },
);
