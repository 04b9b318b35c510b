import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import { pages } from '../week/week';
import styles from './Catalogue.module.scss';
import { LessonItem } from './LessonItem';
import type { Suggestion } from './suggestions';

/** 接着学: two at most, one in the large version, each with its reason. */
export function Suggestions({ suggestions }: { suggestions: readonly Suggestion[] }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const shown = suggestions.slice(0, elder ? 1 : 2);
  if (shown.length === 0) return null;
  return (
    <>
      <View className={styles.head}>
        <Words as="title">接着学</Words>
      </View>
      {shown.map(({ lesson, monday, why }) => (
        <Card key={lesson.id} className={styles.pick}>
          <LessonItem lesson={lesson} onTap={() => open(pages.lesson, { id: lesson.id, ...(monday ? { monday } : {}) })} />
          <View className={styles.why}>
            为什么：<Text className={styles.reason}>{why}</Text>
          </View>
        </Card>
      ))}
    </>
  );
}
