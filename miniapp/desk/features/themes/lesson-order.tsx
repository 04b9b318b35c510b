import { type DragEvent, useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { useUndo } from '../../components/use-undo.ts';
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
  const undoable = useUndo(lessons, onChange);
  const drag = useDrag((from, to) => onChange(moved(lessons, from, to)));
  const remove = (index: number): void => {
    const gone = lessons[index];
    if (!gone) return;
    onChange(lessons.filter((_, at) => at !== index));
    undoable(`去掉了“${gone.title}”`, (now) => [...now.slice(0, index), gone, ...now.slice(index)]);
  };
  return (
    <section aria-label="课程">
      <div className={css.head}>
        <span className="note-size minor">课程，{lessons.length}课，读完约{minutesOf(draft)}分钟</span>
        {editing && lessons.length < most ? <Button kind="text" small icon="plus" onClick={() => setPicking(true)}>从教材里加</Button> : null}
      </div>
      <ol className={css.list}>
        {lessons.map((lesson, index) => (
          <li key={lesson.id} className={drag.isOver(index) ? css.over : ''} draggable={editing} {...drag.handlers(index)}>
            {editing ? <span className={css.grip} title="拖动换顺序"><Icon name="gripVertical" size={16} /></span> : null}
            <LessonLine lesson={lesson} link={!editing} />
            {editing ? <Acts title={lesson.title} index={index} last={lessons.length - 1} onMove={(to) => onChange(moved(lessons, index, to))} onRemove={() => remove(index)} /> : null}
          </li>
        ))}
        {lessons.length === 0 ? <li className="minor">还没有课。{editing ? '从教材里挑一到三课，一次读得完' : ''}</li> : null}
      </ol>
      {picking ? <LessonPicker chosen={lessons} most={most} onClose={() => setPicking(false)} onAdd={(lesson) => onChange([...lessons, lesson])} /> : null}
    </section>
  );
}

interface ActsProps {
  title: string;
  index: number;
  last: number;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function Acts({ title, index, last, onMove, onRemove }: ActsProps) {
  return (
    <span className={css.acts}>
      <IconButton icon="arrowUp" label={`${title}往前`} disabled={index === 0} onClick={() => onMove(index - 1)} />
      <IconButton icon="arrowDown" label={`${title}往后`} disabled={index === last} onClick={() => onMove(index + 1)} />
      <IconButton icon="x" label={`去掉${title}`} onClick={onRemove} />
    </span>
  );
}

/** Dragging one row of a list onto another. */
function useDrag(onDrop: (from: number, to: number) => void) {
  const [dragged, setDragged] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const end = (): void => {
    setDragged(null);
    setOver(null);
  };
  return {
    isOver: (index: number): boolean => dragged !== null && over === index && dragged !== index,
    handlers: (index: number) => ({
      onDragStart: () => setDragged(index),
      onDragEnd: end,
      onDragOver: (event: DragEvent) => {
        if (dragged === null) return;
        event.preventDefault();
        setOver(index);
      },
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        if (dragged !== null) onDrop(dragged, index);
        end();
      },
    }),
  };
}
