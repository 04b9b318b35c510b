import { View } from '@tarojs/components';
import { classes } from '@/components/classes';
import { recently } from '@/components/dates';
import { Icon } from '@/components/Icon';
import { Tap } from '@/components/Tap';
import { businessNow } from '@/platform/clock';
import { useSession } from '@/platform/session';
import { placeOf } from './notice-place';
import styles from './NoticeLine.module.scss';
import type { Notice } from './notices';

/** A notice with all its words; what leads somewhere can be tapped, what belongs to the desk says so, the rest is text. */
export function NoticeLine({ notice, unread, onTap }: { notice: Notice; unread: boolean; onTap: () => void }) {
  const roles = useSession(({ caller }) => caller?.roles);
  const { at } = placeOf(notice.link, roles ?? []);
  const inside = (
    <>
      <View className={styles.head}>
        {unread && <View className={styles.new}>新</View>}
        <View className={classes(styles.title, !unread && styles.seen)}>{notice.title}</View>
        <View className={styles.when}>{recently(notice.at, businessNow())}</View>
        {at === 'phone' && <Icon name="chevron-right" size="s" className={styles.arrow} />}
      </View>
      <View className={styles.text}>{notice.text}</View>
      {at === 'desk' && (
        <View className={styles.desk}>
          <Icon name="monitor" size="xs" />
          <View>这件事到电脑上办</View>
        </View>
      )}
    </>
  );
  if (at !== 'phone') return <View className={styles.line}>{inside}</View>;
  return (
    <Tap role="link" className={styles.line} onTap={onTap}>
      {inside}
    </Tap>
  );
}
