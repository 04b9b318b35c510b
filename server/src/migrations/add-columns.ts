import type { MigrationInterface, QueryRunner } from 'typeorm';
import { columnOf, type NewColumn } from './create-table.ts';

/**
 * A migration that adds columns to one table. They are nullable, since rows are there already. What was killed midway can
 * simply be run again.
 * @param order 13 digits: YYYYMMDDhhmm and one more; the same that the file's name begins with
 */
export function addColumns(order: number, name: string, table: string, columns: Readonly<Record<string, NewColumn>>): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = `${name}_${order}`;

    async up(runner: QueryRunner): Promise<void> {
      for (const [column, definition] of Object.entries(columns)) {
        if (!(await runner.hasColumn(table, column))) await runner.addColumn(table, columnOf(runner, column, definition, false));
      }
    }

    async down(runner: QueryRunner): Promise<void> {
      for (const column of Object.keys(columns)) if (await runner.hasColumn(table, column)) await runner.dropColumn(table, column);
    }
  };
}
