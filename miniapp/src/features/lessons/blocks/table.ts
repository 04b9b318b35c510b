import type { Table, TableCell } from '@weidangxiao/shared/contract/blocks.ts';

export interface PlacedCell {
  readonly cell: TableCell;
  /** From 0. */
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** Where each cell lies, as in HTML: a cell takes the first place in its row that no taller cell above has taken. */
export function placed(table: Table): { cells: readonly PlacedCell[]; columns: number } {
  const taken = new Set<string>();
  const cells = table.rows.flatMap((row, rowPlace) => {
    let column = 0;
    return row.map((cell): PlacedCell => {
      while (taken.has(`${rowPlace},${column}`)) column++;
      const at = { cell, row: rowPlace, column, rows: cell.rowspan ?? 1, columns: cell.colspan ?? 1 };
      for (let down = 0; down < at.rows; down++) for (let right = 0; right < at.columns; right++) taken.add(`${rowPlace + down},${column + right}`);
      column += at.columns;
      return at;
    });
  });
  return { cells, columns: Math.max(1, ...cells.map(({ column, columns }) => column + columns)) };
}

/** A row as a list of its cells, each with its column's name; for reading from top to bottom. */
export function entries(table: Table): readonly (readonly { readonly name: TableCell | null; readonly cell: TableCell }[])[] {
  const { cells } = placed(table);
  const nameOver = (column: number) => (table.header ? (cells.find((at) => at.row === 0 && at.column <= column && column < at.column + at.columns)?.cell ?? null) : null);
  const rows = table.rows.map((_, place) => place).filter((place) => !table.header || place > 0);
  return rows.map((place) =>
    cells
      .filter(({ row, rows: tall, cell }) => row <= place && place < row + tall && cell.runs.length > 0)
      .sort((one, other) => one.column - other.column)
      .map(({ cell, column }) => ({ name: nameOver(column), cell })),
  );
}
