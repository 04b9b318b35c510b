import { addColumns } from './add-columns.ts';
import { nullable, whole } from './create-table.ts';

export const townsTakeTurns = addColumns(2026112640101, 'towns_take_turns', 'towns', { turn: nullable(whole) });
