import { View } from '@tarojs/components';
import { dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Phrases } from '@/components/Phrases';
import { Ribbon } from '@/components/Ribbon';
import { Words } from '@/components/Words';
import { accessible } from '@/components/accessible';
import { open } from '@/platform/navigation';
import type { OwnCheckIn } from '../check-ins/own-check-in';
import { useReadings } from '../lessons/readings';
import { ArticleLink } from './ArticleLink';
import { LessonLine } from './LessonLine';
import { nextAct, pages, type Theme } from './week';
import { WeekActs } from './WeekActs';
import styles from './WeekCard.module.scss';

/** A theme: its week, its lessons with what has been read on this phone, and the one thing to do next. */
export function WeekCard({ theme, own }: { theme: Theme; own: OwnCheckIn }) {
  const readings = useReadings((known) => known.of);
  const next = nextAct(theme, readings, own);
  return (
    <Card className={styles.card}>
      <Ribbon>{theme.weekLabel}</Ribbon>
      <View className={styles.when}>
        {dateInChinese(theme.monday)} {weekdayInChinese(theme.monday)}
      </View>
      <ThemeTitle title={theme.title} className={styles.title} />
      {theme.lead && <View className={styles.lead}>{theme.lead}</View>}
      <View className={styles.lessons} {...accessible({ role: 'list' })}>
        {theme.lessons.map((lesson) => (
          <LessonLine key={lesson.id} lesson={lesson} read={readings[lesson.id]?.done ?? false} next={next.act === 'read' && next.lesson.id === lesson.id} onTap={() => open(pages.lesson, { id: lesson.id, monday: theme.monday })} />
        ))}
      </View>
      {theme.articleUrl && <ArticleLink url={theme.articleUrl} />}
      {theme.corrections.map(({ at, note }) => (
        <Words key={at} as="note" className={styles.correction}>
          更正：{note}
        </Words>
      ))}
      <WeekActs theme={theme} next={next} own={own} />
    </Card>
  );
}

/** The author may break the line by meaning. */
export function ThemeTitle({ title, className }: { title: string; className?: string }) {
  return (
    <View className={className} {...accessible({ role: 'heading', level: '2' })}>
      {title.split('\n').map((line) => (
        <View key={line}>
          <Phrases text={line} />
        </View>
      ))}
    </View>
  );
}
