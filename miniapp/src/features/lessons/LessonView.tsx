import { View } from '@tarojs/components';
import { numberInChinese } from '@weidangxiao/shared/rules/week.ts';
import { accessible } from '@/components/accessible';
import { dayOf } from '@/components/dates';
import { NoteBar } from '@/components/NoteBar';
import { Phrases } from '@/components/Phrases';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { useAppearance } from '@/platform/appearance';
import type { Theme } from '../week/week';
import { LessonBlocks } from './blocks/LessonBlocks';
import { categoryNames } from './categories';
import type { Lesson } from './lesson';
import { LessonEnd } from './LessonEnd';
import styles from './LessonView.module.scss';
import type { PlaceIds } from './reading-place';
import { SizeControl } from './SizeControl';

interface LessonViewProps {
  lesson: Lesson;
  /** The week that it is read in; null when that is not known. */
  theme: Theme | null;
  ids: PlaceIds;
  resume: (() => void) | null;
  onCheckIn: () => void;
}

/** A lesson's title, what was corrected, its text, and what comes after it. */
export function LessonView({ lesson, theme, ids, resume, onCheckIn }: LessonViewProps) {
  return (
    <>
      <View id={ids.article}>
        <Title lesson={lesson} theme={theme} />
        {lesson.corrections.map(({ at, note }) => (
          <NoteBar key={at} tone="blue">
            {dayOf(at)}更正：{note}
          </NoteBar>
        ))}
        {resume && (
          <View className={styles.resume}>
            <Row icon="book-open" title="接着上次读" onTap={resume} />
          </View>
        )}
        <SizeControl />
        <LessonBlocks blocks={lesson.blocks} />
      </View>
      <LessonEnd id={ids.end} lesson={lesson} theme={theme} onCheckIn={onCheckIn} />
    </>
  );
}

function Title({ lesson, theme }: Pick<LessonViewProps, 'lesson' | 'theme'>) {
  const elder = useAppearance((appearance) => appearance.elder);
  const place = theme?.lessons.findIndex(({ id }) => id === lesson.id) ?? -1;
  return (
    <>
      {!elder && (
        <View className={styles.over}>
          {categoryNames[lesson.category]}
          {place >= 0 && `，第${numberInChinese(place + 1)}课`}
        </View>
      )}
      <View className={styles.title} {...accessible({ role: 'heading', level: '1' })}>
        <Phrases text={lesson.title} />
      </View>
      {lesson.source && !elder && (
        <Words as="minor" className={styles.source}>
          {lesson.source}
        </Words>
      )}
    </>
  );
}
