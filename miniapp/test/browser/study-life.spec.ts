import { Demo, type Role } from '../support/demo';
import { Chromium, type Look, picture, seen, type Viewer } from './browser';
import { at } from './console';
import { Phone } from './phone';

// What the sample town's evenings, venues and people leave on the screens: read as it is, nothing is changed. With SCREENS the documents' pictures come from here.
interface Session {
  readonly id: string;
  readonly title: string;
  readonly group: { readonly id: string } | null;
}
interface Named {
  readonly id: string;
  readonly name: string;
}

let demo: Demo;
let chromium: Chromium;
let home: Named;
let open: Session[];
let planned: Session[];
beforeAll(async () => {
  [demo, chromium] = await Promise.all([Demo.start(), Chromium.start()]);
  const token = await demo.token('leader');
  const { leads } = await demo.call<{ leads: Named[] }>('GET', '/api/logins/current', { token });
  home = leads[0] as Named;
  const of = async (state: string): Promise<Session[]> => (await get<{ items: Session[] }>(`/api/study-sessions?pageSize=100&groupId=${home.id}&state=${state}&from=${await day(-7)}&to=${await day(21)}`)).items.filter(({ group }) => group?.id === home.id);
  [open, planned] = [await of('open'), await of('planned')];
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

async function get<T>(path: string, role: Role = 'admin'): Promise<T> {
  return demo.call<T>('GET', path, { token: await demo.token(role) });
}

/** The business date of the demo, so many days ahead. */
async function day(ahead: number): Promise<string> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  return new Date(now + (8 + ahead * 24) * 3_600_000).toISOString().slice(0, 10);
}

type Place = readonly [picture: string, path: string, ...words: (string | RegExp)[]];

async function walk(tasks: string, look: Look, places: readonly Place[]): Promise<void> {
  const phone = await Phone.as(chromium, demo, tasks, look);
  for (const [name, path, ...words] of places) {
    await phone.open(path);
    await phone.sees(...words);
    await picture(phone.page, name);
  }
  expect(phone.faults).toEqual([]);
  await phone.close();
}

const asLeader = '看本组谁打了卡';
const asMember = '看本周主题，写一句收获';

test('a leader finds the calendar with what goes on, what is to be closed out, a plan to fill in, and the code at the door', async () => {
  await walk(asLeader, {}, [
    ['leader-calendar', '/pages/group/index', home.name, open.at(-1)?.title ?? '', '安排一次活动'],
    ['leader-plan', '/packages/leader/plan/index', '哪一类', '排好'],
    ['sign-in-code', `/packages/leader/sign-in-code/index?id=${open.at(-1)?.id}`, open.at(-1)?.title ?? '', /起可以签/],
    ['leader-leaves', '/packages/leader/leaves/index', '准假'],
  ]);
});

test('a member finds the session with its place and teacher, the hours of the year, a course set, the village’s page and the plan', async () => {
  const [set] = (await get<{ items: { id: string; title: string }[] }>('/api/course-sets')).items;
  await walk(asMember, {}, [
    ['member-session', `/packages/sessions/session/index?id=${open.at(-1)?.id}`, `${home.name}活动室`, '主讲', '签到'],
    ['member-leave', '/packages/sessions/leaves/index', '请过的假'],
    ['member-hours', '/packages/record/hours/index', /应修\d+学时/],
    ['course-set', `/packages/courses/set/index?id=${set?.id}`, set?.title ?? ''],
    ['course-requests', '/packages/courses/requests/index', '还在点', '已排上'],
    ['school', `/packages/town/school/index?id=${home.id}`, home.name, '办过的学习', '一条沟清出来的账'],
  ]);
});

test('in elder mode and in the dark the same roll and the same session are read', async () => {
  await walk(asLeader, { dark: true }, [['roll-call-dark', `/packages/leader/roll-call/index?id=${open[0]?.id}`, /应到\d+人/]]);
  await walk(asMember, { elder: true }, [['member-session-elder', `/packages/sessions/session/index?id=${planned[0]?.id}`, planned[0]?.title ?? '', '上次定的事']]);
});

describe('on the console', () => {
  let admin: Viewer;
  const sees = async (name: string, path: string, ...words: (string | RegExp)[]): Promise<void> => {
    await at(admin, path);
    for (const one of words) await seen(admin.page.getByText(one).locator('visible=true').first()).toBeVisible();
    await picture(admin.page, name);
  };

  test('venues are booked, teachers have taught, hours are kept, and somebody is to be visited', async () => {
    admin = await chromium.desk(demo.url);
    await admin.page.goto('/desk/');
    await admin.page.getByRole('button', { name: '以镇管理员进入' }).click();
    await seen(admin.page.getByRole('navigation', { name: '主导航' })).toBeVisible();
    await sees('desk-calendar', '/sessions', /还没收尾/);
    await sees('desk-sign-in-sheet', `/sessions/${open.at(-1)?.id}/sheet`, '页码', open.at(-1)?.title ?? '');
    await sees('desk-venues', '/venue-bookings', `${home.name}活动室`, /夜校：/);
    await sees('desk-teachers', '/teachers', '县委党校', '致富带头人');
    await sees('desk-hours', '/study-hours', '按进度该有');
    const taught = (await get<{ items: { taught: number }[] }>('/api/teachers?pageSize=50')).items.map((teacher) => teacher.taught);
    expect(Math.min(...taught)).toBeGreaterThan(0);
    const waiting = await get<{ total: number }>('/api/session-actions?done=false');
    expect(waiting.total).toBeGreaterThanOrEqual(2);
    expect(waiting.total).toBeLessThanOrEqual(4);
    expect(admin.faults).toEqual([]);
    await admin.context.close();
  });
});
