import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { dayOf, WholeYear } from '../../test/whole-year.ts';
import { BundleContentsService } from './bundle-contents.service.ts';
import { factOf, linesOf } from './paper-for-tests.ts';

const year = '2026';
const params = { year };
let server: TestServer;
let whole: WholeYear;
let groupId: string;
let committee: Actor;
let admin: Actor;

/** One of each kind: graded, late every time, and too late to be graded. */
beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-02T10:00:00+08:00' });
  whole = await WholeYear.in(server, async (town) => [(groupId = (await server.make.group(town)).id)]);
  await whole.write([{ at: ['present', 'present'] }, { at: ['late', 'present'] }, { at: ['present', 'present'], moves: [dayOf('2026-10-01')], from: '2026-10' }]);
  await whole.publish();
  server.at('2027-01-18T10:00:00+08:00');
  committee = await server.make.actor({ town: whole.town, roles: ['committee'], groupId: null });
  admin = await server.make.actor({ town: whole.town, roles: ['admin'], groupId: null });
}, 60_000);
afterAll(() => server.close());

const scores = () => committee.api.send('viewScoreForm', { body: { form: 'year-scores', year, groupId } });
const published = () => admin.api.send('viewPublishedForm', { body: { form: 'year-published', year, groupId } });
const cells = (view: Parameters<typeof linesOf>[0]): string[] => (linesOf(view)[0] ?? []).filter((line) => line.includes('学员')).map((line) => line.split('|').slice(3).join('|')).sort();

test('there is no paper of a year before it is summed up', async () => {
  expect((await scores()).error).toMatchObject({ code: 'FORM_NOT_YET', message: '2026年的表还出不来：这一年还没有汇总' });
});

test('the committee has every figure, and the reason of whoever is not graded', async () => {
  await committee.api.call('runAssessmentYear', { params, body: { after: 0, W: '10' } });
  await server.runJob('annual-scoring');
  const { body } = await scores();
  expect(linesOf(body)[0]?.[0]).toBe('序号|姓名|学习小组|评过月数|各月平均|学时|应修学时|结果评价|年度得分|绩效得分|等次|备注');
  expect(cells(body)).toEqual(['12|100.00|48|32|0.00|90.00|9.00|优|', '12|66.67|36|32|0.00|63.34|6.33|中|', '3|100.00|12|8|0.00|||不定等次|评过的月份不够'].sort());
});

test('what everybody sees has names, groups and grades alone, once it is published; then it is in the year’s zip, too', async () => {
  expect((await published()).error).toMatchObject({ code: 'FORM_NOT_YET', message: '2026年的表还出不来：结果还没有公示' });
  await committee.api.call('publishAssessmentYear', { params });
  const { body } = await published();
  expect(body.title).toBe('2026年度评定结果公示表');
  expect(factOf(body, '公示时间')).toMatch(/^2027年1月\d+日至2027年1月\d+日$/);
  expect(cells(body)).toEqual(['不定等次|', '中|', '优|'].sort());
  expect(JSON.stringify(body)).not.toMatch(/\d\d\.\d\d/);
  expect(await sheetsOfTown()).toContain('2026年度评定结果公示表');
  expect(await sheetsOfTown()).not.toContain('2026年度评定得分表');
});

/** Those of the whole town in the zip of the year; they come first. */
async function sheetsOfTown(): Promise<string[]> {
  const titles: string[] = [];
  for await (const { folder, form } of server.get(BundleContentsService).sheets(whole.town.scope, year)) {
    if (folder !== '全镇') break;
    titles.push(form.title);
  }
  return titles;
}
