import { type ColumnDef, flexRender, getCoreRowModel, useReactTable } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import css from './data-table.module.css';

interface Props<Row> {
  /** What the table holds, for the ear. */
  label: string;
  columns: ColumnDef<Row>[];
  rows: Row[];
  rowId: (row: Row) => string;
  /** A whole row can be opened; its first link or button is what the keyboard reaches. */
  onOpen?: (row: Row) => void;
  flagged?: (row: Row) => boolean;
}

declare module '@tanstack/react-table' {
  // The names of the type parameters have to be those of the library.
  interface ColumnMeta<TData, TValue> {
    right?: boolean;
    width?: number;
    /** Takes what is left over and may break into lines. */
    wrap?: boolean;
    /** At most this many characters wide; longer names break into lines. */
    limit?: number;
  }
}

export function DataTable<Row>({ label, columns, rows, rowId, onOpen, flagged }: Props<Row>) {
  const table = useReactTable({ data: rows, columns, getRowId: rowId, getCoreRowModel: getCoreRowModel() });
  return (
    <div className={css.scroll}>
      <table className={css.table} aria-label={label}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map(({ id, column, getContext }) => (
                <th key={id} scope="col" className={column.columnDef.meta?.right ? css.right : ''} style={{ width: column.columnDef.meta?.width }}>
                  {flexRender(column.columnDef.header, getContext())}
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} className={`${onOpen ? css.opens : ''} ${flagged?.(row.original) ? css.flagged : ''}`} onClick={() => onOpen?.(row.original)}>
              {row.getVisibleCells().map(({ id, column, getContext }) => (
                <td key={id} className={`${column.columnDef.meta?.right ? css.right : ''} ${column.columnDef.meta?.wrap ? css.wrap : ''}`}>
                  <Limited to={column.columnDef.meta?.limit}>{flexRender(column.columnDef.cell, getContext())}</Limited>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Limited({ to, children }: { to: number | undefined; children: ReactNode }) {
  return to === undefined ? children : <div className={css.limited} style={{ maxWidth: `${to}em` }}>{children}</div>;
}
