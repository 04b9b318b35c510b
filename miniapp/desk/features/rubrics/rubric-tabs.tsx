import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';

const tabs = [
  { key: '/rubric', label: '得分规则' },
  { key: '/working-days', label: '工作日' },
] as const;

/** What the month's rating is made with. */
export function RubricTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  return (
    <TabBar>
      <Tabs label="得分规则" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
