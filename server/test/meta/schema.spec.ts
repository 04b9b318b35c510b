import { Database } from '../../src/platform/database/database.ts';
import { entities } from '../../src/entities.ts';
import { startTestServer, type TestServer } from '../test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const source = () => server.get(Database).manager().dataSource;

test('the migrations make exactly the tables that the entities describe', async () => {
  const { upQueries } = await source().driver.createSchemaBuilder().log();
  expect(upQueries.map(({ query }) => query)).toEqual([]);
});

/** Tables of the host or of the platform; everything else belongs to a town. */
const townless = new Set(['doorbell_paces', 'demo_clock', 'towns', 'operators', 'logins', 'login_secrets', 'wechat_tokens', 'wechat_events', 'doorbell_paces']);

test('every table of a town leads its keys with the town', () => {
  const strays = source()
    .entityMetadatas.filter(({ tableName }) => !townless.has(tableName))
    .filter(({ primaryColumns }) => primaryColumns[0]?.databaseName !== 'town_id');
  expect(strays.map(({ tableName }) => tableName)).toEqual([]);
  expect(source().entityMetadatas).toHaveLength(entities.length);
});

/** Looked up before the town is known, by keyed hashes or printed codes that nobody can guess; and what jobs, or the host for its complaints, ask of all towns at once. */
const acrossTowns = new Set(['ix_members_phone', 'ix_wechat_bindings_openid', 'ix_invitations_code', 'ix_theme_pushes_growing', 'ix_doorbell_rounds_open', 'ix_doorbells_msgid', 'ix_doorbells_lease', 'ix_complaints_id', 'ix_complaints_waiting', 'ix_complaints_district', 'uq_publications_code', 'ix_articles_lease', 'ix_articles_publication', 'ix_articles_due', 'ix_official_accounts_app', 'ix_theme_pushes_growing', 'ix_doorbell_rounds_open', 'ix_doorbells_msgid']);

test('every index of a town’s table leads with the town', () => {
  const strays = source()
    .entityMetadatas.filter(({ tableName }) => !townless.has(tableName))
    .flatMap(({ indices }) => indices)
    .filter(({ name, columns }) => columns[0]?.databaseName !== 'town_id' && !acrossTowns.has(name));
  expect(strays.map(({ name }) => name)).toEqual([]);
});
