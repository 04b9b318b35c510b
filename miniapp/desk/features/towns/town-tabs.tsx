import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';

const tabs = [
  { key: '/town', label: '镇的资料' },
  { key: '/schools', label: '各村微党校' },
  { key: '/organisation', label: '组织架构' },
  { key: '/implementation-plan', label: '实施方案' },
] as const;

export function TownTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  return (
    <TabBar>
      <Tabs label="学校资料" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
