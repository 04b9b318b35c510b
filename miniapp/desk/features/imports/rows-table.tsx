import type { ColumnDef } from '@tanstack/react-table';
import { useMemo, useState } from 'react';
import { Chip } from '../../components/chip.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { Menu } from '../../components/menu.tsx';
import { Empty } from '../../components/states.tsx';
import { FixCell } from './fix-cell.tsx';
import css from './imports.module.css';
import { fieldNames, type FixField, type RosterRow } from './import-words.ts';
import { firstWords, fixesFor, placeOf } from './row-fixes.ts';
import type { ImportDesk } from './use-import-desk.ts';

const emptyWords = { refused: '没有要改的行，可以导入了', doubt: '没有要多看一眼的行', added: '没有新的人', changed: '没有变动的人', unchanged: '没有不变的人', all: '表里没有人' } as const;
const outcomes: Readonly<Record<RosterRow['outcome'], string>> = { added: '新增', changed: '变动', unchanged: '不变', refused: '要改', skipped: '跳过' };

/** The rows of one tab. A cell with a fault is amber and opens for writing; the rest is in the menu at the end. */
export function RowsTable({ rows, desk }: { rows: RosterRow[]; desk: ImportDesk }) {
  const [open, setOpen] = useState<{ row: string; field: FixField } | null>(null);
  const columns = useMemo(() => columnsFor(desk, open, setOpen), [desk, open]);
  if (rows.length === 0) return <Empty title={emptyWords[desk.show]} />;
  return <DataTable label="名册的行" columns={columns} rows={rows} rowId={keyOf} />;
}

const keyOf = (row: RosterRow): string => JSON.stringify(placeOf(row));

type Open = { row: string; field: FixField } | null;

function columnsFor(desk: ImportDesk, open: Open, setOpen: (open: Open) => void): ColumnDef<RosterRow>[] {
  const cell = (field: FixField, shown: (row: RosterRow) => string): ColumnDef<RosterRow> => ({
    id: field,
    header: fieldNames[field],
    cell: ({ row: { original } }) => (
      <FixCell
        row={original}
        field={field}
        shown={shown(original)}
        open={open?.row === keyOf(original) && open.field === field}
        busy={desk.act.busy}
        onOpen={() => setOpen({ row: keyOf(original), field })}
        onClose={() => setOpen(null)}
        onValue={(value) => {
          setOpen(null);
          void desk.fix([{ ...placeOf(original), kind: 'value', field, value }], `第${original.row}行的${fieldNames[field]}改好了`, original);
        }}
      />
    ),
  });
  return [
    { header: '行', cell: ({ row: { original } }) => <span className="faint">{original.row}</span>, meta: { right: true, width: 64 } },
    cell('name', ({ name }) => name),
    cell('phone', ({ phoneMasked }) => phoneMasked ?? '没有'),
    cell('group', ({ groupName }) => groupName ?? ''),
    cell('joinedOn', ({ joinedOn }) => joinedOn ?? ''),
    cell('duty', ({ duty }) => duty ?? ''),
    { header: desk.show === 'changed' ? '变了什么' : '哪里不对', cell: ({ row: { original } }) => <Faults row={original} show={desk.show} />, meta: { wrap: true } },
    { header: '怎么改', cell: ({ row: { original } }) => <RowMenu row={original} desk={desk} onEdit={(field) => setOpen({ row: keyOf(original), field })} />, meta: { width: 180 } },
  ];
}

function Faults({ row, show }: { row: RosterRow; show: ImportDesk['show'] }) {
  const lines = [...(show === 'refused' ? [] : row.changes), ...row.faults.map(({ message }) => message)];
  return (
    <div className={css.faults}>
      {show === 'all' ? <Chip tone={row.outcome === 'refused' ? 'amber' : 'plain'}>{outcomes[row.outcome]}</Chip> : null}
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}

function RowMenu({ row, desk, onEdit }: { row: RosterRow; desk: ImportDesk; onEdit: (field: FixField) => void }) {
  const items = row.outcome === 'skipped'
    ? [{ label: '还是导入这一行', onPick: () => void desk.fix([{ ...placeOf(row), kind: 'undo' }], `第${row.row}行恢复了`) }]
    : fixesFor(row, { edit: onEdit, fix: (fix, told) => void desk.fix([fix], told, row) });
  const words = firstWords(row, items);
  return <Menu label={words} name={`第${row.row}行怎么改：${words}`} items={items} align="right" />;
}
