import { View } from '@tarojs/components';
import { type ReactNode, useState } from 'react';
import { Card } from '@/components/Card';
import { Choice } from '@/components/Choice';
import { Page } from '@/components/Page';
import { Words } from '@/components/Words';
import styles from '@/features/account/Account.module.scss';
import { SizeControl } from '@/features/lessons/SizeControl';
import { ElderRow } from '@/features/me/ElderRow';
import { ReminderNote, Reminders } from '@/features/reminders/Reminders';
import { setAppearance, useAppearance } from '@/platform/appearance';
import { useSession } from '@/platform/session';

const themes = [
  { value: 'system', name: '跟随手机' },
  { value: 'light', name: '浅色' },
  { value: 'dark', name: '深色' },
] as const;

/** 设置: the size of the type, the colours, reminders. Kept on this phone, for whoever uses it. */
export default function SettingsPage() {
  const { elder, theme } = useAppearance();
  const [sheet, setSheet] = useState<ReactNode>(null);
  const member = useSession(({ caller }) => Boolean(caller?.member));
  return (
    <Page title="设置" over={sheet}>
      <Card rows>
        <ElderRow />
      </Card>
      {!elder && (
        <View className={styles.section}>
          <Words as="title">课文</Words>
          <SizeControl />
          <Words className={styles.sample}>到了秋天，坡上有了谷子、洋芋。</Words>
        </View>
      )}
      <View className={styles.section}>
        <Words as="title" className={styles.heading}>
          颜色
        </Words>
        <Choice label="颜色" options={themes} value={theme} onChange={(chosen) => setAppearance({ theme: chosen })} />
      </View>
      {member && (
        <View className={styles.section}>
          <Words as="title">提醒</Words>
          <Reminders over={setSheet} />
          <ReminderNote />
        </View>
      )}
    </Page>
  );
}
