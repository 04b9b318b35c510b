import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Dialog } from '../../components/dialog.tsx';
import { Facts } from '../../components/facts.tsx';
import { Section } from '../../components/section.tsx';
import { FailureNote, Note, Ready } from '../../components/states.tsx';
import { say } from '../../components/toast.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { CourseSetDialog } from './course-set-dialog.tsx';
import type { CourseSet } from './course-words.ts';
import css from './courses.module.css';

interface Props {
  id: string;
  onChanged: () => void;
  onClose: () => void;
}

/** One set with its steps in order. */
export function CourseSetPanel({ id, onChanged, onClose }: Props) {
  const loaded = useLoaded(id, () => call('getCourseSet', { params: { id } }));
  const changed = async (): Promise<void> => {
    await loaded.reload();
    onChanged();
  };
  return (
    <Dialog title={loaded.data?.title ?? '套餐课程'} size="side" onClose={onClose}>
      <Ready of={loaded} lines={6}>{(set) => <Body set={set} onChanged={changed} onGone={() => { onChanged(); onClose(); }} />}</Ready>
    </Dialog>
  );
}

function Body({ set, onChanged, onGone }: { set: CourseSet; onChanged: () => Promise<void>; onGone: () => void }) {
  const writes = useMay('courses.write') && !set.closed;
  const [editing, setEditing] = useState(false);
  const act = useAct();
  const close = async (): Promise<void> => {
    if (!(await ask({ title: `停用“${set.title}”`, text: '停用后手机上不再推荐，也不能恢复。里面的课不受影响。', yes: '停用' }))) return;
    if (!(await act.run(() => call('closeCourseSet', { params: { id: set.id } })))) return;
    say('停用了');
    onGone();
  };
  return (
    <>
      {set.closed ? <Note tone="amber">这套课已经停用</Note> : null}
      <Facts facts={[['给谁', set.tagName], ['为什么排它', set.why]]} />
      {writes ? (
        <div className="row">
          <Button small icon="penLine" onClick={() => setEditing(true)}>改这套课</Button>
          <Button small busy={act.busy} onClick={() => void close()}>停用</Button>
        </div>
      ) : null}
      <FailureNote failure={act.failure} />
      <Section title={`${set.steps.length}课`}>
        <ol className={css.steps}>
          {set.steps.map(({ topic, lesson, lessonId }, index) => (
            <li key={`${index}-${topic}`}>
              <span className="minor">{index + 1}</span>
              <span className="grow">{topic}</span>
              {lessonId ? <a className="link note-size" href={`#/lessons/${lessonId}`}>{lesson ? `${lesson.title}，约${lesson.minutes}分钟` : '课还没发出'}</a> : <span className="faint note-size">还没配课</span>}
            </li>
          ))}
        </ol>
      </Section>
      {editing ? <CourseSetDialog set={set} onClose={() => setEditing(false)} onDone={() => { setEditing(false); void onChanged(); }} /> : null}
    </>
  );
}
