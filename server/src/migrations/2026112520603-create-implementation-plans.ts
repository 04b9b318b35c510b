import { createTable, dateText, id, instant, json, text, whole } from './create-table.ts';

export const createImplementationPlans = createTable(
  2026112520603,
  'implementation_plans',
  { town_id: id, id, client_id: id, version: whole, title: text(60), blocks: json, effective_from: dateText, changes: text(300), created_at: instant, created_by: id },
  {
    unique: { uq_implementation_plans_version: ['town_id', 'version'], uq_implementation_plans_client: ['town_id', 'created_by', 'client_id'] },
    indexes: { ix_implementation_plans_effective: ['town_id', 'effective_from', 'version'] },
  },
);
