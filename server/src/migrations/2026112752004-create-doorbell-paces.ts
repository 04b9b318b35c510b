import { createTable, id, instant } from './create-table.ts';

export const createDoorbellPaces = createTable(2026112752004, 'doorbell_paces', { id, free_at: instant }, { primary: ['id'] });
