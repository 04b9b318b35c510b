import { Chip } from '../../components/chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { categoryNames, categoryTones, lengthOf, type LessonRow } from '../lessons/lesson-words.ts';
import css from './theme-form.module.css';

export function LessonLine({ lesson: { category, title, audio } }: { lesson: LessonRow }) {
  return (
    <>
      <Chip tone={categoryTones[category]}>{categoryNames[category]}</Chip>
      <span className="grow one-line" title={title}>{title}</span>
      <span className={`${css.sound} ${audio ? 'green' : 'amber'}`}>
        <Icon name={audio ? 'audioLines' : 'mic'} size={14} />
        {audio ? `已录${lengthOf(audio.seconds)}` : '还没录'}
      </span>
    </>
  );
}
