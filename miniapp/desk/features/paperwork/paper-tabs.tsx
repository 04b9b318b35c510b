import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';

const tabs = [
  { key: '/paperwork', label: '单张' },
  { key: '/paper-bundles', label: '整月整年' },
  { key: '/paper-columns', label: '列名和顺序' },
] as const;

/** A leader has the sheets of their own groups alone. */
export function PaperTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  const whole = useReach('paperwork.bundles') === 'town';
  if (!whole) return null;
  return (
    <TabBar>
      <Tabs label="表格材料" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
