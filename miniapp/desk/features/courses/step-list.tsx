import { useState } from 'react';
import { Button, IconButton } from '../../components/button.tsx';
import { inputClass } from '../../components/field.tsx';
import { useUndo } from '../../components/use-undo.ts';
import { LessonPicker } from '../themes/lesson-picker.tsx';
import { moved } from '../themes/theme-draft.ts';
import css from './courses.module.css';

export interface Step {
  topic: string;
  lessonId: string | null;
  /** The lesson's name, once one is chosen. */
  title: string | null;
}

const most = 30;

/** The steps in their order; each may have a lesson of the catalogue. */
export function StepList({ steps, onChange }: { steps: Step[]; onChange: (steps: Step[]) => void }) {
  const [picking, setPicking] = useState<number | null>(null);
  const undoable = useUndo(steps, onChange);
  const set = (index: number, part: Partial<Step>): void => onChange(steps.map((step, at) => (at === index ? { ...step, ...part } : step)));
  const remove = (index: number): void => {
    const gone = steps[index];
    if (!gone) return;
    onChange(steps.filter((_, at) => at !== index));
    undoable(`去掉了第${index + 1}课`, (now) => [...now.slice(0, index), gone, ...now.slice(index)]);
  };
  return (
    <section aria-label="有哪几课">
      <ol className={css.steps}>
        {steps.map((step, index) => (
          <StepRow key={index} {...{ step, index, last: index === steps.length - 1 }} onSet={(part) => set(index, part)} onPick={() => setPicking(index)} onMove={(to) => onChange(moved(steps, index, to))} onRemove={() => remove(index)} />
        ))}
      </ol>
      <Button small icon="plus" disabled={steps.length >= most} onClick={() => onChange([...steps, { topic: '', lessonId: null, title: null }])}>再加一课</Button>
      {picking === null ? null : (
        <LessonPicker
          chosen={[]}
          most={1}
          onClose={() => setPicking(null)}
          onAdd={(lesson) => {
            set(picking, { lessonId: lesson.id, title: lesson.title, topic: steps[picking]?.topic || lesson.title });
            setPicking(null);
          }}
        />
      )}
    </section>
  );
}

interface RowProps {
  step: Step;
  index: number;
  last: boolean;
  onSet: (part: Partial<Step>) => void;
  onPick: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

function StepRow({ step, index, last, onSet, onPick, onMove, onRemove }: RowProps) {
  const name = `第${index + 1}课`;
  return (
    <li>
      <span className="minor">{index + 1}</span>
      <input className={inputClass} aria-label={`${name}讲什么`} placeholder="讲什么" maxLength={60} value={step.topic} onChange={(event) => onSet({ topic: event.target.value })} />
      {step.lessonId ? (
        <span className={css.lesson}>
          <span className="one-line" title={step.title ?? ''}>{step.title}</span>
          <IconButton icon="x" label={`${name}不配教材`} onClick={() => onSet({ lessonId: null, title: null })} />
        </span>
      ) : (
        <Button small onClick={onPick}>配教材</Button>
      )}
      <IconButton icon="arrowUp" label={`${name}往前`} disabled={index === 0} onClick={() => onMove(index - 1)} />
      <IconButton icon="arrowDown" label={`${name}往后`} disabled={last} onClick={() => onMove(index + 1)} />
      <IconButton icon="trash" label={`去掉${name}`} disabled={index === 0 && last} onClick={onRemove} />
    </li>
  );
}
