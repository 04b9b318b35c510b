import { useMemo, useState } from 'react';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useAct } from '../../platform/use-act.ts';
import { useUnsaved } from '../../platform/use-unsaved.ts';
import { bodyOf, type Content } from './lesson-content.ts';
import type { Lesson } from './lesson-words.ts';

/** What is being written, whether it is saved, and the saving. A lesson that was sent is saved with a note for its readers. */
export function useLessonDesk(lesson: Lesson | null, initial: Content, onSaved: (lesson: Lesson) => void) {
  const [content, setContent] = useState(initial);
  const [saved, setSaved] = useState(() => (lesson ? JSON.stringify(bodyOf(initial)) : ''));
  const act = useAct();
  const body = useMemo(() => bodyOf(content), [content]);
  const begun = lesson !== null || body.title !== '' || body.blocks.length > 0;
  const dirty = begun && JSON.stringify(body) !== saved;
  useUnsaved(dirty ? '这一课改了还没保存' : null);

  const save = (note?: string): Promise<boolean> =>
    act.run(async () => {
      const stored = await (lesson ? call('updateLesson', { params: { id: lesson.id }, body: { ...body, note } }) : call('createLesson', { body }));
      setSaved(JSON.stringify(body));
      say(note ? '已更正，读的人看得到改了什么' : '已保存');
      onSaved(stored);
    });
  return { content, set: (part: Partial<Content>) => setContent((old) => ({ ...old, ...part })), save, act, dirty, titled: body.title !== '' };
}
