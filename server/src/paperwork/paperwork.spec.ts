import { randomUUID } from 'node:crypto';
import { sendTheme } from '../../test/sent-themes.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { documentLines, factOf, linesOf, sheetLines } from './paper-for-tests.ts';

const afternoon = '2026-11-24T15:00:00+08:00';

let server: TestServer;
let meeting: Meeting;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at(afternoon);
  meeting = await Meeting.in(server);
});

/** Held on 24 November: 甲 was there, 乙 came late, 丙 had leave for a private matter, the leader was not marked. */
async function held(): Promise<string> {
  const [one, two, three] = [meeting.member(0), meeting.member(1), meeting.member(2)];
  const { id, endsAt } = await meeting.session();
  await three.api.call('createLeave', { body: { clientId: randomUUID(), sessionId: id, reason: 'personal', text: '送孩子上学', capturedAt: server.now() } });
  const { items } = await meeting.leader.api.call('listLeaves', {});
  await meeting.leader.api.call('decideLeave', { params: { id: items[0]?.id ?? '' }, body: { approve: true } });
  server.at(shanghai('2026-11-24', '19:30'));
  await meeting.leader.api.call('openStudySession', { params: { id } });
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [meeting.mark(one.member.id, 'present'), meeting.mark(two.member.id, 'late')] } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing({ covered: '油菜三沟', spoke: [one.member.id], gap: '排水沟浅', action: { text: '清沟', memberId: two.member.id, due: '2026-12-01' } }) });
  return id;
}

describe('The sheet of a session', () => {
  test('is blank before it: those who are expected, room for guests, what it is about', async () => {
    const { id } = await meeting.session({ placeText: '晒坝' });
    const view = await meeting.leader.api.call('viewSessionForm', { body: { form: 'sign-in-blank', sessionId: id } });
    expect([view.title, view.unit, view.date, factOf(view, '活动名称'), factOf(view, '时间'), factOf(view, '地点')]).toEqual(['学习活动签到表', '青禾微党校', '2026年11月24日', '冬油菜田间管理', '2026年11月24日 星期二 19:30至21:00', '晒坝']);
    const [lines = []] = linesOf(view);
    expect([lines[0], lines.length, lines[1]?.split('|')[1], lines.at(-1)]).toEqual(['序号|姓名|学习小组|签名|备注', 8, '罗组长', '7||旁听||']);
  });

  test('is filled after it, the same in every form it takes', async () => {
    const id = await held();
    const body = { form: 'sign-in' as const, sessionId: id };
    const [lines = []] = linesOf(await meeting.admin.api.call('viewSessionForm', { body }));
    const group = lines[1]?.split('|')[2];
    expect(lines).toEqual(['序号|姓名|学习小组|出勤|依据|学时|备注', `1|罗组长|${group}|没点|还没有记录|0|`, `2|组员丙|${group}|请假|罗组长准的假|0|`, `3|组员甲|${group}|到|组长点名，罗组长记|1.5|发言`, `4|组员乙|${group}|迟到|组长点名，罗组长记|0.75|`]);
    expect(await sheetLines(await meeting.admin.api.call('downloadSessionForm', { body: { ...body, format: 'xlsx' } }))).toEqual(expect.arrayContaining(lines));
    const inWord = await documentLines(await meeting.admin.api.call('downloadSessionForm', { body: { ...body, format: 'docx' } }));
    expect(inWord).toEqual(expect.arrayContaining(lines.map((line) => `${line}|`)));
  });

  test('its record says what was talked about, by whom, what is to be done, and who was not there', async () => {
    const view = await meeting.leader.api.call('viewSessionForm', { body: { form: 'session-record', sessionId: await held() } });
    expect(['期数', '应到', '实到', '学时', '学习内容', '活动记录', '交流发言', '查找差距', '整改行动'].map((label) => factOf(view, label))).toEqual(['第1期', '4人', '2人', '1.5', '油菜三沟', '清沟排湿，查苗补苗', '组员甲', '排水沟浅', '清沟（组员乙，2026年12月1日前）']);
    expect(linesOf(view)[0]?.slice(1).map((line) => line.split('|').slice(1, 4).filter((_, at) => at !== 1).join(' '))).toEqual(['罗组长 没点', '组员丙 请假']);
  });
});

describe('The sheets of a group', () => {
  test('its leaves of a month say whose, from what, why and who said yes', async () => {
    await held();
    const view = await meeting.leader.api.call('viewGroupForm', { body: { form: 'leave-sheet', groupId: meeting.groupId, period: '2026-11' } });
    expect(view.title).toBe('2026年11月请假补学登记表');
    const [leaves, makeUps] = linesOf(view);
    expect(leaves?.slice(1)).toEqual(['1|组员丙|11月24日|冬油菜田间管理|私事、送孩子上学|11月24日 15:00|准了|罗组长|']);
    expect(makeUps?.slice(1)).toEqual([]);
    const december = await meeting.leader.api.call('viewGroupForm', { body: { form: 'leave-sheet', groupId: meeting.groupId, period: '2026-12' } });
    expect(linesOf(december)[0]?.slice(1)).toEqual([]);
  });

  test('its make-ups stand beside them once they are reported', async () => {
    const id = await held();
    await meeting.leader.api.call('createMakeUp', { body: { clientId: randomUUID(), sessionId: id, memberId: meeting.member(2).member.id, way: 'read', text: '讲义第3页', on: '2026-11-24', capturedAt: server.now() } });
    const view = await meeting.admin.api.call('viewGroupForm', { body: { form: 'leave-sheet', groupId: meeting.groupId, period: '2026' } });
    expect(linesOf(view)[1]?.slice(1)).toEqual(['1|组员丙|11月24日|冬油菜田间管理|看了讲义、讲义第3页|11月24日|核实了|罗组长|罗组长代登记']);
  });

  test('its hours of a year are those of the ledger', async () => {
    await held();
    const view = await meeting.leader.api.call('viewGroupForm', { body: { form: 'group-hours', groupId: meeting.groupId, period: '2026' } });
    expect(await meeting.leader.api.call('viewGroupForm', { body: { form: 'group-hours', groupId: meeting.groupId, period: '2026-11' } })).toEqual(view);
    expect(linesOf(view)[0]?.slice(1)).toEqual(['1|罗组长|普通党员|8|21.33|0|21.33|', '2|组员丙|普通党员|8|21.33|0|21.33|', '3|组员甲|普通党员|8|21.33|1.5|19.83|', '4|组员乙|普通党员|8|21.33|0.75|20.58|']);
  });
});

describe('What is kept of one person', () => {
  test('a certificate names each session that gave hours, and the sum', async () => {
    await held();
    const { api, member } = meeting.member(1);
    const view = await api.call('viewMemberForm', { body: { form: 'hours-certificate', memberId: member.id, year: '2026' } });
    expect([view.title, factOf(view, '已修学时'), linesOf(view)[0]?.slice(1), view.lead]).toEqual([
      '2026年学时证明',
      '0.75',
      ['1|11月24日|第1期 冬油菜田间管理|夜校|迟到|0.75|组长点名，罗组长记'],
      '兹证明组员乙同志2026年在青禾微党校参加集中学习、小组研讨、夜校和实践，共计0.75学时，应修21.33学时，还差20.58学时。',
    ]);
  });

  test('a file holds groups, sessions, check-ins and reflections, and never the words of a check-in', async () => {
    await sendTheme(server, meeting.town, '2026-11-23');
    await held();
    const { api, member } = await server.make.anew(meeting.member(0));
    await api.call('createCheckIn', { body: { clientId: randomUUID(), monday: '2026-11-23', takeaway: { kind: 'text', text: '只给组长看的话' }, capturedAt: server.now() } });
    const view = await api.call('viewMemberForm', { body: { form: 'member-file', memberId: member.id, year: '2026' } });
    expect(view.tables.map(({ heading, rows }) => [heading, rows.length])).toEqual([['在组情况', 1], ['学习活动', 1], ['每周主题打卡', 1], ['学习心得', 0], ['月评结果', 0]]);
    expect(linesOf(view)[2]?.[1]).toBe('1|11月23日|手机写的|11月24日|已记');
    expect(JSON.stringify(view)).not.toContain('只给组长看的话');
  });
});

describe('What the town keeps', () => {
  test('the ledger has a line for every Monday that has come, whatever became of it', async () => {
    const view = await meeting.admin.api.call('viewTownForm', { body: { form: 'push-ledger', period: '2026-11' } });
    expect(linesOf(view)[0]?.map((line) => line.split('|').slice(0, 2).join(' '))).toEqual(['周次 周一', '第45周 11月2日', '第46周 11月9日', '第47周 11月16日', '第48周 11月23日']);
    expect(await meeting.admin.api.codeOf('viewTownForm', { body: { form: 'push-ledger' } })).toBe('INPUT_INVALID');
  });

  test('registers of teachers, venues and practice bases say what there is, and no phone', async () => {
    await meeting.admin.api.call('createTeacher', { body: { name: '=老师', kind: 'cadre', organisation: '农技站', topics: ['油菜'], phone: '13800009999' } });
    const view = await meeting.admin.api.call('viewTownForm', { body: { form: 'teacher-register' } });
    expect(linesOf(view)[0]?.[1]).toMatch(/^1\|=老师\|.+\|农技站\|油菜\|\|0\|$/);
    expect(JSON.stringify(view)).not.toContain('0000');
    for (const form of ['venue-register', 'practice-base-register'] as const) expect(linesOf(await meeting.admin.api.call('viewTownForm', { body: { form } }))[0]).toHaveLength(1);
  });
});

test('sixty people are on one sheet that names its columns on every page', async () => {
  const { town, groupId } = meeting;
  for (let at = 0; at < 60; at += 1) await server.make.member({ town, groupId, name: `很长的名字·买买提${at}` });
  const { id } = await meeting.session();
  const bytes = await meeting.leader.api.call('downloadSessionForm', { body: { form: 'sign-in-blank', sessionId: id, format: 'docx' } });
  const lines = await documentLines(bytes);
  expect(lines.filter((line) => line.includes('买买提'))).toHaveLength(60);
});

test('whoever looks at a form or takes one away stands in the audit with what it was about', async () => {
  const { api, member } = meeting.member(0);
  const body = { form: 'member-file' as const, memberId: member.id, year: '2026' };
  await api.call('viewMemberForm', { body });
  await api.call('downloadMemberForm', { body: { ...body, format: 'xlsx' } });
  const rows = (await meeting.admin.api.call('listAuditRows', { query: { pageSize: 100 } })).items;
  expect(rows.filter(({ act }) => act.startsWith('form.')).map(({ act, target }) => [act, target]).sort()).toEqual([['form.member-downloaded', member.id], ['form.member-viewed', member.id]]);
});

test('a refused form leaves no row in the audit', async () => {
  const other = await server.make.actor({ town: meeting.town });
  expect(await meeting.member(0).api.codeOf('viewMemberForm', { body: { form: 'member-file', memberId: other.member.id, year: '2026' } })).toBe('NOT_FOUND');
  const rows = (await meeting.admin.api.call('listAuditRows', { query: { pageSize: 100 } })).items;
  expect(rows.filter(({ act }) => act.startsWith('form.'))).toEqual([]);
});

describe('A town’s own columns', () => {
  const columns = (...list: [key: string, label: string, hidden?: boolean][]) => list.map(([key, label, hidden = false]) => ({ key: `rows.${key}`, label, hidden }));

  test('have the town’s names and order on every form from then on, until they are reset', async () => {
    const { id } = await meeting.session();
    const body = { form: 'sign-in-blank' as const, sessionId: id };
    const params = { form: 'sign-in-blank' as const };
    await meeting.admin.api.call('setForm', { params, body: { title: '到会签到册', columns: columns(['name', '党员姓名'], ['no', '序号', true], ['signature', '本人签字'], ['group', '支部']) } });
    const view = await meeting.leader.api.call('viewSessionForm', { body });
    expect([view.title, linesOf(view)[0]?.[0]]).toEqual(['到会签到册', '党员姓名|本人签字|支部|备注']);
    expect((await meeting.leader.api.call('listForms')).forms.find(({ key }) => key === 'sign-in-blank')).toMatchObject({ title: '到会签到册', usualTitle: '学习活动签到表', changed: true });
    await meeting.admin.api.call('resetForm', { params });
    expect(linesOf(await meeting.leader.api.call('viewSessionForm', { body }))[0]?.[0]).toBe('序号|姓名|学习小组|签名|备注');
  });

  test('cannot hide what the form is about, nor name what it has not', async () => {
    const set = async (list: ReturnType<typeof columns>) => (await meeting.admin.api.send('setForm', { params: { form: 'sign-in' }, body: { title: null, columns: list } })).error;
    expect(await set(columns(['name', '姓名', true]))).toMatchObject({ code: 'FORM_COLUMN_REQUIRED', field: 'columns', message: '“姓名”这一列不能藏起来，没有它就看不出记的是谁、是什么' });
    expect(await set(columns(['phone', '电话']))).toMatchObject({ code: 'INPUT_INVALID', field: 'columns' });
    expect(await set(columns(['no', '序号'], ['no', '序号']))).toMatchObject({ code: 'INPUT_INVALID', field: 'columns' });
  });

  test('are the town’s alone', async () => {
    await meeting.admin.api.call('setForm', { params: { form: 'teacher-register' }, body: { title: '师资库', columns: [] } });
    const elsewhere = await server.make.actor({ roles: ['admin'] });
    expect((await elsewhere.api.call('viewTownForm', { body: { form: 'teacher-register' } })).title).toBe('师资登记表');
  });
});
