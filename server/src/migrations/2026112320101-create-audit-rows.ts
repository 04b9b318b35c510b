import { createTable, id, instant, nullable, text } from './create-table.ts';

export const createAuditRows = createTable(
  2026112320101,
  'audit_rows',
  { town_id: id, id, at: instant, act: text(60), actor: text(80), target: nullable(text(60)) },
  { indexes: { ix_audit_rows_at: ['town_id', 'at'] } },
);
