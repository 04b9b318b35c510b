import { TabBar } from '../../components/bars.tsx';
import { type Tab, Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useMaySomewhere, useReach } from '../../platform/session.ts';
import { useWaitingStore } from '../overview/waiting.ts';

type Key = '/leaves' | '/make-ups' | '/sign-ins' | '/exemptions' | '/study-hours' | '/coverage';

/** What waits comes first, then what is to be looked at. */
export function AttendanceTabs({ now }: { now: Key }) {
  const { leaves, makeUps, signIns } = useWaitingStore();
  const decides = useMaySomewhere('leaves.decide');
  const exemptions = useReach('exemptions.read') !== null;
  const counted = (key: Key, label: string, count: number): Tab<Key> => (count > 0 ? { key, label, count } : { key, label });
  const tabs: Tab<Key>[] = [
    { key: '/coverage', label: '谁没学到' },
    { key: '/study-hours', label: '学时' },
    ...(decides ? [counted('/leaves', '请假', leaves), counted('/make-ups', '补学', makeUps), counted('/sign-ins', '晚到的签到', signIns)] : []),
    ...(exemptions ? [{ key: '/exemptions' as const, label: '免学' }] : []),
  ];
  return (
    <TabBar>
      <Tabs<Key> label="出勤学时" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
