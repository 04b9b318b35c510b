import { View } from '@tarojs/components';
import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { dayOf } from '@/components/dates';
import { Ribbon } from '@/components/Ribbon';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { open } from '@/platform/navigation';
import { weekLabel } from '../groups/group-week';
import { pages } from '../groups/groups';
import { categoryNames } from '../lessons/categories';
import { ThemeTitle } from '../week/WeekCard';
import styles from './ThemeText.module.scss';
import type { Theme } from './approvals';

/** As the members will see it on Monday; every lesson opens. */
export function ThemeText({ theme }: { theme: Theme }) {
  const { monday, title, lead, lessons, authors, submitted, approved, state, articleUrl } = theme;
  return (
    <>
      <Card>
        <Ribbon>{weekLabel(monday)}</Ribbon>
        <View className={styles.when}>
          {dateInChinese(monday)} {weekdayInChinese(monday)}
        </View>
        <ThemeTitle title={title} className={styles.title} />
        {lead && <View className={styles.lead}>{lead}</View>}
        <View className={styles.lessons}>
          {lessons.map((lesson) => (
            <Row key={lesson.id} title={lesson.title} note={[categoryNames[lesson.category], `约${lesson.minutes}分钟`, lesson.audio && '有录音', lesson.source].filter(Boolean).join('，')} onTap={() => open(pages.lesson, { id: lesson.id, monday })} />
          ))}
        </View>
      </Card>
      <View className={styles.facts}>
        <Words as="note">现在是“{themeStateNames[state]}”，{authors.map(({ name }) => name).join('、')}写的</Words>
        {submitted && <Words as="note">{`${dayOf(submitted.at)}，${submitted.by.name}送审`}</Words>}
        {approved && <Words as="note">{`${dayOf(approved.at)}，${approved.by.name}通过`}</Words>}
        {articleUrl && <Words as="note">公众号文章：{articleUrl}</Words>}
      </View>
    </>
  );
}
