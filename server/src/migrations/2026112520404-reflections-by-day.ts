import { addKey } from './add-key.ts';

export const reflectionsByDay = addKey(2026112520404, 'ix_reflections_submitted', 'reflections', ['town_id', 'submitted_at', 'state', 'author_id']);
