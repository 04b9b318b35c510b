import { View } from '@tarojs/components';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { Card } from '@/components/Card';
import { Words } from '@/components/Words';
import type { Notice } from './privacy';
import styles from './PrivacyNotice.module.scss';

/** The whole text, never behind a link. */
export function PrivacyNotice({ notice }: { notice: Notice }) {
  return (
    <Card>
      {notice.paragraphs.map(({ heading, text }) => (
        <View key={heading} className={styles.paragraph}>
          <View className={styles.heading}>{heading}</View>
          <Words className={styles.text}>{text}</Words>
        </View>
      ))}
      <Words as="note" className={styles.paragraph}>
        {notice.version}版，{dateInChinese(notice.updatedOn)}更新
      </Words>
    </Card>
  );
}
