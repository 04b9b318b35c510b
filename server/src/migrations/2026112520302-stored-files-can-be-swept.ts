import { addColumns } from './add-columns.ts';
import { id, instant, nullable } from './create-table.ts';

export const storedFilesCanBeSwept = addColumns(2026112520302, 'stored_files_can_be_swept', 'stored_files', { take_token: nullable(id), doomed_at: nullable(instant) });
