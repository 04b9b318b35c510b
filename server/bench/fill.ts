import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Database } from '../src/platform/database/database.ts';
import type { Bound } from '../src/platform/database/prepared.ts';

/** Rows of one statement, and of one transaction. */
const [together, atOnce] = [50, 2_000];

/** Of one member after the other. */
export function* rowsOf<Row extends Bound[]>(ids: readonly string[], of: (memberId: string, at: number) => Row[]): Generator<Row> {
  for (const [at, id] of ids.entries()) yield* of(id, at);
}

/** A statement for some, a transaction for more of them. */
export async function fill(app: NestFastifyApplication, table: string, columns: readonly string[], rows: Iterable<Bound[]>): Promise<void> {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const insert = (count: number): string => `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array.from({ length: count }, () => one).join(', ')}`;
  const database = app.get(Database);
  const write = (some: readonly Bound[][]) =>
    database.write(async () => {
      for (let at = 0; at < some.length; at += together) {
        const part = some.slice(at, at + together);
        await database.run(insert(part.length), part.flat());
      }
    });
  let some: Bound[][] = [];
  for (const row of rows) {
    some.push(row);
    if (some.length === atOnce) await write(some.splice(0));
  }
  await write(some);
}
