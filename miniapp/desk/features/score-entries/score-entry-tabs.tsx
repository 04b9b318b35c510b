import { TabBar } from '../../components/bars.tsx';
import { type Tab, Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';
import { useWaitingStore } from '../overview/waiting.ts';

type Key = '/score-entries' | '/results' | '/talks' | '/opening-entries';

/** What people enter by hand into a month or a year, each with its evidence. */
export function ScoreEntryTabs({ now }: { now: Key }) {
  const { proposals } = useWaitingStore();
  const enters = useReach('score-entries.read') === 'town';
  // An admin who is not of the committee has only the last one, under its own name.
  if (!enters) return null;
  const entered: Tab<Key>[] = [
    { key: '/score-entries', label: '加分扣分', ...(proposals > 0 ? { count: proposals } : {}) },
    { key: '/results', label: '成果' },
    { key: '/talks', label: '差评谈话' },
  ];
  return (
    <TabBar>
      <Tabs<Key> label="加分扣分" tabs={[...entered, { key: '/opening-entries', label: '期初数' }]} now={now} onPick={go} />
    </TabBar>
  );
}
