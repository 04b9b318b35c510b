import { randomUUID } from 'node:crypto';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { dayOf, months, WholeYear } from '../../test/whole-year.ts';

const year = '2026';
let server: TestServer;
let whole: WholeYear;
let groupId: string;

/** Four who are there from January on, of whom one is late, one away at the nights; one more from July on. */
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-02T10:00:00+08:00' });
  whole = await WholeYear.in(server, async (town) => [(groupId = (await server.make.group(town)).id)]);
  const always = ['present', 'present'] as const;
  await whole.write([{ at: always }, { at: always }, { at: ['late', 'present'] }, { at: ['present', 'absent'] }, { at: always, moves: [dayOf('2026-07-01')], from: '2026-07' }]);
  await whole.publish(months.slice(0, 2));
  server.at('2026-03-11T10:00:00+08:00');
}, 60_000);
afterAll(() => server.close());

test('a group’s five kinds of study are counted month by month, without a name', async () => {
  const { api } = await server.make.actor({ town: whole.town, roles: ['committee'], groupId: null });
  const { dimensions, months: shown } = await api.call('getGroupDimensions', { params: { year, id: groupId } });
  expect(dimensions.map(({ label }) => label)).toEqual(['集中学习', '小组研讨学习', '夜校学习', '个人自学', '实践学习']);
  expect(shown.map(({ month, people, parts }) => [month, people, ...parts.slice(0, 3).map(({ took, of }) => `${took}/${of}`)])).toEqual(months.slice(0, 3).map((month) => [month, 4, '4/4', '0/0', '3/4']));
  expect(JSON.stringify(shown)).not.toContain('学员');
  expect(await api.codeOf('getGroupDimensions', { params: { year, id: randomUUID() } })).toBe('NOT_FOUND');
});

test('a leader sees the own group’s alone', async () => {
  const leader = await server.make.actor({ town: whole.town, groupId, roles: ['leader'] });
  const other = await server.make.group(whole.town);
  expect((await leader.api.call('getGroupDimensions', { params: { year, id: groupId } })).months).toHaveLength(3);
  expect(await leader.api.codeOf('getGroupDimensions', { params: { year, id: other.id } })).toBe('NOT_FOUND');
});
