import { type DragEvent, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { say } from '../../components/toast.tsx';
import type { LessonRow } from '../lessons/lesson-words.ts';
import { LessonLine } from './lesson-line.tsx';
import { LessonPicker } from './lesson-picker.tsx';
import { minutesOf } from './theme-checks.ts';
import { type Draft, moved } from './theme-draft.ts';
import css from './theme-form.module.css';

const most = 6;

interface Props {
  draft: Draft;
  editing: boolean;
  onChange: (lessons: LessonRow[]) => void;
}

/** The theme's lessons in their order: dragged by the grip, or moved with the buttons. */
export function LessonOrder({ draft, editing, onChange }: Props) {
  const { lessons } = draft;
  const [picking, setPicking] = useState(false);
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = (event: DragEvent, index: number): void => {
    event.preventDefault();
    if (dragged !== null) onChange(moved(lessons, dragged, index));
    setDragged(null);
    setOver(null);
  };
  const remove = (index: number): void => {
    onChange(lessons.filter((_, at) => at !== index));
    say(`去掉了“${lessons[index]?.title ?? ''}”`, () => onChange(lessons));
  };
  return (
    <section aria-label="课程">
      <div className={css.head}>
        <span className="note-size minor">课程，{lessons.length}课，读完约{minutesOf(draft)}分钟</span>
        {editing && lessons.length < most ? <Button kind="text" small icon="plus" onClick={() => setPicking(true)}>从教材里加</Button> : null}
      </div>
      <ol className={css.list}>
        {lessons.map((lesson, index) => (
          <li
            key={lesson.id}
            className={over === index && dragged !== null && dragged !== index ? css.over : ''}
            draggable={editing}
            onDragStart={() => setDragged(index)}
            onDragEnd={() => setDragged(null)}
            onDragOver={(event) => { if (dragged !== null) { event.preventDefault(); setOver(index); } }}
            onDrop={(event) => drop(event, index)}
          >
            {editing ? <span className={css.grip} title="拖动换顺序"><Icon name="gripVertical" size={16} /></span> : null}
            <LessonLine lesson={lesson} />
            {editing ? (
              <span className={css.acts}>
                <IconButton icon="arrowUp" label={`${lesson.title}往前`} disabled={index === 0} onClick={() => onChange(moved(lessons, index, index - 1))} />
                <IconButton icon="arrowDown" label={`${lesson.title}往后`} disabled={index === lessons.length - 1} onClick={() => onChange(moved(lessons, index, index + 1))} />
                <IconButton icon="x" label={`去掉${lesson.title}`} onClick={() => remove(index)} />
              </span>
            ) : null}
          </li>
        ))}
        {lessons.length === 0 ? <li className="minor">还没有课。{editing ? '从教材里挑一到三课，一次读得完' : ''}</li> : null}
      </ol>
      {picking ? <LessonPicker chosen={lessons} most={most} onClose={() => setPicking(false)} onAdd={(lesson) => onChange([...lessons, lesson])} /> : null}
    </section>
  );
}
