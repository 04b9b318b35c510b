import type { DataSource } from 'typeorm';

/** MariaDB's and MySQL's `text` ends at 64 KB while SQLite's has no end: where a column says text, longtext is meant. */
export function textIsLong(source: DataSource): void {
  const { driver } = source;
  const normalizeType = driver.normalizeType.bind(driver);
  driver.normalizeType = (column) => (column.type === 'text' ? 'longtext' : normalizeType(column));
}
