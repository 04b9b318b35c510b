import { useState } from 'react';
import { Dialog } from '../../components/dialog.tsx';
import { DropZone } from '../../components/drop-zone.tsx';
import { FailureNote } from '../../components/states.tsx';
import { upload } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useAct } from '../../platform/use-act.ts';
import { importedLesson } from './lesson-import.ts';

/** A Word file becomes a lesson that is not saved yet: the person looks it over first. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [progress, setProgress] = useState<number | null>(null);
  const act = useAct();
  const take = async (file: File): Promise<void> => {
    setProgress(0);
    const done = await act.run(async () => importedLesson.leave(await upload('createLessonImport', file, setProgress)));
    setProgress(null);
    if (done) go('/lessons/new');
  };
  return (
    <Dialog title="从Word导入一课" onClose={onClose}>
      <DropZone label="选一个Word文件" accept=".docx" progress={progress} onFile={(file) => void take(file)}>
        只收.docx，最大10MB。标题、加粗、列表、表格和图片会留下，留不下的会告诉你
      </DropZone>
      <FailureNote failure={act.failure} />
    </Dialog>
  );
}
