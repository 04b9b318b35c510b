import { View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { appearanceClass, useAppearance } from '@/platform/appearance';
import type { Tab } from '@/platform/navigation';
import { accessible } from './accessible';
import { classes } from './classes';
import { Head } from './Head';
import { DemoBar, EndedBar, OfflineBar, RefusedNotes } from './notices';
import styles from './Page.module.scss';
import { TabBar } from './TabBar';

interface PageProps {
  title: string;
  /** A tab's own page: the tab bar below, no way back. */
  tab?: Tab;
  /** In the head, beside the title: one icon with a label. */
  headEnd?: ReactNode;
  /** Stays at the bottom of a page without tabs: its main button. */
  foot?: ReactNode;
  /** When what is shown was stored (`useStored().at`); said while there is no network. */
  storedAt?: number | null;
  /** The page says itself what waits on this phone while there is no network. */
  tellsOffline?: boolean;
  /** The page is itself where one changes who one is in the demo. */
  switching?: boolean;
  /** Over the page: a Sheet. */
  over?: ReactNode;
}

/** The root of every page: its look, its head, what the person must know, its content. */
export function Page({ title, tab, headEnd, foot, storedAt = null, tellsOffline, switching, over, children }: PropsWithChildren<PageProps>) {
  const appearance = useAppearance();
  return (
    <View className={classes(appearanceClass(appearance), styles.page)} style={`--read:${appearance.elder ? 1 : appearance.reading}`}>
      <Head title={title} root={tab !== undefined} end={headEnd} />
      <View className={classes(styles.content, tab && styles.aboveTabs, foot !== undefined && styles.aboveFoot)} {...accessible({ role: 'main' })}>
        {/* Together, so that a note that comes or goes does not send the whole page to WeChat once more. */}
        <View>
          <DemoBar switching={switching ?? false} />
          <EndedBar />
          {!tellsOffline && <OfflineBar storedAt={storedAt} />}
          {tab && <RefusedNotes />}
        </View>
        {children}
      </View>
      {foot && <View className={styles.foot}>{foot}</View>}
      {tab && <TabBar current={tab} />}
      {over}
    </View>
  );
}
