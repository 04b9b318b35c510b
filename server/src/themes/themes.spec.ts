import { randomUUID } from 'node:crypto';
import { Planning, type ThemeAnswer } from '../../test/planning.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const tuesday = '2026-11-24T15:00:00+08:00';
const thisMonday = '2026-11-23';
const nextMonday = '2026-11-30';

let server: TestServer;
let planning: Planning;
beforeAll(async () => {
  server = await startTestServer({ now: tuesday });
});
beforeEach(async () => {
  server.at(tuesday);
  planning = await Planning.in(server);
});
afterAll(() => server.close());

const params = ({ id }: { id: string }) => ({ params: { id } });
const contentOf = ({ title, lead, lessons, articleUrl }: ThemeAnswer) => ({ title, lead, lessonIds: lessons.map(({ id }) => id), articleUrl });
const edited = (theme: ThemeAnswer, changes: object = {}) => ({ ...params(theme), body: { ...contentOf(theme), revision: theme.revision, ...changes } });

describe('Writing a theme', () => {
  test('puts it into its Monday of the year, as a draft with its author', async () => {
    const lessonId = await planning.lesson('一部手机卖橘子');
    const theme = await planning.draft({ title: '冬闲不闲', lead: '先算一笔冬天的账', lessonIds: [lessonId] });
    expect(theme).toMatchObject({ monday: nextMonday, week: 49, state: 'draft', revision: 1, authors: [{ memberId: planning.admin.member.id }], submitted: null, approved: null, returned: null, sentAt: null });
    expect(theme.lessons).toMatchObject([{ id: lessonId, title: '一部手机卖橘子', sentOn: null }]);
    const { mondays } = await planning.approver.api.call('listThemes', { query: { year: 2026 } });
    expect(mondays).toHaveLength(52);
    expect(mondays.find(({ monday }) => monday === nextMonday)).toEqual({ monday: nextMonday, week: 49, holiday: null, theme: { id: theme.id, monday: nextMonday, week: 49, title: '冬闲不闲', state: 'draft', lessons: 1 } });
    expect(mondays.filter(({ theme: planned }) => planned !== null)).toHaveLength(1);
  });

  test('keeps the lessons in the order in which they are to be read', async () => {
    const [first, second] = [await planning.lesson('甲'), await planning.lesson('乙')];
    const theme = await planning.draft({ lessonIds: [second, first] });
    expect(theme.lessons.map(({ title }) => title)).toEqual(['乙', '甲']);
  });

  test('is for one theme a Monday, also when two people write at the same time', async () => {
    await planning.draft();
    const body = { monday: nextMonday, title: '又一个', lessonIds: [] };
    expect(await planning.admin.api.send('createTheme', { body })).toMatchObject({ status: 409, error: { code: 'THEME_WEEK_TAKEN', field: 'monday' } });
    const race = { ...body, monday: '2026-12-14' };
    const codes = await Promise.all([1, 2, 3, 4].map(() => planning.admin.api.codeOf('createTheme', { body: race })));
    expect(codes.sort()).toEqual(['THEME_WEEK_TAKEN', 'THEME_WEEK_TAKEN', 'THEME_WEEK_TAKEN', 'ok']);
  });

  test('is for Mondays only, and not for a week that is over', async () => {
    const code = (monday: string) => planning.admin.api.codeOf('createTheme', { body: { monday, title: '主题', lessonIds: [] } });
    expect(await code('2026-12-01')).toBe('THEME_NOT_MONDAY');
    expect(await code('2026-11-16')).toBe('THEME_WEEK_PAST');
    expect(await code('9999-12-27')).toBe('ok');
    server.at('2026-11-29T23:59:59+08:00');
    expect(await code(thisMonday)).toBe('ok');
  });

  test('takes only lessons that the town has, each once', async () => {
    const elsewhere = await (await Planning.in(server)).lesson();
    const own = await planning.lesson();
    const send = (lessonIds: string[]) => planning.admin.api.send('createTheme', { body: { monday: nextMonday, title: '主题', lessonIds } });
    expect(await send([own, elsewhere])).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    expect(await send([own, randomUUID()])).toMatchObject({ status: 404, error: { code: 'NOT_FOUND' } });
    expect(await send([own, own])).toMatchObject({ status: 422, error: { code: 'INPUT_INVALID', field: 'lessonIds' } });
  });

  test('cannot be overwritten by somebody who has not seen the last change', async () => {
    const theme = await planning.draft();
    const second = await server.make.actor({ town: planning.town, roles: ['admin'] });
    const changed = await second.api.call('updateTheme', edited(theme, { title: '改过的题目' }));
    expect(changed).toMatchObject({ title: '改过的题目', revision: 2 });
    expect(changed.authors.map(({ memberId }) => memberId)).toEqual([planning.admin.member.id, second.member.id]);
    expect(await planning.admin.api.codeOf('updateTheme', edited(theme, { title: '旧稿' }))).toBe('THEME_CHANGED');
    const codes = await Promise.all([1, 2, 3].map((at) => planning.admin.api.codeOf('updateTheme', edited(changed, { title: `第${at}次` }))));
    expect(codes.sort()).toEqual(['THEME_CHANGED', 'THEME_CHANGED', 'ok']);
  });

  test('can be thrown away while it is a draft, and its Monday and lessons are free again', async () => {
    const theme = await planning.draft();
    expect(await planning.admin.api.codeOf('deleteTheme', params(theme))).toBe('ok');
    expect(await planning.admin.api.codeOf('getTheme', params(theme))).toBe('NOT_FOUND');
    expect(await planning.admin.api.codeOf('deleteLesson', { params: { id: theme.lessons[0]?.id ?? '' } })).toBe('ok');
    await planning.draft();
  });
});

describe('Approval', () => {
  test('goes from the author to somebody else, and each step keeps who and when', async () => {
    const theme = await planning.draft();
    const submitted = await planning.admin.api.call('submitTheme', params(theme));
    expect(submitted).toMatchObject({ state: 'in_review', submitted: { at: server.now(), by: { memberId: planning.admin.member.id } } });
    const approved = await planning.approver.api.call('approveTheme', { ...params(theme), body: { revision: theme.revision } });
    expect(approved).toMatchObject({ state: 'scheduled', approved: { at: server.now(), by: { memberId: planning.approver.member.id, name: planning.approver.member.name } } });
    expect(await planning.noticesOf(planning.approver)).toEqual(['有主题等你审：11月30日的主题“冬闲不闲，学点真本事”送审了，请在周一8点前看一遍。']);
    expect(await planning.noticesOf(planning.admin)).toEqual(['主题审过了：11月30日的主题“冬闲不闲，学点真本事”已通过，周一8点发出。']);
  });

  test('is never given by anybody who wrote or changed the theme', async () => {
    const both = await server.make.actor({ town: planning.town, roles: ['admin', 'approver'] });
    const theme = await planning.draft();
    const changed = await both.api.call('updateTheme', edited(theme, { lead: '加一句' }));
    await planning.admin.api.call('submitTheme', params(changed));
    expect(await both.api.send('approveTheme', params(theme))).toMatchObject({ status: 403, error: { code: 'THEME_OWN_APPROVAL' } });
    expect(await planning.noticesOf(both)).toEqual([]);
    expect(await planning.approver.api.codeOf('approveTheme', params(theme))).toBe('ok');
  });

  test('covers what was read: an approver with an older revision on the screen approves nothing', async () => {
    const theme = await planning.inReview();
    await planning.admin.api.call('withdrawTheme', params(theme));
    const changed = await planning.admin.api.call('updateTheme', edited(theme, { title: '换了题目' }));
    await planning.admin.api.call('submitTheme', params(theme));
    expect(await planning.approver.api.codeOf('approveTheme', { ...params(theme), body: { revision: theme.revision } })).toBe('THEME_CHANGED');
    expect(await planning.approver.api.codeOf('approveTheme', { ...params(theme), body: { revision: changed.revision } })).toBe('ok');
  });

  test.each(['inReview', 'scheduled'] as const)('holds still what it is about while it is %s: neither theme nor lesson changes under it', async (state) => {
    const theme = await planning[state]();
    const lesson = await planning.admin.api.call('getLesson', { params: { id: theme.lessons[0]?.id ?? '' } });
    const { id, title, category, blocks } = lesson;
    const changeLesson = () => planning.admin.api.codeOf('updateLesson', { params: { id }, body: { title: `${title}！`, category, blocks } });
    expect(await planning.admin.api.codeOf('updateTheme', edited(theme))).toBe('THEME_STATE');
    expect(await planning.admin.api.codeOf('deleteTheme', params(theme))).toBe('THEME_STATE');
    expect(await changeLesson()).toBe('LESSON_LOCKED');
    expect(await planning.admin.api.call('withdrawTheme', params(theme))).toMatchObject({ state: 'draft', submitted: null, approved: null });
    expect(await planning.admin.api.codeOf('updateTheme', edited(theme))).toBe('ok');
    expect(await changeLesson()).toBe('ok');
  });

  test('or the way back, with a reason that stands there until the next submission', async () => {
    const theme = await planning.inReview();
    const returned = await planning.approver.api.call('returnTheme', { ...params(theme), body: { reason: '第2课的数字再核一遍' } });
    expect(returned).toMatchObject({ state: 'draft', submitted: null, returned: { reason: '第2课的数字再核一遍', by: { memberId: planning.approver.member.id } } });
    expect(await planning.noticesOf(planning.admin)).toEqual(['主题退回修改：11月30日的主题“冬闲不闲，学点真本事”退回了：第2课的数字再核一遍']);
    server.at('2026-11-24T16:00:00+08:00');
    expect(await planning.admin.api.call('submitTheme', params(theme))).toMatchObject({ state: 'in_review', returned: null });
    expect(await planning.noticesOf(planning.approver)).toHaveLength(2);
  });

  test('needs a lesson, a week that is not over and no holiday', async () => {
    const empty = await planning.draft({ lessonIds: [] });
    expect(await planning.admin.api.codeOf('submitTheme', params(empty))).toBe('THEME_EMPTY');
    const late = await planning.inReview({ monday: thisMonday });
    server.at('2026-11-30T00:00:00+08:00');
    expect(await planning.approver.api.codeOf('approveTheme', params(late))).toBe('THEME_WEEK_PAST');
  });

  test('tells the admins when there is nobody who could give it', async () => {
    const town = await server.make.town();
    const admin = await server.make.actor({ town, roles: ['admin', 'approver'] });
    const blocks = [{ type: 'paragraph' as const, runs: [{ text: '一句话' }] }];
    const { id: lessonId } = await admin.api.call('createLesson', { body: { title: '课', category: 'theory', blocks } });
    const theme = await admin.api.call('createTheme', { body: { monday: nextMonday, title: '独自写的', lessonIds: [lessonId] } });
    await admin.api.call('submitTheme', params(theme));
    expect(await planning.noticesOf(admin)).toEqual([expect.stringContaining('主题还没有人审')]);
  });

  test('refuses every step that its state does not allow, and names the state', async () => {
    const theme = await planning.draft();
    expect(await planning.approver.api.send('approveTheme', params(theme))).toMatchObject({ status: 409, error: { code: 'THEME_STATE', message: '主题现在是“草稿”，不能这样操作' } });
    expect(await planning.admin.api.codeOf('withdrawTheme', params(theme))).toBe('THEME_STATE');
    expect(await planning.admin.api.codeOf('reviseTheme', { ...edited(theme), body: { ...edited(theme).body, note: '改字' } })).toBe('THEME_STATE');
  });
});

describe('What was sent', () => {
  const revised = (theme: ThemeAnswer, note: string, changes: object = {}) => ({ ...params(theme), body: { ...contentOf(theme), revision: theme.revision, note, ...changes } });

  test('is corrected only with a note, which readers see and approvers are told', async () => {
    const theme = await planning.sent({ monday: thisMonday });
    server.at('2026-11-25T09:00:00+08:00');
    expect(await planning.admin.api.codeOf('updateTheme', edited(theme))).toBe('THEME_STATE');
    expect(await planning.admin.api.codeOf('withdrawTheme', params(theme))).toBe('THEME_STATE');
    expect(await planning.admin.api.codeOf('reviseTheme', revised(theme, ' '))).toBe('INPUT_INVALID');
    const corrected = await planning.admin.api.call('reviseTheme', revised(theme, '导语里的年份改为2026年', { lead: '2026年的账' }));
    expect(corrected).toMatchObject({ state: 'sent', lead: '2026年的账', revision: 2, sentAt: theme.sentAt });
    expect(corrected.corrections).toEqual([{ at: server.now(), by: { memberId: planning.admin.member.id, name: planning.admin.member.name }, note: '导语里的年份改为2026年' }]);
    expect(await planning.noticesOf(planning.approver)).toContain('发出的主题有更正：11月23日的主题“冬闲不闲，学点真本事”：导语里的年份改为2026年');
    expect(await planning.admin.api.codeOf('reviseTheme', revised(theme, '旧稿'))).toBe('THEME_CHANGED');
    expect(await planning.admin.api.codeOf('reviseTheme', revised(corrected, '全删了', { lessonIds: [] }))).toBe('THEME_EMPTY');
  });

  test('opens a lesson that a correction adds, and lists corrections with the newest first', async () => {
    const theme = await planning.sent({ monday: thisMonday });
    const member = await server.make.actor({ town: planning.town });
    const added = await planning.lesson('补上的一课');
    const read = () => member.api.codeOf('getLesson', { params: { id: added } });
    expect(await read()).toBe('NOT_FOUND');
    const lessonIds = [...contentOf(theme).lessonIds, added];
    const once = await planning.admin.api.call('reviseTheme', revised(theme, '补一课', { lessonIds }));
    expect(await read()).toBe('ok');
    const twice = await planning.admin.api.call('reviseTheme', revised(once, '改题目', { title: '新题目' }));
    expect(twice.corrections.map(({ note }) => note)).toEqual(['改题目', '补一课']);
  });
});

describe('A holiday', () => {
  const label = { body: { label: '春节' } };
  const holidayOn = async (monday: string) => (await planning.admin.api.call('listThemes', { query: { year: Number(monday.slice(0, 4)) } })).mondays.find((week) => week.monday === monday)?.holiday;

  test('stands in the year and keeps its Monday free of themes until it is cleared', async () => {
    const monday = '2027-02-08';
    await planning.admin.api.call('setHoliday', { params: { monday }, ...label });
    expect(await holidayOn(monday)).toBe('春节');
    await planning.admin.api.call('setHoliday', { params: { monday }, body: { label: '春节放假' } });
    expect(await holidayOn(monday)).toBe('春节放假');
    expect(await planning.admin.api.send('createTheme', { body: { monday, title: '主题', lessonIds: [] } })).toMatchObject({ status: 409, error: { code: 'THEME_WEEK_HOLIDAY', detail: { label: '春节放假' } } });
    await planning.admin.api.call('clearHoliday', { params: { monday } });
    await planning.admin.api.call('clearHoliday', { params: { monday } });
    expect(await holidayOn(monday)).toBeNull();
    await planning.draft({ monday });
  });

  test('leaves a draft where it is, but lets it not be submitted', async () => {
    const theme = await planning.draft();
    await planning.admin.api.call('setHoliday', { params: { monday: nextMonday }, ...label });
    expect(await planning.admin.api.codeOf('submitTheme', params(theme))).toBe('THEME_WEEK_HOLIDAY');
    await planning.admin.api.call('clearHoliday', { params: { monday: nextMonday } });
    expect(await planning.admin.api.codeOf('submitTheme', params(theme))).toBe('ok');
  });

  test('is refused while a theme waits for approval, has it or went out', async () => {
    const set = () => planning.admin.api.send('setHoliday', { params: { monday: nextMonday }, ...label });
    const theme = await planning.inReview();
    expect(await set()).toMatchObject({ status: 409, error: { code: 'HOLIDAY_HAS_THEME', detail: { state: '待审' } } });
    await planning.approver.api.call('approveTheme', params(theme));
    expect(await set()).toMatchObject({ error: { detail: { state: '已排期' } } });
    await planning.markSent(theme.id);
    expect(await set()).toMatchObject({ error: { detail: { state: '已发出' } } });
  });

  test('is a Monday', async () => {
    expect(await planning.admin.api.codeOf('setHoliday', { params: { monday: '2026-12-01' }, ...label })).toBe('THEME_NOT_MONDAY');
  });
});
