import { createTable, id, instant } from './create-table.ts';

export const createDemoClock = createTable(2026112320001, 'demo_clock', { id, moved_by: instant }, { primary: ['id'] });
