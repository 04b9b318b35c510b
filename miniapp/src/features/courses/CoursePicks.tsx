import { Text, View } from '@tarojs/components';
import { Card } from '@/components/Card';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import { open } from '@/platform/navigation';
import styles from './courses.module.scss';
import { type CourseSuggestion, pages, useCourseSuggestions } from './courses';

const kindNames = { course_set: '一套课', course_request: '有人点课', lesson: '一课' } as const;

/** 学习: what may suit this person, each with its reason, and the way to ask for something else. */
export function CoursePicks() {
  const elder = useAppearance((appearance) => appearance.elder);
  const suggestions = (useCourseSuggestions().value ?? []).slice(0, elder ? 1 : 2);
  return (
    <>
      {suggestions.length > 0 && (
        <Words as="title" className={styles.head}>
          为你推荐
        </Words>
      )}
      {suggestions.map((one) => (
        <Pick key={`${one.kind}/${one.id}`} suggestion={one} />
      ))}
      <Card rows>
        <Row icon="list" title="点课" note={elder ? undefined : '没有想学的，就点一课'} onTap={() => open(pages.requests)} />
      </Card>
    </>
  );
}

function Pick({ suggestion: { kind, id, title, reason } }: { suggestion: CourseSuggestion }) {
  const go = () => (kind === 'lesson' ? open(pages.lesson, { id }) : kind === 'course_set' ? open(pages.set, { id }) : open(pages.requests));
  return (
    <Card onTap={go} label={`${title}。${reason}`}>
      <Words as="note">{kindNames[kind]}</Words>
      <Words className={styles.title}>{title}</Words>
      <View className={styles.why}>
        为什么：<Text className={styles.reason}>{reason}</Text>
      </View>
    </Card>
  );
}
