import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';

const tabs = [
  { key: '/venues', label: '场地' },
  { key: '/venue-bookings', label: '谁在用' },
  { key: '/practice-bases', label: '实践点' },
] as const;

export function VenueTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  return (
    <TabBar>
      <Tabs label="场地和实践点" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
