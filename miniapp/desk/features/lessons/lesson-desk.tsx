import { useEffect, useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { SelectField, TextField } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { FailureNote, Note } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { go } from '../../platform/router.ts';
import { useAct } from '../../platform/use-act.ts';
import { AudioField } from './audio-field.tsx';
import { BlockList } from './block-list.tsx';
import { storable } from './keyed-blocks.ts';
import type { Content } from './lesson-content.ts';
import { LessonPreview } from './lesson-preview.tsx';
import { type Category, categoryChoices, type Lesson } from './lesson-words.ts';
import css from './lessons.module.css';
import { useLessonDesk } from './use-lesson-desk.ts';
import { type WordWarnings, WordWarningsNote } from './word-warnings.tsx';

interface Props {
  /** Null while it is not stored yet. */
  lesson: Lesson | null;
  content: Content;
  warnings: WordWarnings;
  onSaved: (lesson: Lesson) => void;
  onLeft?: () => void;
}

/** Writing a lesson, with the phone beside it. */
export function LessonDesk({ lesson, content: initial, warnings, onSaved, onLeft }: Props) {
  const { content, set, save, act, dirty, titled } = useLessonDesk(lesson, initial, onSaved);
  const [noting, setNoting] = useState(false);
  useEffect(() => onLeft, []);
  const sent = lesson?.sentOn ?? null;
  const actions = (
    <>
      {lesson && !sent ? <Remove lesson={lesson} /> : null}
      <Button kind="primary" busy={act.busy} disabled={!dirty || !titled} onClick={() => (sent ? setNoting(true) : void save())}>{sent ? '发布更正' : '保存'}</Button>
    </>
  );
  const correct = async (note: string): Promise<void> => {
    if (await save(note)) setNoting(false);
  };
  return (
    <Page title={lesson ? '课程' : '新的一课'} aside={<a href="#/lessons">教材课程</a>} actions={actions}>
      <div className={css.columns}>
        <div className={css.writing}>
          <Words lesson={lesson} warnings={warnings} />
          <FailureNote failure={act.failure} />
          <LessonFacts content={content} set={set} />
          <BlockList blocks={content.blocks} onChange={(blocks) => set({ blocks })} />
        </div>
        <aside className={css.preview}>
          <LessonPreview title={content.title} category={content.category} source={content.source} audio={content.audio} blocks={storable(content.blocks)} />
        </aside>
      </div>
      {noting ? <ReasonDialog title="发布更正" text="这一课已经发过，更正会和这句说明一起显示在手机上。" label="改了什么" yes="发布更正" max={200} busy={act.busy} failure={act.failure} onClose={() => setNoting(false)} onDone={(note) => void correct(note)} /> : null}
    </Page>
  );
}

function LessonFacts({ content, set }: { content: Content; set: (part: Partial<Content>) => void }) {
  return (
    <div className={css.facts}>
      <TextField label="课名" maxLength={60} value={content.title} onChange={(event) => set({ title: event.target.value })} />
      <SelectField label="类别" choices={categoryChoices} value={content.category} onChange={(event) => set({ category: event.target.value as Category })} />
      <TextField label="出处" maxLength={120} placeholder="哪本教材、哪篇文章" value={content.source} onChange={(event) => set({ source: event.target.value })} />
      <AudioField audio={content.audio} disabled={false} onChange={(audio) => set({ audio })} />
    </div>
  );
}

function Words({ lesson, warnings }: { lesson: Lesson | null; warnings: Props['warnings'] }) {
  return (
    <>
      <WordWarningsNote warnings={warnings} />
      {lesson?.sentOn ? <Note tone="blue">这一课{dateWithYear(lesson.sentOn)}发过。再改就是更正，要写一句改了什么，读的人看得到。</Note> : null}
      {lesson?.corrections.map(({ at, note }) => <Note key={at} tone="blue">更正：{note}（{whenInChinese(at)}）</Note>)}
    </>
  );
}

function Remove({ lesson }: { lesson: Lesson }) {
  const act = useAct();
  const remove = async (): Promise<void> => {
    const sure = await ask({ title: '删掉这一课', text: `“${lesson.title}”删了就找不回来了。已经排进主题的课不能删。`, yes: '删掉这一课' });
    if (!sure || !(await act.run(() => call('deleteLesson', { params: { id: lesson.id } })))) return;
    say('删掉了');
    go('/lessons');
  };
  return (
    <>
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
      <Button busy={act.busy} onClick={() => void remove()}>删掉</Button>
    </>
  );
}
