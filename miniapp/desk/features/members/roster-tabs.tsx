import { Tabs } from '../../components/tabs.tsx';
import { go } from '../../platform/router.ts';
import { useMay } from '../../platform/session.ts';
import css from './members.module.css';

type Key = '/members' | '/groups' | '/imports';

/** The three sides of the roster: people, groups, the way in from Excel. */
export function RosterTabs({ now }: { now: Key }) {
  const imports = useMay('roster-imports.write');
  const groups = useMay('groups.read');
  const tabs = [
    { key: '/members' as const, label: '人', shown: true },
    { key: '/groups' as const, label: '小组', shown: groups },
    { key: '/imports' as const, label: '从Excel导入', shown: imports },
  ];
  return (
    <div className={css.tabs}>
      <Tabs label="花名册" tabs={tabs.filter(({ shown }) => shown)} now={now} onPick={go} />
    </div>
  );
}
