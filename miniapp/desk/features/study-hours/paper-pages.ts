/** Rows as they come out of the printer, at most so many on a page; nothing at all is one empty page. */
export function pagesOf<Row>(rows: readonly Row[], most: number): Row[][] {
  const count = Math.max(1, Math.ceil(rows.length / most));
  return Array.from({ length: count }, (_, at) => rows.slice(at * most, (at + 1) * most));
}
