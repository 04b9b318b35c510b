import type { ColumnDef } from '@tanstack/react-table';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { useState } from 'react';
import { Button } from '../../components/button.tsx';
import { PagedTable } from '../../components/paged-table.tsx';
import { say } from '../../components/toast.tsx';
import { dateWithYear, whenInChinese } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMay, useSession } from '../../platform/session.ts';
import type { Loaded } from '../../platform/use-loaded.ts';
import { EntryFile } from './entry-file.tsx';
import { ReverseDialog } from './reverse-dialog.tsx';
import { entryText, entryTitle, type ScoreEntries, type ScoreEntry, type Show } from './score-entry-words.ts';

interface Props {
  show: Show;
  period: string;
  of: Loaded<ScoreEntries>;
  onPage: (page: number) => void;
}

const empties: Readonly<Record<Show, string>> = { points: '没有加分扣分', results: '没有录过成果', talk: '没有登记过谈话' };

/** What was entered, newest first; what was taken back stays, with by whom and why. */
export function EntryTable({ show, period, of, onPage }: Props) {
  const [reversing, setReversing] = useState<ScoreEntry | null>(null);
  const me = useSession(({ caller }) => caller?.member?.id);
  const writes = useMay('score-entries.write');
  const takes = ({ member }: ScoreEntry): boolean => of.data !== null && (of.data.open || of.data.talksWith.includes(member.memberId));
  const done = (): void => {
    setReversing(null);
    say('撤回了，原来的一条留着');
    void of.reload();
  };
  const canReverse = (entry: ScoreEntry): boolean => writes && takes(entry) && entry.reversal === null && entry.member.memberId !== me;
  return (
    <>
      <PagedTable of={of} label={`${periodInChinese(period)}的${show === 'points' ? '加分扣分' : show === 'results' ? '成果' : '谈话'}`} columns={columnsFor(show, canReverse, setReversing)} rowId={({ id }) => id} unit="条" onPage={onPage} empty={`${periodInChinese(period)}${empties[show]}`} />
      {reversing ? <ReverseDialog title={entryTitle(reversing)} reverse={(reason) => call('reverseScoreEntry', { params: { id: reversing.id }, body: { reason } })} onClose={() => setReversing(null)} onDone={done} /> : null}
    </>
  );
}

function columnsFor(show: Show, canReverse: (entry: ScoreEntry) => boolean, onReverse: (entry: ScoreEntry) => void): ColumnDef<ScoreEntry>[] {
  const what: ColumnDef<ScoreEntry> = show === 'talk' ? { header: '谁谈的', cell: ({ row: { original } }) => original.talkedBy } : { header: '几分', cell: ({ row: { original } }) => <b className="medium">{entryText(original)}</b> };
  return [
    { header: '谁', cell: ({ row: { original } }) => <Who entry={original} /> },
    what,
    { header: show === 'talk' ? '哪天谈的' : '哪天的事', cell: ({ row: { original } }) => dateWithYear(original.on) },
    { header: show === 'talk' ? '为什么是“差”' : '为什么', meta: { wrap: true }, cell: ({ row: { original } }) => <Why entry={original} /> },
    { header: '谁录的', meta: { wrap: true }, cell: ({ row: { original } }) => <Entered entry={original} /> },
    { header: '', id: 'act', meta: { right: true }, cell: ({ row: { original } }) => (canReverse(original) ? <Button small kind="text" aria-label={`撤回${entryTitle(original)}`} onClick={() => onReverse(original)}>撤回</Button> : null) },
  ];
}

function Who({ entry: { member, group } }: { entry: ScoreEntry }) {
  return (
    <>
      <b className="medium">{member.name}</b>
      <p className="note-size minor">{group.name}</p>
    </>
  );
}

function Why({ entry }: { entry: ScoreEntry }) {
  return (
    <>
      {entry.reason}
      <p className="note-size minor">{entry.evidence}</p>
      {entry.hasFile ? <EntryFile id={entry.id} name={entryTitle(entry)} /> : null}
    </>
  );
}

function Entered({ entry: { enteredBy, enteredAt, reversal } }: { entry: ScoreEntry }) {
  return (
    <span className="minor note-size">
      {enteredBy.name}，{whenInChinese(enteredAt)}
      {reversal ? <b className="medium amber">；{reversal.by.name}{whenInChinese(reversal.at)}撤回：{reversal.reason}</b> : null}
    </span>
  );
}
