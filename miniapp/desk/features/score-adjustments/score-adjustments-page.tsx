import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { SelectField } from '../../components/field.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { call } from '../../platform/request.ts';
import { useReach, useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { MemberPicker, type Picked } from '../members/member-picker.tsx';
import { ObjectionTabs } from '../objections/objection-tabs.tsx';
import { adjustmentColumns } from './adjustment-columns.tsx';
import type { Adjustment } from './adjustment-words.ts';
import { NewAdjustment } from './new-adjustment.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';

const pageSize = 30;

/** Dated changes of published months, the newest first: nothing is edited, one line follows another. */
export function ScoreAdjustmentsPage() {
  const [filter, setFilter] = useState<{ month: string; member: Picked | null; page: number }>({ month: '', member: null, page: 1 });
  const [doing, setDoing] = useState<Adjustment | 'new' | null>(null);
  const writes = useReach('score-adjustments.write') === 'town';
  const me = useSession(({ caller }) => caller?.member?.id ?? '');
  const { month, member, page } = filter;
  const loaded = useLoaded(JSON.stringify(filter), () => call('listScoreAdjustments', { query: { page, pageSize, month: month || undefined, memberId: member?.memberId } }));
  const published = useLoaded('months', () => call('listPublications', { query: { pageSize: 100 } })).data?.items ?? [];
  const months = [{ value: '', label: '哪个月都看' }, ...published.filter(({ kind }) => kind === 'month').map(({ period }) => ({ value: period, label: periodInChinese(period) }))];
  const set = (part: Partial<typeof filter>): void => setFilter({ ...filter, page: 1, ...part });
  const done = (): void => {
    setDoing(null);
    void loaded.reload();
  };
  return (
    <Page title="异议更正" aside="公示以后不改原数，只一笔一笔往后记" actions={writes ? <Button kind="primary" onClick={() => setDoing('new')}>记一笔更正</Button> : null}>
      <ObjectionTabs now="/score-adjustments" />
      <FilterBar>
        <SelectField label="哪个月" choices={months} value={month} onChange={(event) => set({ month: event.target.value })} />
        <MemberPicker label="谁的" value={member} onPick={(next) => set({ member: next })} />
      </FilterBar>
      <PagedTable of={loaded} label="更正" columns={adjustmentColumns(writes ? (one) => (one.member.memberId === me ? null : () => setDoing(one)) : () => null)} rowId={({ id }) => id} unit="笔" onPage={(next) => set({ page: next })} empty="没有更正" hint="异议更正、锁定以后收到的记录、委员会的更正，都会在这里" />
      {doing === 'new' ? <NewAdjustment onClose={() => setDoing(null)} onDone={done} /> : null}
      {doing !== null && doing !== 'new' ? <ReverseDialog adjustment={doing} onClose={() => setDoing(null)} onDone={done} /> : null}
    </Page>
  );
}
