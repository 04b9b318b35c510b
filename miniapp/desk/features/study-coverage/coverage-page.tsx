import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { monthInChinese, monthOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Check } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { today } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { useReloadOnJump } from '../../platform/use-reload-on-jump.ts';
import { AttendanceTabs } from '../attendance/attendance-tabs.tsx';
import { GroupSelect } from '../groups/group-select.tsx';
import { stepMonth } from '../sessions/calendar-days.ts';
import { useGroupsFor } from '../groups/use-groups.ts';
import { CoverageList } from './coverage-list.tsx';
import css from './coverage.module.css';
import { GroupDimensions } from './group-dimensions.tsx';
import { SessionStrip } from './session-strip.tsx';

type Coverage = Answer<'getCoverage'>;

/** Who got no study in a month, as a list of people to go and see; and the year's weeks to look at. */
export function CoveragePage() {
  const [month, setMonth] = useState(monthOf(today()));
  const [groupId, setGroupId] = useState('');
  const [exempt, setExempt] = useState(false);
  const loaded = useLoaded(JSON.stringify([month, groupId, exempt]), () => wholeCoverage(month, groupId, exempt));
  useReloadOnJump(loaded);
  // Whoever leads one group has nothing to choose: it is theirs.
  const { groups, whole } = useGroupsFor('coverage.read');
  const shownGroup = groupId || (whole ? '' : (groups[0]?.id ?? ''));
  return (
    <Page title="出勤学时" aside="活动、每周主题、补学，有一样就算学到了" actions={<Button icon="printer" disabled={!loaded.data?.items.length} onClick={() => window.print()}>打印名单</Button>}>
      <AttendanceTabs now="/coverage" />
      <FilterBar>
        <Stepped label={`${month.slice(0, 4)}年${Number(month.slice(5))}月`} back="上个月" forth="下个月" onStep={(by) => setMonth(stepMonth(month, by))} />
        <GroupSelect permission="coverage.read" value={groupId} onPick={setGroupId} />
        <Check label="看整月免学的" checked={exempt} onChange={setExempt} />
      </FilterBar>
      <div className={css.columns}>
        <Ready of={loaded} lines={8}>{(coverage) => <CoverageList coverage={coverage} exempt={exempt} title={titleOf(month, coverage, exempt)} />}</Ready>
        <div className={css.charts}>
          <SessionStrip year={month.slice(0, 4)} groups={loaded.data?.groups ?? []} month={month} />
          {shownGroup ? <GroupDimensions groupId={shownGroup} year={month.slice(0, 4)} /> : null}
        </div>
      </div>
    </Page>
  );
}

function titleOf(month: string, { total }: Coverage, exempt: boolean): string {
  return `${monthInChinese(month)}${exempt ? '整月免学的' : '还没学到的'}${total}人`;
}

/** All of it: a list of people to visit is no use by the page. */
async function wholeCoverage(month: string, groupId: string, exempt: boolean): Promise<Coverage> {
  const query = { groupId: groupId || undefined, exempt: String(exempt), pageSize: 200 };
  const first = await call('getCoverage', { params: { month }, query });
  const items = [...first.items];
  for (let page = 2; items.length < first.total; page += 1) items.push(...(await call('getCoverage', { params: { month }, query: { ...query, page } })).items);
  return { ...first, items };
}
