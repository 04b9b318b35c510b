import { weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import { type MigrationInterface, type QueryRunner, TableIndex } from 'typeorm';
import { columnOf, instant, nullable } from './create-table.ts';

interface OldPush {
  readonly town_id: string;
  readonly id: string;
  readonly monday: string;
  readonly title: string;
  readonly sent_at: number | string;
  readonly expanded_at: number | string | null;
  readonly settled_at: number | string | null;
}

/** Every push that was sent gets its round, with its own id; what a push knew of its doorbells' end stands there from now on. */
export class PushesBeginRounds implements MigrationInterface {
  readonly name = 'pushes_begin_rounds_2026112752003';

  async up(runner: QueryRunner): Promise<void> {
    if (!(await runner.hasColumn('theme_pushes', 'settled_at'))) return;
    const pushes = (await runner.query('SELECT town_id, id, monday, title, sent_at, expanded_at, settled_at FROM theme_pushes WHERE id NOT IN (SELECT id FROM doorbell_rounds)')) as OldPush[];
    for (const push of pushes) await beginRound(runner, push);
    await runner.dropIndex('theme_pushes', 'ix_theme_pushes_open');
    await runner.dropColumn('theme_pushes', 'settled_at');
    await runner.createIndex('theme_pushes', new TableIndex({ name: 'ix_theme_pushes_growing', columnNames: ['expanded_at'] }));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.dropIndex('theme_pushes', 'ix_theme_pushes_growing');
    await runner.addColumn('theme_pushes', columnOf(runner, 'settled_at', nullable(instant), false));
    await runner.createIndex('theme_pushes', new TableIndex({ name: 'ix_theme_pushes_open', columnNames: ['settled_at'] }));
  }
}

async function beginRound(runner: QueryRunner, push: OldPush): Promise<void> {
  const [year, month, day] = push.monday.split('-').map(Number);
  const announcement = { title: push.title, date: `${year}年${month}月${day}日 08:00`, hint: '这一周的主题，点开就能读', page: `pages/week/index?monday=${push.monday}` };
  const columns = 'town_id, id, kind, subject, announcement, created_at, ends_at, filled, state, settled_at';
  const values = [push.town_id, push.id, 'theme', push.monday, JSON.stringify(announcement), push.sent_at, weekEndsAt(push.monday), push.expanded_at === null ? 0 : 1, 'ringing', push.settled_at];
  await runner.query(`INSERT INTO doorbell_rounds (${columns}) VALUES (${values.map(() => '?').join(', ')})`, values);
}
