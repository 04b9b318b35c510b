import { View } from '@tarojs/components';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Icon } from '@/components/Icon';
import { dayOf, timeOf } from '@/components/dates';
import { Row } from '@/components/Row';
import { Words } from '@/components/Words';
import { classes } from '@/components/classes';
import styles from './publications.module.scss';
import type { Verification } from './publications';

/** Whether a printed sheet is what was published, for whoever holds it. Counts and dates, nobody's name. */
export function VerifiedSheet({ sheet }: { sheet: Verification }) {
  const { unchanged, school, town, kind, period, publishedOn, publishedUntil, state, people, groups, corrections, publishedAt, asOf } = sheet;
  return (
    <>
      <Card>
        <View className={classes(styles.mark, !unchanged && styles.changed)}>
          <Icon name={unchanged ? 'circle-check' : 'triangle-alert'} size="l" />
          <Words as="page">{unchanged ? '和公示时一样' : '和公示时不一样'}</Words>
        </View>
        <Words as="minor">{unchanged ? `${dayOf(publishedAt)} ${timeOf(publishedAt)}公示以后没有改过。` : '系统里的这一份在公示以后被改动过，不能作数。请问镇党校，以盖章的原件为准。'}</Words>
      </Card>
      <Card rows>
        <Row title={school} note={town} />
        <Row title={`${periodInChinese(period)}${kind === 'month' ? '月评' : '年度'}结果`} note={`${dateInChinese(publishedOn)}到${dateInChinese(publishedUntil)}公示${state === 'locked' ? '，已锁定' : '，正在公示'}`} />
        <Row title="名单上" end={`${groups}个组，${people}人`} />
        <Row title="公示以后的更正" note={corrections > 0 ? '更正另记，不改公示表' : undefined} end={corrections > 0 ? `${corrections}笔` : '没有'} />
      </Card>
      <Words as="note" className={styles.about}>{`${dayOf(asOf)} ${timeOf(asOf)}查的。纸上的人数、日期和这里不同，就不是这一张。这里不显示姓名。`}</Words>
    </>
  );
}
