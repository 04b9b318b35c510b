import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { Planning } from '../../test/planning.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { HolidaysRepository } from './holidays.repository.ts';
import { ThemesService } from './themes.service.ts';

const tuesday = '2026-11-24T15:00:00+08:00';
const monday = '2026-11-30';
const eight = `${monday}T08:00:00+08:00`;

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

const themes = () => server.get(ThemesService);
const due = () => themes().dueForPush(planning.town.scope, monday);
const act = <T>(work: () => Promise<T>) => server.make.act(planning.town, work);
const missed = (themeId: string) => act(() => themes().markMissed(planning.town.scope, themeId));
const stateOf = async (id: string) => (await planning.approver.api.call('getTheme', { params: { id } })).state;

describe('Monday', () => {
  test('asks for its scheduled theme from 08:00 until the week is over', async () => {
    const { id } = await planning.scheduled();
    server.at('2026-11-30T07:59:59+08:00');
    expect(await due()).toBeNull();
    server.at(eight);
    expect(await due()).toMatchObject({ id, monday });
    server.at('2026-12-06T23:59:59+08:00');
    expect(await due()).toMatchObject({ id });
    server.at('2026-12-07T00:00:00+08:00');
    expect(await due()).toBeNull();
  });

  test('asks for nothing that is not approved', async () => {
    await planning.inReview();
    server.at(eight);
    expect(await due()).toBeNull();
  });

  test('marks a theme sent once, whoever tries at the same time, and opens its lessons', async () => {
    const { id, lessons } = await planning.scheduled();
    server.at(eight);
    const wins = await Promise.all([1, 2, 3].map(() => planning.markSent(id)));
    expect(wins.filter(Boolean)).toHaveLength(1);
    expect(await due()).toBeNull();
    const sent = await planning.admin.api.call('getTheme', { params: { id } });
    expect(sent).toMatchObject({ state: 'sent', sentAt: Date.parse(eight) });
    expect(sent.lessons).toMatchObject([{ id: lessons[0]?.id, sentOn: monday }]);
  });

  test('asks for nothing on a holiday, even where that was set in the very moment of the approval', async () => {
    await planning.scheduled();
    const holiday = { monday, label: '春节', setAt: server.now(), setBy: planning.admin.member.id };
    await act(() => server.get(HolidaysRepository).put(planning.town.scope, holiday));
    server.at(eight);
    expect(await due()).toBeNull();
  });

  test('sends nothing that was withdrawn a moment before', async () => {
    const { id } = await planning.scheduled();
    await planning.admin.api.call('withdrawTheme', { params: { id } });
    server.at(eight);
    expect(await planning.markSent(id)).toBe(false);
    expect(await stateOf(id)).toBe('draft');
  });
});

describe('A week that passed unsent', () => {
  test('is missed for good; the admins are told once and its lessons are free for another Monday', async () => {
    const { id, lessons } = await planning.scheduled({ title: '错过的主题' });
    server.at('2026-12-06T23:59:59+08:00');
    expect(await themes().overdue(planning.town.scope)).toEqual([]);
    server.at('2026-12-07T00:00:00+08:00');
    const admin = { ...planning.admin, api: await server.make.login(planning.admin.member) };
    expect(await themes().overdue(planning.town.scope)).toMatchObject([{ id }]);
    expect(await Promise.all([missed(id), missed(id)])).toEqual(expect.arrayContaining([true, false]));
    expect(await themes().overdue(planning.town.scope)).toEqual([]);
    expect(await planning.markSent(id)).toBe(false);
    expect((await planning.noticesOf(admin)).filter((notice) => notice.startsWith('有一周没发出主题'))).toHaveLength(1);
    const body = { title: '换个题目', category: 'history' as const, blocks: [] };
    expect(await admin.api.codeOf('updateLesson', { params: { id: lessons[0]?.id ?? '' }, body })).toBe('ok');
  });
});

describe('Other nouns', () => {
  test('learn what was sent when, by Mondays of a month, whatever their own reach', async () => {
    await planning.sent({ monday: '2026-11-23', title: '第一个' });
    await planning.scheduled({ monday, title: '还没发' });
    const { scope } = planning.town;
    expect(await themes().sentAtOf(scope, '2026-11-23')).toBe(Date.parse(tuesday));
    expect(await themes().sentAtOf(scope, monday)).toBeNull();
    expect(await themes().titleOf(scope, '2026-11-23')).toBe('第一个');
    expect(await themes().titleOf(scope, monday)).toBeNull();
    expect(await themes().sentMondays(scope, '2026-11')).toEqual(['2026-11-23']);
    expect(await themes().sentMondays(scope, '2026-12')).toEqual([]);
    expect(await themes().sentTitles(scope, '2026-11')).toEqual(new Map([['2026-11-23', '第一个']]));
  });
});

describe('Reminders', () => {
  const heard = async (at: string, who = planning.admin) => {
    server.at(at);
    await server.runJob('theme-reminders');
    return (await planning.noticesOf(who)).filter((notice) => notice.startsWith('下周一的主题还没排好'));
  };

  test('come on Friday and Sunday, once a day, to those who can do something', async () => {
    await planning.inReview();
    expect(await heard('2026-11-26T12:00:00+08:00')).toEqual([]);
    const text = '下周一的主题还没排好：11月30日的主题“冬闲不闲，学点真本事”还是“待审”。周一8点前没通过，就不会发出。';
    expect(await heard('2026-11-27T09:00:00+08:00')).toEqual([text]);
    expect(await heard('2026-11-27T10:00:00+08:00', planning.approver)).toEqual([text]);
    expect(await heard('2026-11-28T12:00:00+08:00')).toHaveLength(1);
    expect(await heard('2026-11-29T09:00:00+08:00')).toHaveLength(2);
  });

  test('leave the approver in peace while it is a draft, and everybody once it is scheduled', async () => {
    const { id } = await planning.draft();
    expect(await heard('2026-11-27T09:00:00+08:00')).toHaveLength(1);
    expect(await heard('2026-11-27T09:30:00+08:00', planning.approver)).toEqual([]);
    await planning.admin.api.call('submitTheme', { params: { id } });
    await planning.approver.api.call('approveTheme', { params: { id } });
    expect(await heard('2026-11-29T09:00:00+08:00')).toHaveLength(1);
  });

  test('are about the coming Monday only', async () => {
    await planning.draft({ monday: addDays(monday, 7) });
    expect(await heard('2026-11-27T09:00:00+08:00')).toEqual([]);
  });

  const heardOfNone = async (at: string, who = planning.admin) => {
    await heard(at);
    return (await planning.noticesOf(who)).filter((notice) => notice.startsWith('下周一还没有主题'));
  };

  test('say once, on Friday morning and to the admins alone, that nothing is planned', async () => {
    expect(await heardOfNone('2026-11-26T12:00:00+08:00')).toEqual([]);
    const text = '下周一还没有主题：11月30日还没有主题，也没有设为放假。请在周一8点前写好、审过；这一周不发的，请设为放假。';
    expect(await heardOfNone('2026-11-27T09:00:00+08:00')).toEqual([text]);
    expect(await heardOfNone('2026-11-29T09:00:00+08:00')).toEqual([text]);
    expect(await heardOfNone('2026-11-29T10:00:00+08:00', planning.approver)).toEqual([]);
  });

  test('are silent before a holiday', async () => {
    await planning.admin.api.call('setHoliday', { params: { monday }, body: { label: '秋收放假' } });
    expect(await heardOfNone('2026-11-27T09:00:00+08:00')).toEqual([]);
  });
});
