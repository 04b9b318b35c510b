import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

/**
 * A migration that adds an index to one table, and passes when it is there already: what was killed midway can simply be
 * run again.
 * @param order 13 digits: YYYYMMDDhhmm and one more; the same that the file's name begins with
 */
export function addKey(order: number, name: string, table: string, columns: readonly string[]): new () => MigrationInterface {
  return class implements MigrationInterface {
    readonly name = `${name}_${order}`;

    async up(runner: QueryRunner): Promise<void> {
      if (!(await this.isThere(runner))) await runner.createIndex(table, new TableIndex({ name, columnNames: [...columns] }));
    }

    async down(runner: QueryRunner): Promise<void> {
      if (await this.isThere(runner)) await runner.dropIndex(table, name);
    }

    private async isThere(runner: QueryRunner): Promise<boolean> {
      return (await runner.getTable(table))?.indices.some((index) => index.name === name) ?? false;
    }
  };
}
