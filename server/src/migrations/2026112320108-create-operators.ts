import { createTable, id, instant, text } from './create-table.ts';

export const createOperators = createTable(2026112320108, 'operators', { id, name: text(30), created_at: instant }, { primary: ['id'] });
