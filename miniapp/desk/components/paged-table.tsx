import type { ColumnDef } from '@tanstack/react-table';
import type { ReactNode } from 'react';
import type { Loaded } from '../platform/use-loaded.ts';
import { DataTable } from './data-table.tsx';
import { Pager } from './pager.tsx';
import { Empty, Ready } from './states.tsx';

interface Page<Row> {
  items: Row[];
  page: number;
  pageSize: number;
  total: number;
}

interface Props<Row> {
  of: Pick<Loaded<Page<Row>>, 'data' | 'failure' | 'reload'>;
  label: string;
  columns: ColumnDef<Row>[];
  rowId: (row: Row) => string;
  unit: string;
  onPage: (page: number) => void;
  /** What stands there without rows, and what to do about it. */
  empty: string;
  hint?: ReactNode;
  onOpen?: (row: Row) => void;
  flagged?: (row: Row) => boolean;
}

/** One page of a list with its skeleton, its failure, its emptiness and the way to the next page. */
export function PagedTable<Row>({ of, label, columns, rowId, unit, onPage, empty, hint, onOpen, flagged }: Props<Row>) {
  return (
    <Ready of={of}>
      {({ items, page, pageSize, total }) =>
        items.length === 0 ? (
          <Empty title={empty}>{hint}</Empty>
        ) : (
          <>
            <DataTable label={label} columns={columns} rows={items} rowId={rowId} {...(onOpen ? { onOpen } : {})} {...(flagged ? { flagged } : {})} />
            <Pager page={page} pageSize={pageSize} total={total} unit={unit} onPage={onPage} />
          </>
        )
      }
    </Ready>
  );
}
