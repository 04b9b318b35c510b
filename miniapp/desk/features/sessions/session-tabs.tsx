import type { ReactNode } from 'react';
import { TabBar } from '../../components/bars.tsx';
import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';

const tabs = [
  { key: '/sessions', label: '活动' },
  { key: '/session-actions', label: '下一步的事' },
  { key: '/sign-in-sheets', label: '签到表' },
  { key: '/session-count', label: '从建校算起' },
] as const;

export function SessionTabs({ now, children }: { now: (typeof tabs)[number]['key']; children?: ReactNode }) {
  return (
    <TabBar>
      <Tabs label="学习活动" tabs={tabs} now={now} onPick={go} />
      {children}
    </TabBar>
  );
}
