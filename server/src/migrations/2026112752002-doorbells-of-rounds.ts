import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';

const added = [
  new TableIndex({ name: 'uq_doorbells_member', columnNames: ['town_id', 'round_id', 'member_id'], isUnique: true }),
  new TableIndex({ name: 'ix_doorbells_msgid', columnNames: ['msgid'] }),
];

/** A doorbell belongs to a round of any kind, no longer to a Monday's push. What was killed midway can simply be run again. */
export class DoorbellsOfRounds implements MigrationInterface {
  readonly name = 'doorbells_of_rounds_2026112752002';

  async up(runner: QueryRunner): Promise<void> {
    await renamed(runner, 'push_id', 'round_id');
    const there = await indexNames(runner);
    for (const index of added) if (!there.includes(index.name ?? '')) await runner.createIndex('doorbells', index);
  }

  async down(runner: QueryRunner): Promise<void> {
    const there = await indexNames(runner);
    for (const { name = '' } of added) if (there.includes(name)) await runner.dropIndex('doorbells', name);
    await renamed(runner, 'round_id', 'push_id');
  }
}

/** One statement on each engine; its indexes follow. */
async function renamed(runner: QueryRunner, from: string, to: string): Promise<void> {
  if (await runner.hasColumn('doorbells', from)) await runner.query(`ALTER TABLE doorbells RENAME COLUMN ${from} TO ${to}`);
}

async function indexNames(runner: QueryRunner): Promise<(string | undefined)[]> {
  return (await runner.getTable('doorbells'))?.indices.map(({ name }) => name) ?? [];
}
