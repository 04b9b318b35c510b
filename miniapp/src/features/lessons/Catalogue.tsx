import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { Button } from '@/components/Button';
import { EmptyState } from '@/components/EmptyState';
import { Loaded } from '@/components/Loaded';
import { NoteBar } from '@/components/NoteBar';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import type { Paged } from '@/platform/paged';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { pages } from '../week/week';
import styles from './Catalogue.module.scss';
import type { CatalogueRow } from './lesson';
import { LessonItem } from './LessonItem';

/** The list of lessons, page by page, under its heading. */
export function Catalogue({ paged, narrowed, end }: { paged: Paged<CatalogueRow, Answer<'listLessons'>>; narrowed: boolean; end: ReactNode }) {
  const { first, items, more, act } = paged;
  return (
    <>
      <View className={styles.head}>
        <Words as="title">{first.value ? `课程，共${first.value.total}课` : '课程'}</Words>
        {end}
      </View>
      <Loaded stored={first} what="课程">
        {() => (items.length === 0 ? <Empty narrowed={narrowed} /> : items.map((lesson) => <LessonItem key={lesson.id} lesson={lesson} onTap={() => open(pages.lesson, { id: lesson.id, ...(lesson.sentOn ? { monday: lesson.sentOn } : {}) })} />))}
      </Loaded>
      {act.fault && (
        <NoteBar tone="amber" icon="cloud-off">
          {act.fault}
        </NoteBar>
      )}
      {more && (
        <View className={styles.more}>
          <Button kind="line" busy={act.busy} onTap={more}>
            再看一些
          </Button>
        </View>
      )}
    </>
  );
}

function Empty({ narrowed }: { narrowed: boolean }) {
  return narrowed ? <EmptyState icon="book-open" title="还没有这样的课" text="换个词、换个月看看。想学什么，可以跟小组长说。" /> : <EmptyState icon="book-open" title="还没有课" text="第一个周一8点以后，课就在这里。" />;
}
