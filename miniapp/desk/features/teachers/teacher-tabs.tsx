import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';

const tabs = [{ key: '/teachers', label: '老师' }, { key: '/teacher-invitations', label: '邀请' }] as const;

export function TeacherTabs({ now }: { now: (typeof tabs)[number]['key'] }) {
  return (
    <TabBar>
      <Tabs label="师资" tabs={tabs} now={now} onPick={go} />
    </TabBar>
  );
}
