import { View } from '@tarojs/components';
import { Page } from '@/components/Page';
import { Loaded } from '@/components/Loaded';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { GuestCard, NoTown } from '../week/GuestCard';
import { pages, useWeek } from '../week/week';
import styles from './Catalogue.module.scss';
import { LessonItem } from './LessonItem';

/** Without a login: the lessons of the week that everybody may read; the whole catalogue needs one. */
export function GuestStudy() {
  const week = useWeek(null);
  const theme = week.value?.theme ?? null;
  return (
    <Page tab="study" title="学习" storedAt={week.at}>
      <Loaded stored={week} what="这一周的课">
        {() =>
          theme && (
            <>
              <View className={styles.head}>
                <Words as="title">{theme.weekLabel}的课</Words>
              </View>
              {theme.lessons.map((lesson) => (
                <LessonItem key={lesson.id} lesson={lesson} onTap={() => open(pages.lesson, { id: lesson.id, monday: theme.monday })} />
              ))}
              <GuestCard />
            </>
          )
        }
      </Loaded>
      {!week.value && !week.loading && !week.failure && <NoTown />}
    </Page>
  );
}
