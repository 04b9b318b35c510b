import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { ballotOf, cast, type Circle, november } from '../../test/votes.ts';
import { factOf, linesOf } from './paper-for-tests.ts';

const { month } = november;
let server: TestServer;
let meeting: Meeting;
let committee: Actor;

/** Seven in one group, of whom the first was at two sessions and one Monday; everybody voted, and the month is scored. */
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-02T10:00:00+08:00' });
  meeting = await Meeting.in(server, 6);
  await sendTheme(server, meeting.town, '2026-11-23');
  for (const [date, kind] of [['2026-11-24', 'night'], ['2026-11-25', 'centralized']] as const) await held(date, kind);
  server.at(november.before);
  server.at('2026-12-04T00:00:00+08:00');
  await server.runJob('month-closing');
});
afterAll(() => server.close());

async function held(date: string, kind: 'night' | 'centralized'): Promise<void> {
  meeting = await meeting.later(shanghai(date));
  const { id, endsAt } = await meeting.opened({ startsAt: shanghai(date), kind });
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(meeting.member(0).member.id, 'present')] } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
}

async function voted(): Promise<void> {
  meeting = await meeting.later(november.open);
  const people = [meeting.leader, ...meeting.members];
  const circle: Circle = { town: meeting.town, group: { id: meeting.groupId } as Circle['group'], people };
  for (const person of people) await cast(person, ballotOf(circle, person, (ratee) => (ratee === meeting.member(0) ? 'excellent' : 'good')));
}

async function at(instant: string): Promise<void> {
  server.at(instant);
  committee = await server.make.actor({ town: meeting.town, roles: ['committee'], groupId: null });
  meeting = await meeting.later(instant);
}

const scores = (form: 'month-scores' | 'ballot-summary') => committee.api.call('viewScoreForm', { body: { form, month, groupId: meeting.groupId } });
const refusal = async (form: 'month-scores' | 'ballot-summary' = 'month-scores', of: string = month) => (await committee.api.send('viewScoreForm', { body: { form, month: of } })).error;

test('nothing is on paper while the records are being completed, nor while people vote', async () => {
  await at('2026-12-02T10:00:00+08:00');
  expect(await refusal()).toMatchObject({ code: 'FORM_NOT_YET', message: '2026年11月的表还出不来：记录还在补全' });
  await voted();
  await at('2026-12-08T20:00:00+08:00');
  expect(await refusal('ballot-summary')).toMatchObject({ code: 'FORM_NOT_YET', message: '2026年11月的表还出不来：互评还没有结束' });
  expect(await refusal('month-scores', '2027-01')).toMatchObject({ code: 'INPUT_INVALID', field: 'month' });
});

test('the committee has every figure of everybody, and why somebody is not rated', async () => {
  await at(november.over);
  const lines = linesOf(await scores('month-scores'))[0] ?? [];
  expect(lines[0]).toBe('序号|姓名|学习小组|集中学习|小组研讨|夜校|自学|实践|学习得分|互评|本月得分|等次|备注');
  const [first, second] = [lines.find((line) => line.includes('组员甲')), lines.find((line) => line.includes('组员乙'))];
  // 30 + 0 + 15 of 65, and 95 from everybody.
  expect(first?.split('|').slice(3)).toEqual(['30.00', '', '15.00', '0.00', '', '69.23', '95.00', '76.96', '中', '']);
  expect(second?.split('|').slice(8)).toEqual(['', '', '', '免评', '能评的不到两项']);
});

test('the summary of the vote has counts, never who', async () => {
  await at(november.over);
  const view = await scores('ballot-summary');
  const line = linesOf(view)[0]?.find((one) => one.includes('组员甲'));
  expect(line?.split('|').slice(3)).toEqual(['6', '6', '6', '0', '0', '0', '95.00', '']);
});

test('what is put up for everybody has names, groups and grades alone, once it is published; then it is in the month’s zip too', async () => {
  await at(november.over);
  const published = () => meeting.admin.api.send('viewPublishedForm', { body: { form: 'month-published', month } });
  expect((await published()).error).toMatchObject({ code: 'FORM_NOT_YET', message: '2026年11月的表还出不来：结果还没有公示' });
  const { code } = await committee.api.call('publishMonth', { params: { month } });
  const view = (await published()).body;
  expect(view?.check).toEqual({ code, address: expect.stringMatching(new RegExp(`/verify/index\\?code=${code.replaceAll('-', '')}$`)) });
  expect(view?.notes.at(-1)).toContain(`编号${code}`);
  expect(factOf(view, '公示时间')).toBe('2026年12月9日至2026年12月14日');
  expect(linesOf(view)[0]?.filter((line) => /组员[甲乙]/.test(line)).map((line) => line.split('|').filter((_, place) => place !== 2).slice(1))).toEqual([['组员甲', '中', ''], ['组员乙', '免评', '']]);
  expect(JSON.stringify(view)).not.toMatch(/\d\d\.\d\d/);
  const own = meeting.member(0);
  const file = await own.api.call('viewMemberForm', { body: { form: 'member-file', memberId: own.member.id, year: '2026' } });
  expect(linesOf(file).at(-1)).toEqual(['序号|月份|等次', '1|2026年11月|中']);
  const { id } = await meeting.admin.api.call('createPaperBundle', { body: { clientId: randomUUID(), period: month, format: 'docx' } });
  await server.runJob('paper-bundles');
  const { items } = await meeting.admin.api.call('listPaperBundles', {});
  expect(items.find((bundle) => bundle.id === id)).toMatchObject({ state: 'ready' });
});
