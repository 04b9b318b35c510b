import type { ColumnDef } from '@tanstack/react-table';
import { useMemo } from 'react';
import { ask } from '../../components/ask.ts';
import { Button } from '../../components/button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { call } from '../../platform/request.ts';
import { useMay } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { boxPlace, type Circle, namesOf, paperWords, type Progress, wantOf } from './vote-words.ts';
import css from './votes.module.css';

interface Props {
  progress: Progress;
  onJoin: (circle: Circle) => void;
  onParted: () => void;
}

/** Circles in which something is to be done come first, then as people count them; nobody is ranked. */
export function CirclesTable({ progress, onJoin, onParted }: Props) {
  const { month, state, circles } = progress;
  const writes = useMay('votes.write');
  const columns = useMemo<ColumnDef<Circle>[]>(() => {
    const acts: ColumnDef<Circle> = { id: 'acts', header: '', meta: { right: true }, cell: ({ row: { original } }) => <Acts circle={original} progress={progress} onJoin={onJoin} onParted={onParted} writes={writes} /> };
    const want: ColumnDef<Circle> = { header: '情况', meta: { wrap: true }, cell: ({ row: { original } }) => <Want circle={original} state={progress.state} /> };
    return [name, people, ...(progress.state === 'coming' ? [] : [voted, paper]), want, acts];
  }, [progress, writes, onJoin, onParted]);
  const waits = (circle: Circle): boolean => wantOf(circle, state)?.amber ?? false;
  return <DataTable label={`${month}各组互评`} columns={columns} rows={[...circles.filter(waits), ...circles.filter((circle) => !waits(circle))]} rowId={({ id }) => id} />;
}

const name: ColumnDef<Circle> = { header: '小组', meta: { limit: 24 }, cell: ({ row: { original } }) => <Names circle={original} /> };
const people: ColumnDef<Circle> = { header: '互评名单', meta: { right: true, width: 96 }, cell: ({ row: { original } }) => `${original.people}人` };
const voted: ColumnDef<Circle> = { header: '投过的', meta: { right: true, width: 96 }, cell: ({ row: { original } }) => <Voted circle={original} /> };
const paper: ColumnDef<Circle> = { header: '纸质票', meta: { width: 150 }, cell: ({ row: { original } }) => <span className={original.handed > 0 ? '' : 'minor'}>{original.votes ? paperWords(original) : '–'}</span> };

function Names({ circle }: { circle: Circle }) {
  return (
    <>
      <span className="medium">{namesOf(circle)}</span>
      {circle.groups.length > 1 ? <span className="note-size minor">，合在一起评</span> : null}
    </>
  );
}

function Voted({ circle: { votes, voted: count, people: all } }: { circle: Circle }) {
  if (!votes || count === null) return <span className="minor">–</span>;
  return <>{count}<span className="minor">/{all}人</span></>;
}

function Want({ circle, state }: { circle: Circle; state: Progress['state'] }) {
  const want = wantOf(circle, state);
  if (!want) return <span className="minor">{state === 'coming' ? '够了' : ''}</span>;
  return <span className={want.amber ? 'amber' : 'minor'}>{want.words}</span>;
}

function Acts({ circle, progress: { month, state }, onJoin, onParted, writes }: Props & { circle: Circle; writes: boolean }) {
  const act = useAct();
  const part = async (): Promise<void> => {
    const { id = '' } = circle.groups[0] ?? {};
    const sure = await ask({ title: '分开各评各的', text: `${namesOf(circle)}不再合在一起评。人不够的组，这个月按学习得分算。`, yes: '分开' });
    if (sure && (await act.run(() => call('endJointVote', { params: { month, id } })))) onParted();
  };
  return (
    <span className={css.acts}>
      {act.failure ? <span className="amber note-size" role="alert">{act.failure.message}</span> : null}
      {writes && state === 'coming' && circle.groups.length > 1 ? <Button small busy={act.busy} aria-label={`${namesOf(circle)}，分开`} onClick={() => void part()}>分开</Button> : null}
      {writes && state === 'coming' && circle.groups.length === 1 && !circle.votes ? <Button small aria-label={`${namesOf(circle)}，和哪个小组合在一起评`} onClick={() => onJoin(circle)}>和别的组合在一起评</Button> : null}
      {state !== 'coming' && circle.votes && (state === 'open' || circle.handed > 0) ? <a className={css.act} aria-label={`${namesOf(circle)}的纸质票`} href={boxPlace(month, circle.id)}>{state === 'closed' && circle.paper !== 'added' ? '录纸质票' : '纸质票'}</a> : null}
    </span>
  );
}
