import { samplePhone } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

const newTown = (code: string) => ({ code, name: '青禾镇', schoolName: '青禾微党校', foundedOn: '2026-05-15', admin: { name: '林向荣', phone: samplePhone() } });

test('an operator opens a town, which then counts its first admin', async () => {
  const operator = await server.make.operator();
  await operator.call('createTown', { body: newTown('qinghe') });
  const { items } = await operator.call('listTowns', { query: { pageSize: 100 } });
  expect(items.find(({ code }) => code === 'qinghe')).toMatchObject({ schoolName: '青禾微党校', members: 1, groups: 0, contactPhone: null });
});

test('two towns cannot have one code', async () => {
  const operator = await server.make.operator();
  await operator.call('createTown', { body: newTown('twice') });
  const refused = await operator.send('createTown', { body: newTown('twice') });
  expect(refused).toMatchObject({ status: 409, error: { code: 'TOWN_CODE_TAKEN', field: 'code' } });
});

test('an admin changes what the town is called, and members see it', async () => {
  const { api, town } = await server.make.actor({ roles: ['admin'] });
  await api.call('updateTown', { body: { schoolName: '青禾夜校', contactPhone: '0825-0000000' } });
  const member = await server.make.actor({ town });
  expect(await member.api.call('getTown')).toMatchObject({ schoolName: '青禾夜校', contactPhone: '0825-0000000' });
});

test('a wrong value names its field and says what to write', async () => {
  const operator = await server.make.operator();
  const refused = await operator.send('createTown', { body: { ...newTown('Big City'), admin: { name: '林', phone: '123' } } });
  expect(refused).toMatchObject({ status: 422, error: { code: 'INPUT_INVALID', field: 'code', message: expect.stringContaining('小写字母') as string } });
});
