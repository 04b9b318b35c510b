import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { readingMinutes } from '@weidangxiao/shared/rules/lesson.ts';
import { Phone } from '../../components/phone.tsx';
import { BlocksView } from './blocks-view.tsx';
import { type Category, categoryNames, lengthOf } from './lesson-words.ts';
import css from './lesson-preview.module.css';

interface Props {
  title: string;
  category: Category;
  source: string;
  blocks: readonly Block[];
  audio: { seconds: number } | null;
}

/** The lesson as a phone shows it. */
export function LessonPreview({ title, category, source, blocks, audio }: Props) {
  return (
    <Phone>
      {(look) => (
        <div className={`${css.page} ${look === 'elder' ? css.elder : ''}`}>
          <p className={css.eyebrow}>
            {categoryNames[category]}，读完约{readingMinutes(blocks)}分钟
          </p>
          <h2>{title || '课名'}</h2>
          {audio ? <p className={css.audio}>听，{lengthOf(audio.seconds)}</p> : null}
          <BlocksView blocks={blocks} />
          {source ? <p className={css.source}>出处：{source}</p> : null}
        </div>
      )}
    </Phone>
  );
}
