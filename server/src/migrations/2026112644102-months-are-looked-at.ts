import { addColumns } from './add-columns.ts';
import { dateText, nullable } from './create-table.ts';

export const monthsAreLookedAt = addColumns(2026112644102, 'months_are_looked_at', 'assessment_months', { looked_at_on: nullable(dateText) });
