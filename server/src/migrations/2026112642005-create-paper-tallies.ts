import { createTable, id, json, whole } from './create-table.ts';

export const createPaperTallies = createTable(2026112642005, 'paper_tallies', { town_id: id, month: id, circle_id: id, entered_by: id, ballots: whole, counts: json }, { primary: ['town_id', 'month', 'circle_id', 'entered_by'], orderless: true });
