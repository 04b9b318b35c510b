import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useReach } from '../../platform/session.ts';

const tabs = [
  { key: '/town', label: '镇的资料' },
  { key: '/schools', label: '各村微党校' },
  { key: '/organisation', label: '组织架构' },
  { key: '/implementation-plan', label: '实施方案' },
  { key: '/official-account', label: '公众号' },
] as const;

export function TownTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  const keepsAccount = useReach('official-account.write') === 'town';
  const open = tabs.filter(({ key }) => key !== '/official-account' || keepsAccount);
  return (
    <TabBar>
      <Tabs label="学校资料" tabs={open} now={now} onPick={go} />
    </TabBar>
  );
}
