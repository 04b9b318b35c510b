import { startTestServer } from '../../test/test-server.ts';
import { at, PushedTown } from '../theme-pushes/pushes-for-tests.ts';

/** Nobody listens there. */
const env = { REDIS_URL: 'redis://127.0.0.1:1' };

test('A Redis that nobody answers when the server starts is told in the log, and every phone rings once without it; with SQLite, which serves one process, it is refused', async () => {
  if (process.env['TEST_DATABASE'] !== 'mariadb') return expect(startTestServer({ env })).rejects.toThrow('REDIS_URL');
  const town = await PushedTown.start({ env });
  const readers = [await town.bound(2), await town.bound(2)];
  await town.planning.scheduled();
  await town.run(at('08:00:00'));
  await town.run(at('08:00:05'));
  expect(readers.map((reader) => town.rungOn(reader))).toEqual([1, 1]);
  expect((await town.funnel()).doorbell).toMatchObject({ sent: 2, waiting: 0 });
  expect(town.server.log.filter((line) => line.includes('Redis cannot be reached'))).toHaveLength(1);
  await town.server.close();
});
