import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { months, WholeYear } from '../../test/whole-year.ts';

const year = '2026';
const month = '2026-11';
let server: TestServer;
let whole: WholeYear;
let groupId: string;
let committee: Actor;
let other: Actor;
/** Late at one of two sessions of every month: 66.67, which is fair. */
let tardy = '';
let keen = '';

beforeAll(async () => {
  server = await startTestServer({ now: '2026-01-02T10:00:00+08:00' });
}, 60_000);
beforeEach(async () => {
  server.at('2026-01-02T10:00:00+08:00');
  whole = await WholeYear.in(server, async (town) => {
    groupId = (await server.make.group(town)).id;
    return [groupId];
  });
  [tardy = '', keen = ''] = await whole.write([{ at: ['late', 'present'] }, { at: ['present', 'present'] }]);
  await whole.publish(months);
  server.at('2027-01-18T10:00:00+08:00');
  [committee, other] = [await server.make.actor({ town: whole.town, roles: ['committee'], groupId: null }), await server.make.actor({ town: whole.town, roles: ['committee'], groupId: null })];
}, 60_000);
afterAll(() => server.close());

const correct = (memberId: string, points: string) => committee.api.call('createScoreAdjustment', { body: { clientId: randomUUID(), month, memberId, points, reason: '抄了别人的心得', evidence: '镇纪委核查记录' } });
const draft = () => committee.api.call('getPublicationDraft', { params: { month } });
const talk = (memberId: string): Request<'createScoreEntry'>['body'] => ({ kind: 'talk', clientId: randomUUID(), month, memberId, talkedBy: '何委员', on: '2027-01-18', reason: '抄了别人的心得', evidence: '谈话记录在镇党建办' });
const enter = (body: Request<'createScoreEntry'>['body']) => committee.api.codeOf('createScoreEntry', { body });
const publishYear = () => committee.api.send('publishAssessmentYear', { params: { year } });
/** What everybody reads of a member's line: the grade that was published, and what a dated change has made of it. */
async function onSheet(grade: string): Promise<(string | null)[]> {
  const params = { kind: 'month' as const, period: month };
  const place = (await committee.api.call('getPublication', { params })).groups.find(({ group }) => group?.id === groupId)?.place ?? 0;
  const { items } = await committee.api.call('listPublicationLines', { params, query: { place, pageSize: 100 } });
  return items.filter((line) => line.grade === grade).map(({ corrected }) => corrected && `${corrected.grade} ${corrected.on}`);
}
async function summedUp(): Promise<void> {
  await committee.api.call('runAssessmentYear', { params: { year }, body: { after: 0, W: '10' } });
  await server.runJob('annual-scoring');
}
const noticesOf = async ({ api }: Actor) => (await api.call('listNotices', { query: { pageSize: 100 } })).items.map(({ title, text, link }) => [title, text, link]);

test('whom a correction makes poor after the publication is listed for the committee until somebody has talked with them, and nobody else reads the grade before', async () => {
  expect((await correct(tardy, '-10')).after).toMatchObject({ m: '56.67', grade: 'poor' });
  expect(await draft()).toMatchObject({ poors: [], untalked: 0, laterPoorsInAll: 1, laterUntalked: 1, laterPoors: [{ member: { memberId: tardy }, group: { id: groupId }, m: '56.67', on: '2027-01-18', talk: null }] });
  expect(await onSheet('fair')).toEqual([null]);
  expect(await noticesOf(other)).toContainEqual(['有一位要谈话', '学员十一月的月评公示以后改成了“差”。写明理由、谈过话，公示表上才改；没谈完，年度结果不能公示。', `/talks/${month}`]);
  // The published month still takes nothing else, and no talk with anybody else.
  expect(await enter(talk(keen))).toBe('MONTH_PUBLISHED');
  expect(await enter({ ...talk(tardy), kind: 'bonus', points: '5' } as Request<'createScoreEntry'>['body'])).toBe('MONTH_PUBLISHED');
  expect(await committee.api.call('listScoreEntries', { query: { show: 'talk', period: month } })).toMatchObject({ open: false, talksWith: [tardy] });
  expect(await committee.api.call('listScoreEntries', { query: { show: 'points', period: month } })).toMatchObject({ open: false, talksWith: [] });
  expect(await enter(talk(tardy))).toBe('ok');
  expect(await draft()).toMatchObject({ laterUntalked: 0, laterPoors: [{ member: { memberId: tardy }, talk: { reason: '抄了别人的心得', talkedBy: '何委员', talkedOn: '2027-01-18' } }] });
  expect(await onSheet('fair')).toEqual(['poor 2027-01-18']);
}, 60_000);

test('a year is not published over a poor that nobody has talked about; with the talk it is', async () => {
  await correct(tardy, '-10');
  await summedUp();
  expect((await committee.api.call('getAssessmentYear', { params: { year } })).untalked).toEqual([{ month, people: 1 }]);
  expect((await publishYear()).error).toMatchObject({ code: 'YEAR_UNTALKED', message: '2026年有1人次的月评公示以后改成“差”，还没写明理由、谈过话，先补上再公示' });
  const { id } = await committee.api.call('createScoreEntry', { body: talk(tardy) });
  // A talk that was entered by mistake is taken back, and is owed again.
  await committee.api.call('reverseScoreEntry', { params: { id }, body: { reason: '谈的不是这个月' } });
  expect((await publishYear()).error?.code).toBe('YEAR_UNTALKED');
  await committee.api.call('createScoreEntry', { body: talk(tardy) });
  expect((await committee.api.call('getAssessmentYear', { params: { year } })).untalked).toEqual([]);
  expect((await publishYear()).body).toMatchObject({ on: '2027-01-18' });
}, 60_000);

test('no talk is owed for a poor that another dated line has taken back', async () => {
  const { id } = await correct(tardy, '-10');
  await committee.api.call('reverseScoreAdjustment', { params: { id }, body: { clientId: randomUUID(), reason: '查错了人', evidence: '镇纪委复查' } });
  expect(await draft()).toMatchObject({ laterPoors: [], laterUntalked: 0 });
  expect(await enter(talk(tardy))).toBe('MONTH_PUBLISHED');
  expect(await onSheet('fair')).toEqual([null]);
  await correct(tardy, '-10');
  expect(await enter(talk(tardy))).toBe('ok');
  expect(await onSheet('fair')).toEqual(['poor 2027-01-18']);
  await summedUp();
  expect((await publishYear()).body).toMatchObject({ on: '2027-01-18' });
}, 60_000);
