import type { ColumnDef } from '@tanstack/react-table';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { Page } from '../../components/page.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { say } from '../../components/toast.tsx';
import { today, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay, useReach, useSession } from '../../platform/session.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { OpeningDialog } from './opening-dialog.tsx';
import { OpeningImport } from './opening-import.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { type OpeningEntry, openingText } from './score-entry-words.ts';
import { ScoreEntryTabs } from './score-entry-tabs.tsx';

const pageSize = 50;

/** What a town that joins in the middle of a year brings along from its paper: months' M and hours, each with its evidence. */
export function OpeningPage() {
  const [year, setYear] = useState(() => today().slice(0, 4));
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<'one' | 'sheet' | OpeningEntry | null>(null);
  const me = useSession(({ caller }) => caller?.member?.id);
  const enters = useReach('score-entries.read') === 'town';
  const writes = useMay('opening-entries.write');
  const loaded = useLoaded(`${year} ${page}`, () => call('listOpeningEntries', { query: { year, page, pageSize } }));
  const step = (by: -1 | 1): void => {
    const next = String(Number(year) + by);
    setYear(next > today().slice(0, 4) ? year : next);
    setPage(1);
  };
  const done = (said: string): void => {
    setOpen(null);
    say(said);
    void loaded.reload();
  };
  const close = (): void => setOpen(null);
  const actions = writes ? (
    <>
      <Button icon="plus" onClick={() => setOpen('one')}>录一条</Button>
      <Button kind="primary" icon="fileUp" onClick={() => setOpen('sheet')}>导入表格</Button>
    </>
  ) : null;
  const canReverse = (entry: OpeningEntry): boolean => writes && entry.reversal === null && entry.member.memberId !== me;
  return (
    <Page title={enters ? '加分扣分' : '期初数'} aside="年中开始用的镇，把以前公示过的得分和学时带进来" actions={actions}>
      <ScoreEntryTabs now="/opening-entries" />
      <FilterBar>
        <Stepped label={`${year}年`} back="上一年" forth="下一年" onStep={step} />
        <span className="minor note-size">只录系统没有评过的月份。年度分、学时会一起算</span>
      </FilterBar>
      <PagedTable of={loaded} label={`${year}年的期初数`} columns={columnsFor(canReverse, setOpen)} rowId={({ id }) => id} unit="条" onPage={setPage} empty={`${year}年没有期初数`} hint="一月起就用的镇不用录" />
      {open === 'one' ? <OpeningDialog year={year} onClose={close} onDone={done} /> : null}
      {open === 'sheet' ? <OpeningImport year={year} onClose={close} onDone={done} /> : null}
      {open !== null && typeof open === 'object' ? <ReverseDialog title={titleOf(open)} reverse={(reason) => call('reverseOpeningEntry', { params: { id: open.id }, body: { reason } })} onClose={close} onDone={() => done('撤回了，原来的一条留着')} /> : null}
    </Page>
  );
}

const titleOf = ({ member, period }: OpeningEntry): string => `${member.name}${periodInChinese(period)}的${period.length === 4 ? '学时' : '得分'}`;

function columnsFor(canReverse: (entry: OpeningEntry) => boolean, onReverse: (entry: OpeningEntry) => void): ColumnDef<OpeningEntry>[] {
  return [
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '哪一期', cell: ({ row: { original } }) => periodInChinese(original.period) },
    { header: '得分或学时', cell: ({ row: { original } }) => openingText(original) },
    { header: '依据', meta: { wrap: true }, cell: ({ row: { original } }) => <span className="minor">{original.evidence}</span> },
    { header: '谁录的', meta: { wrap: true }, cell: ({ row: { original } }) => <Entered entry={original} /> },
    { header: '', id: 'act', meta: { right: true }, cell: ({ row: { original } }) => (canReverse(original) ? <Button small kind="text" aria-label={`撤回${titleOf(original)}`} onClick={() => onReverse(original)}>撤回</Button> : null) },
  ];
}

function Entered({ entry: { enteredBy, enteredAt, reversal } }: { entry: OpeningEntry }) {
  return (
    <span className="minor note-size">
      {enteredBy.name}，{whenInChinese(enteredAt)}
      {reversal ? <b className="medium amber">；{reversal.by.name}{whenInChinese(reversal.at)}撤回：{reversal.reason}</b> : null}
    </span>
  );
}
