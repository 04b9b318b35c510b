import { Planning } from '../../test/planning.ts';
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

/** As a guest who scanned the town's code. */
const current = () => server.api.call('getCurrentWeek', { query: { town: planning.town.code } });
const weekOf = (monday: string) => server.api.call('getWeek', { params: { monday }, query: { town: planning.town.code } });

describe('This week', () => {
  test('is open once its theme was sent, for guests and members alike', async () => {
    const lessonId = await planning.lesson('一部手机卖橘子');
    const theme = await planning.sent({ monday: thisMonday, title: '冬闲不闲', lead: '先算一笔账', lessonIds: [lessonId], articleUrl: 'https://mp.weixin.qq.com/s/sample' });
    const seen = await current();
    expect(seen).toEqual({
      monday: thisMonday,
      year: 2026,
      week: 48,
      weekLabel: '第四十八周',
      town: { code: planning.town.code, name: '青禾镇', schoolName: '青禾微党校', contactPhone: null },
      state: 'open',
      holiday: null,
      theme: {
        id: theme.id,
        monday: thisMonday,
        weekLabel: '第四十八周',
        title: '冬闲不闲',
        lead: '先算一笔账',
        sentAt: Date.parse(tuesday),
        lessons: [{ id: lessonId, title: '一部手机卖橘子', category: 'history', minutes: 1, audio: null, source: null, sentOn: thisMonday }],
        corrections: [],
        articleUrl: 'https://mp.weixin.qq.com/s/sample',
      },
    });
    const member = await server.make.actor({ town: planning.town });
    expect(await member.api.call('getCurrentWeek', {})).toEqual(seen);
    expect(await weekOf(thisMonday)).toEqual(seen);
  });

  test('waits before that and shows the last one meanwhile, never what is planned', async () => {
    await planning.sent({ monday: thisMonday, title: '上周的主题' });
    await planning.scheduled({ monday: nextMonday, title: '还没发出的主题' });
    for (const instant of ['2026-11-30T00:00:00+08:00', '2026-11-30T08:00:00+08:00']) {
      server.at(instant);
      const seen = await current();
      expect(seen).toMatchObject({ monday: nextMonday, week: 49, state: 'waiting', theme: { monday: thisMonday, title: '上周的主题', weekLabel: '第四十八周' } });
      expect(JSON.stringify(seen)).not.toContain('还没发出');
    }
  });

  test('begins on Monday at 00:00 and not a second earlier', async () => {
    server.at('2026-11-29T23:59:59+08:00');
    expect((await current()).monday).toBe(thisMonday);
    server.at('2026-11-30T00:00:00+08:00');
    expect((await current()).monday).toBe(nextMonday);
    server.at('2026-12-28T00:00:00+08:00');
    expect(await current()).toMatchObject({ year: 2026, week: 53, weekLabel: '第五十三周' });
    server.at('2027-01-04T00:00:00+08:00');
    expect(await current()).toMatchObject({ year: 2027, week: 1, weekLabel: '第一周' });
  });

  test('opens for everybody the moment that it is sent, however often it was asked for before', async () => {
    const { id } = await planning.scheduled({ monday: thisMonday });
    expect(await current()).toMatchObject({ state: 'waiting', theme: null });
    await planning.markSent(id);
    expect(await current()).toMatchObject({ state: 'open', theme: { id } });
  });

  test('on a holiday says which, and keeps the last theme within reach', async () => {
    await planning.sent({ monday: thisMonday, title: '节前的主题' });
    await planning.admin.api.call('setHoliday', { params: { monday: nextMonday }, body: { label: '春节' } });
    expect(await weekOf(nextMonday)).toMatchObject({ state: 'holiday', holiday: '春节', theme: { monday: thisMonday, title: '节前的主题' } });
    await planning.admin.api.call('clearHoliday', { params: { monday: nextMonday } });
    expect(await weekOf(nextMonday)).toMatchObject({ state: 'waiting', holiday: null });
  });
});

describe('Another week', () => {
  test('that passed without a theme says so', async () => {
    await planning.sent({ monday: thisMonday });
    expect(await weekOf('2026-11-16')).toMatchObject({ state: 'missed', theme: null });
    server.at('2026-12-08T09:00:00+08:00');
    expect(await weekOf(nextMonday)).toMatchObject({ state: 'missed', theme: null });
    expect(await weekOf(thisMonday)).toMatchObject({ state: 'open' });
  });

  test('may be as far away as a date can be written', async () => {
    expect(await weekOf('0001-01-01')).toMatchObject({ state: 'missed', week: 1 });
    expect(await weekOf('9999-12-27')).toMatchObject({ state: 'waiting', week: 52 });
  });

  test('is named by its Monday', async () => {
    const refused = await server.api.send('getWeek', { params: { monday: '2026-11-24' }, query: { town: planning.town.code } });
    expect(refused).toMatchObject({ status: 422, error: { code: 'THEME_NOT_MONDAY', field: 'monday' } });
  });
});

test('A correction is seen by readers with its note at once, without the name of who made it', async () => {
  const { id, revision, title, lessons } = await planning.sent({ monday: thisMonday });
  await current();
  const body = { title, lead: '改过的导语', lessonIds: lessons.map((lesson) => lesson.id), revision, note: '导语改了一个字' };
  await planning.admin.api.call('reviseTheme', { params: { id }, body });
  expect((await current()).theme).toMatchObject({ lead: '改过的导语', corrections: [{ at: server.now(), note: '导语改了一个字' }] });
  expect(JSON.stringify(await current())).not.toContain(planning.admin.member.name);
});

test('A corrected lesson and the town’s new telephone are seen at once, however often the week was asked for before', async () => {
  const lessonId = await planning.lesson('一部手机卖橘子');
  await planning.sent({ monday: thisMonday, lessonIds: [lessonId] });
  await current();
  const lesson = await planning.admin.api.call('getLesson', { params: { id: lessonId } });
  await planning.admin.api.call('updateLesson', { params: { id: lessonId }, body: { ...lesson, title: '两部手机卖橘子', note: '题目写错了' } });
  expect((await current()).theme?.lessons).toMatchObject([{ id: lessonId, title: '两部手机卖橘子' }]);
  await planning.admin.api.call('updateTown', { body: { contactPhone: '0825-00001' } });
  expect((await current()).town.contactPhone).toBe('0825-00001');
});

test('Towns are apart: a member sees the own one, a guest the one of the code, an unknown code is not found', async () => {
  const other = await Planning.in(server);
  await other.sent({ monday: thisMonday, title: '别的镇的主题' });
  const member = await server.make.actor({ town: planning.town });
  expect(await member.api.call('getCurrentWeek', { query: { town: other.town.code } })).toMatchObject({ town: { code: planning.town.code }, state: 'waiting', theme: null });
  expect(await server.api.call('getCurrentWeek', { query: { town: other.town.code } })).toMatchObject({ theme: { title: '别的镇的主题' } });
  expect(await server.api.codeOf('getCurrentWeek', { query: { town: 'no-such-town' } })).toBe('NOT_FOUND');
  expect(await server.api.codeOf('getCurrentWeek')).toBe('NOT_FOUND');
});
