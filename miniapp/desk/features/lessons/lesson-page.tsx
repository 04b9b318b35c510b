import { useState } from 'react';
import { Page, Pad } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { replacePath } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { BlocksView } from './blocks-view.tsx';
import { blankLesson, contentOf, fromWord } from './lesson-content.ts';
import { LessonDesk } from './lesson-desk.tsx';
import { importedLesson } from './lesson-import.ts';
import type { Lesson } from './lesson-words.ts';

/** One lesson; `id` null: a new one, from a Word file where one has just been read. */
export function LessonPage({ id }: { id: string | null }) {
  const writes = useMay('lessons.write');
  if (id !== null) return <StoredLesson id={id} />;
  return writes ? <NewLesson /> : <Empty title="写课由镇管理员在电脑上做">屏幕太窄也不能写，拉宽一些再试。</Empty>;
}

function NewLesson() {
  const [imported] = useState(importedLesson.peek);
  const onSaved = ({ id }: Lesson): void => {
    importedLesson.forget();
    replacePath(`/lessons/${id}`);
  };
  return <LessonDesk lesson={null} content={imported ? fromWord(imported) : blankLesson()} warnings={imported?.warnings ?? []} onSaved={onSaved} onLeft={importedLesson.forget} />;
}

function StoredLesson({ id }: { id: string }) {
  const loaded = useLoaded(id, () => call('getLesson', { params: { id }, query: {} }));
  const writes = useMay('lessons.write');
  return (
    <Ready of={loaded} lines={10}>
      {(lesson) => (writes ? <LessonDesk key={lesson.id} lesson={lesson} content={contentOf(lesson)} warnings={[]} onSaved={loaded.put} /> : <ReadLesson lesson={lesson} />)}
    </Ready>
  );
}

function ReadLesson({ lesson }: { lesson: Lesson }) {
  return (
    <Page title={lesson.title} aside={lesson.source ?? ''}>
      <Pad narrow>
        <BlocksView blocks={lesson.blocks} />
      </Pad>
    </Page>
  );
}
