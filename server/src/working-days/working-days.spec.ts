import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { WorkingDaysService } from './working-days.service.ts';

const now = Date.parse('2026-11-24T15:00:00+08:00');
let server: TestServer;
let town: MadeTown;
let admin: Actor;
let member: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at(now);
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
  member = await server.make.actor({ town });
});
afterAll(() => server.close());

const set = (day: string, kind: 'off' | 'worked', label = '农忙假') => admin.api.send('setDayException', { params: { day }, body: { kind, label } });
const year = (of = '2026') => member.api.call('listDayExceptions', { query: { year: of } });
const daysOf = async (of = '2026') => (await year(of)).days.map(({ day, kind, label }) => [day, kind, label]);

test('an admin sets days off and weekends that are worked; everybody of the town sees them and who set them', async () => {
  expect((await set('2026-11-26', 'off')).status).toBe(204);
  await set('2026-11-28', 'worked', '补农忙假');
  expect((await year()).days).toMatchObject([
    { day: '2026-11-26', kind: 'off', label: '农忙假', set: { at: now, by: { name: '林管理' } } },
    { day: '2026-11-28', kind: 'worked', label: '补农忙假' },
  ]);
  const { off, worked } = await server.get(WorkingDaysService).exceptions(town.scope, '2026-11-26', '2026-11-28');
  expect([[...off], [...worked]]).toEqual([['2026-11-26'], ['2026-11-28']]);
});

test('a day is set anew, and cleared; one that is as always is left alone', async () => {
  await set('2026-11-26', 'off');
  await set('2026-11-26', 'off', '秋收');
  expect(await daysOf()).toEqual([['2026-11-26', 'off', '秋收']]);
  for (const day of ['2026-11-26', '2026-11-27']) expect((await admin.api.send('clearDayException', { params: { day } })).status).toBe(204);
  expect(await daysOf()).toEqual([]);
});

test('a weekend cannot be off, nor a weekday worked: they are so anyway', async () => {
  expect((await set('2026-11-28', 'off')).error).toMatchObject({ code: 'DAY_ALREADY_SO', field: 'kind', message: '11月28日是星期六，本来就休息，不用另设' });
  expect((await set('2026-11-24', 'worked')).error).toMatchObject({ code: 'DAY_ALREADY_SO', message: '11月24日是星期二，本来就上班，不用另设' });
  expect((await set('2026-11-24', 'off', ' ')).error).toMatchObject({ code: 'INPUT_INVALID', field: 'label' });
  for (const day of ['2026-02-30', '1926-11-24', 'x']) expect((await set(day, 'off')).error.code).toBe('INPUT_INVALID');
});

test('the published arrangement of a year comes in at once, and leaves what the town has set itself', async () => {
  await set('2026-10-01', 'off', '丰收节');
  expect((await year()).missing).toBe(24);
  expect(await admin.api.call('addPublishedDays', { body: { year: '2026' } })).toEqual({ added: 24 });
  expect(await admin.api.call('addPublishedDays', { body: { year: '2026' } })).toEqual({ added: 0 });
  const days = await daysOf();
  expect([days.length, days[0], days.at(-1)]).toEqual([25, ['2026-01-01', 'off', '元旦'], ['2026-10-10', 'worked', '国庆节调休']]);
  expect(days).toContainEqual(['2026-10-01', 'off', '丰收节']);
  expect((await year()).missing).toBe(0);
});

test('a year whose arrangement is not known is entered by hand', async () => {
  expect((await year('2027')).missing).toBeNull();
  expect((await admin.api.send('addPublishedDays', { body: { year: '2027' } })).error).toMatchObject({ code: 'DAYS_NOT_PUBLISHED', message: '2027年的放假安排还没有。公布以后，请一天一天设' });
});

test('each town has its own days', async () => {
  await set('2026-11-26', 'off');
  const neighbour = await server.make.actor();
  expect((await neighbour.api.call('listDayExceptions', { query: { year: '2026' } })).days).toEqual([]);
});

test('the town has ten working days to answer a complaint: a day off gives one more, a worked Saturday takes one', async () => {
  const complain = () => member.api.call('createComplaint', { body: { clientId: randomUUID(), about: 'session', text: '通知来得太晚', anonymous: false } });
  expect((await complain()).toDistrictOn).toBe('2026-12-09');
  await set('2026-12-01', 'off');
  expect((await complain()).toDistrictOn).toBe('2026-12-10');
  await set('2026-11-28', 'worked');
  await set('2026-11-29', 'worked');
  expect((await complain()).toDistrictOn).toBe('2026-12-08');
});
