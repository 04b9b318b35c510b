import type { ColumnDef } from '@tanstack/react-table';
import { adjustmentKindNames } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { Button } from '../../components/button.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { type Adjustment, canBeReversed, pointsText, resultText } from './adjustment-words.ts';

/** @param reverse the way to take one back; null where this person may not */
export function adjustmentColumns(reverse: (adjustment: Adjustment) => (() => void) | null): ColumnDef<Adjustment>[] {
  return [
    { header: '哪天记的', cell: ({ row: { original } }) => dateWithYear(original.bookedOn) },
    { header: '谁', cell: ({ row: { original } }) => <b className="medium">{original.member.name}</b> },
    { header: '哪个月', cell: ({ row: { original } }) => `${original.month.slice(0, 4)}年${Number(original.month.slice(5))}月` },
    { header: '为什么', meta: { wrap: true }, cell: ({ row: { original } }) => <Why adjustment={original} /> },
    { header: '原来', cell: ({ row: { original } }) => <span className="minor">{resultText(original.before)}</span> },
    { header: '现在', cell: ({ row: { original } }) => <b className="medium">{resultText(original.after)}</b> },
    { header: '谁记的', cell: ({ row: { original } }) => original.bookedBy?.name ?? <span className="minor">系统</span> },
    { header: '', id: 'act', cell: ({ row: { original } }) => <Act adjustment={original} onReverse={reverse(original)} /> },
  ];
}

function Why({ adjustment: { kind, reason, evidence, points } }: { adjustment: Adjustment }) {
  return (
    <>
      {adjustmentKindNames[kind]}
      {points === null ? '' : `，${pointsText(points)}`}：{reason}
      {evidence ? <p className="note-size minor">{evidence}</p> : null}
    </>
  );
}

function Act({ adjustment, onReverse }: { adjustment: Adjustment; onReverse: (() => void) | null }) {
  if (adjustment.reversedBy) return <span className="note-size minor">冲回了</span>;
  if (!canBeReversed(adjustment) || !onReverse) return null;
  return <Button small aria-label={`冲回${adjustment.member.name}的这一笔`} onClick={onReverse}>冲回</Button>;
}
