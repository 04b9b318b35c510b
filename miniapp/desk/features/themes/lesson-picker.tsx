import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Pager } from '../../components/pager.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { type Category, categoryChoices, type LessonRow } from '../lessons/lesson-words.ts';
import { LessonLine } from './lesson-line.tsx';
import css from './theme-form.module.css';

interface Props {
  chosen: readonly LessonRow[];
  most: number;
  onAdd: (lesson: LessonRow) => void;
  onClose: () => void;
}

const pageSize = 10;

/** Lessons of the catalogue, to be added to the theme one by one. */
export function LessonPicker({ chosen, most, onAdd, onClose }: Props) {
  const [q, setQ] = useState('');
  const [category, setCategory] = useState('');
  const [page, setPage] = useState(1);
  const loaded = useLoaded(`${q} ${category} ${page}`, () =>
    call('listLessons', { query: { page, pageSize, q: q || undefined, category: (category || undefined) as Category | undefined } }),
  );
  const full = chosen.length >= most;
  return (
    <Dialog title="从教材里加" size="wide" onClose={onClose} actions={<Button kind="primary" onClick={onClose}>好了</Button>}>
      <div className="row">
        <SearchBox label="找课名" onSearch={(words) => { setQ(words); setPage(1); }} />
        <BarSelect label="类别" value={category} choices={[{ value: '', label: '全部类别' }, ...categoryChoices]} onChange={(event) => { setCategory(event.target.value); setPage(1); }} />
        {full ? <span className="minor">一个主题最多{most}课</span> : null}
      </div>
      <Ready of={loaded}>
        {({ items, total }) =>
          items.length === 0 ? (
            <Empty title="没有找到">换个词，或者到教材课程里新加一课</Empty>
          ) : (
            <>
              <ul className={css.picks}>
                {items.map((lesson) => (
                  <li key={lesson.id}>
                    <LessonLine lesson={lesson} />
                    <span className="note-size minor nowrap">{lesson.sentOn ? `${dateWithYear(lesson.sentOn)}发过` : '没发过'}</span>
                    {chosen.some(({ id }) => id === lesson.id) ? <span className="note-size green nowrap">已加上</span> : <Button small disabled={full} aria-label={`加上${lesson.title}`} onClick={() => onAdd(lesson)}>加上</Button>}
                  </li>
                ))}
              </ul>
              <Pager page={page} pageSize={pageSize} total={total} unit="课" onPage={setPage} />
            </>
          )
        }
      </Ready>
    </Dialog>
  );
}
