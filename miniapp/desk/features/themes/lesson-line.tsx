import { Chip } from '../../components/chip.tsx';
import { Icon } from '../../components/icon.tsx';
import { categoryNames, categoryTones, lengthOf, type LessonRow } from '../lessons/lesson-words.ts';
import css from './theme-form.module.css';

/** `link`: the title opens the lesson, for whoever reads it before it goes out. */
export function LessonLine({ lesson: { id, category, title, audio }, link = false }: { lesson: LessonRow; link?: boolean }) {
  return (
    <>
      <Chip tone={categoryTones[category]}>{categoryNames[category]}</Chip>
      <span className="grow one-line" title={title}>{link ? <a className={css.read} href={`#/lessons/${id}`}>{title}</a> : title}</span>
      <span className={`${css.sound} ${audio ? 'green' : 'amber'}`}>
        <Icon name={audio ? 'audioLines' : 'mic'} size={14} />
        {audio ? `已录${lengthOf(audio.seconds)}` : '还没录'}
      </span>
    </>
  );
}
