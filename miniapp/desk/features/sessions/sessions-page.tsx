import { datesOfMonth, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { BarSelect } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { Segments } from '../../components/tabs.tsx';
import { today } from '../../platform/clock.ts';
import { askedIn, go, replacePath } from '../../platform/router.ts';
import { useMaySomewhere } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { useFirstGroup } from '../groups/use-groups.ts';
import { stepMonth } from './calendar-days.ts';
import { Overdue } from './overdue.tsx';
import { SessionCalendar } from './session-calendar.tsx';
import { SessionList } from './session-list.tsx';
import { SessionTabs } from './session-tabs.tsx';
import { kindChoices, stateChoices } from './session-words.ts';
import { type SessionFilter, sessionsBetween } from './use-sessions.ts';

const looks = [{ key: 'month' as const, label: '月历' }, { key: 'list' as const, label: '列表' }];

/** What the groups and the town do in a month, to look at or to go through. */
export function SessionsPage() {
  const first = useFirstGroup('study-sessions.write', askedIn('group'));
  const [month, setMonth] = useState(() => askedIn('month') || monthOf(today()));
  const [look, setLook] = useState<'month' | 'list'>(() => (askedIn('look') === 'list' ? 'list' : 'month'));
  const [filter, setFilter] = useState<SessionFilter>({ groupId: first, kind: '', state: askedIn('state') });
  const writes = useMaySomewhere('study-sessions.write');
  const { from, to } = datesOfMonth(month);
  const loaded = useLoaded(JSON.stringify([month, filter]), () => sessionsBetween(from, to, filter));
  useReloadOnJump(loaded);
  const set = (part: Partial<SessionFilter>): void => setFilter({ ...filter, ...part });
  // Whoever opens a session and goes back finds the month again that they were in.
  const turn = (next: string, nextLook: 'month' | 'list'): void => {
    setMonth(next);
    setLook(nextLook);
    replacePath(`/sessions?month=${next}&look=${nextLook}${filter.groupId ? `&group=${filter.groupId}` : ''}`);
  };
  const plan = writes ? <Button kind="primary" icon="plus" onClick={() => go('/sessions/new')}>排活动</Button> : null;
  return (
    <Page title="学习活动" aside={loaded.data ? `这个月${loaded.data.filter(({ state }) => state !== 'cancelled').length}场` : ''} actions={plan}>
      <SessionTabs now="/sessions">
        <Segments label="怎么看" tabs={looks} now={look} onPick={(next) => turn(month, next)} />
      </SessionTabs>
      <FilterBar>
        <Stepped label={`${month.slice(0, 4)}年${Number(month.slice(5))}月`} back="上个月" forth="下个月" onStep={(by) => turn(stepMonth(month, by), look)} />
        {month === monthOf(today()) ? null : <Button small onClick={() => turn(monthOf(today()), look)}>回到本月</Button>}
        <span className="grow" />
        <GroupSelect value={filter.groupId} onPick={(groupId) => set({ groupId })} />
        <BarSelect label="哪一种" value={filter.kind} choices={[{ value: '', label: '全部类型' }, ...kindChoices]} onChange={(event) => set({ kind: event.target.value })} />
        <BarSelect label="到哪一步" value={filter.state} choices={[{ value: '', label: '全部状态' }, ...stateChoices]} onChange={(event) => set({ state: event.target.value })} />
      </FilterBar>
      <Overdue />
      <Ready of={loaded} lines={10}>
        {(sessions) => {
          if (look === 'month') return <SessionCalendar month={month} sessions={sessions} plans={writes} />;
          return sessions.length === 0 ? <Empty title="这个月没有这样的活动">{writes ? '换一个月，或者点“排活动”' : '换一个月看看'}</Empty> : <SessionList sessions={sessions} />;
        }}
      </Ready>
    </Page>
  );
}
