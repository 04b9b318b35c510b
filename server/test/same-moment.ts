import { setTimeout as pause } from 'node:timers/promises';
import { Database } from '../src/platform/database/database.ts';
import type { TestServer } from './test-server.ts';

/**
 * A true race, also where writers take turns: while one of them is busy the requests pass every check that comes before
 * their own turn. The pause only lets them come that far; on a slow machine the race is milder, never wrong.
 */
export async function inTheSameMoment<T>(server: TestServer, requests: () => Promise<T>): Promise<T> {
  const database = server.get(Database);
  let answers: Promise<T> | undefined;
  await database.write(async () => {
    await database.manager().query('UPDATE towns SET name = name');
    answers = requests();
    await pause(60);
  });
  if (!answers) throw new Error('nothing was asked');
  return answers;
}
