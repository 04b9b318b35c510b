import { TabBar } from '../../components/bars.tsx';
import { type Tab, Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';
import { useWaitingStore } from '../overview/waiting.ts';

type Key = '/objections' | '/objections/settled' | '/score-adjustments';

/** What waits, what is settled, and what became of published months since. */
export function ObjectionTabs({ now }: { now: Key }) {
  const waiting = useWaitingStore(({ objections }) => objections);
  const adjusts = useReach('score-adjustments.read') === 'town';
  const tabs: Tab<Key>[] = [
    { key: '/objections', label: '等答复', ...(waiting > 0 ? { count: waiting } : {}) },
    { key: '/objections/settled', label: '有结果的' },
    ...(adjusts ? [{ key: '/score-adjustments' as const, label: '更正' }] : []),
  ];
  return (
    <TabBar>
      <Tabs<Key> label="异议更正" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
