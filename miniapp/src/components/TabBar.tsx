import { View } from '@tarojs/components';
import { useAppearance } from '@/platform/appearance';
import { showTab, type Tab, tabs } from '@/platform/navigation';
import { useSession } from '@/platform/session';
import { accessible } from './accessible';
import { classes } from './classes';
import { Icon } from './Icon';
import type { IconName } from './icons';
import styles from './TabBar.module.scss';
import { Tap } from './Tap';

const faces: Readonly<Record<Tab, { name: string; icon: IconName }>> = {
  week: { name: '本周', icon: 'calendar-days' },
  study: { name: '学习', icon: 'book-open' },
  group: { name: '小组', icon: 'users' },
  me: { name: '我的', icon: 'user' },
};

/** The large version has three tabs; a leader keeps the group's there too. */
export function TabBar({ current }: { current: Tab }) {
  const elder = useAppearance((appearance) => appearance.elder);
  const leads = useSession(({ caller }) => (caller?.leads.length ?? 0) > 0);
  const shown = tabs.filter((tab) => tab !== 'group' || !elder || leads || current === 'group');
  return (
    <View className={styles.bar} {...accessible({ role: 'tablist' })}>
      {shown.map((tab) => (
        <Tap key={tab} role="tab" selected={tab === current} className={classes(styles.tab, tab === current && styles.current)} onTap={() => tab !== current && showTab(tab)}>
          <Icon name={faces[tab].icon} />
          <View>{faces[tab].name}</View>
        </Tap>
      ))}
    </View>
  );
}
