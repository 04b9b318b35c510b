import type { Locator } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import type { Townsman } from '../support/demo';
import { seen, type Viewer } from './browser';
import { at, button, Consoles, openedId } from './console';
import type { Row, Session } from './session-rows';

// A leader at the desk, with their own group's evening: what two phones say of it, who came late, who came along.
const minute = 60_000;
let consoles: Consoles;
let leader: Viewer;
let tokens: { leader: string; admin: string };
let session: Session & { startsAt: number; endsAt: number };
let people: Townsman[];
beforeAll(async () => {
  consoles = await Consoles.start();
  const { demo } = consoles;
  tokens = { leader: await demo.token('leader'), admin: await demo.token('admin') };
  const { leads } = await demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token: tokens.leader });
  const { items } = await demo.call<{ items: (typeof session & { group: { id: string } | null })[] }>('GET', '/api/study-sessions?state=open&order=desc', { token: tokens.admin });
  const open = items.find(({ group }) => group?.id === leads[0]?.id);
  if (!open) throw new Error('nothing is going on');
  session = open;
  people = (await demo.readers()).filter(({ groupId }) => groupId === open.group?.id);
  leader = await consoles.as('以组长进入');
}, 300_000);
afterAll(() => consoles.stop());
afterEach(() => expect(leader.faults).toEqual([]));

const row = async (memberId: string): Promise<Row | undefined> =>
  (await consoles.demo.call<{ items: Row[] }>('GET', `/api/study-sessions/${session.id}/attendance`, { token: tokens.admin })).items.find(({ member }) => member.memberId === memberId);
const person = (place: number): Townsman => {
  const found = people[place];
  if (!found) throw new Error('the group is too small');
  return found;
};
const marksOf = ({ name }: Townsman): Locator => leader.page.getByRole('group', { name: `${name}的考勤` });

/** As a phone does that has not seen the other's mark. */
function mark(token: string, { id }: Townsman, status: string): Promise<unknown> {
  const one = { id: randomUUID(), memberId: id, status, capturedAt: session.startsAt, over: [] };
  return consoles.demo.call('POST', `/api/study-sessions/${session.id}/attendance`, { token, body: { marks: [one] } });
}

test('a leader finds what they may do and nothing else', async () => {
  const menu = leader.page.getByRole('navigation', { name: '主导航' });
  for (const name of ['学习活动', '点课', '花名册', '学校资料']) await seen(menu.getByRole('link', { name: new RegExp(`^${name}`) })).toBeVisible();
  for (const name of ['每周主题', '心得', '操作记录', '投诉建议']) await seen(menu.getByRole('link', { name: new RegExp(`^${name}`) })).toHaveCount(0);
  await at(leader, '/audit');
  await seen(leader.page.getByText('没有这一页，或者不归你看')).toBeVisible();
});

test('where two phones differ both marks are shown, and a tap of the leader decides', async () => {
  const who = person(0);
  await mark(tokens.leader, who, 'present');
  await mark(tokens.admin, who, 'late');
  expect(await row(who.id)).toMatchObject({ status: 'late', differs: true });
  await at(leader, `/sessions/${session.id}`);
  const line = leader.page.getByRole('row').filter({ hasText: who.name });
  await seen(line.getByText('说法不一样')).toBeVisible();
  await seen(line.getByText(/^到，组长点名/)).toBeVisible();
  await seen(line.getByText(/^迟到，组长点名/)).toBeVisible();
  await button(marksOf(who), '到').click();
  await seen(line.getByText('说法不一样')).toHaveCount(0);
  expect(await row(who.id)).toMatchObject({ status: 'present', differs: false });
});

test('somebody of another group who came along is found by name and stands on the roll as a guest', async () => {
  const guest = (await consoles.demo.readers()).find(({ groupId, name }) => groupId !== person(0).groupId && !people.some((one) => one.name === name));
  if (!guest) throw new Error('nobody is of another group');
  const guests = leader.page.getByRole('region', { name: '旁听的' });
  await guests.getByRole('searchbox').fill(guest.name);
  const found = guests.getByRole('listitem').filter({ hasText: guest.groupName });
  await button(found, `${guest.name}来旁听了`).click();
  await seen(leader.page.getByRole('row').filter({ hasText: guest.name }).getByText('旁听')).toBeVisible();
  expect(await row(guest.id)).toMatchObject({ status: 'present', guest: true });
});

test('a sign-in that came when the session was over waits with both times, and counts once the leader says so', async () => {
  const who = person(1);
  const { digits } = await consoles.demo.call<{ digits: string }>('POST', `/api/study-sessions/${session.id}/sign-in-code`, { token: tokens.leader });
  await consoles.demo.moveClock(new Date(session.endsAt + 5 * minute).toISOString());
  const token = await consoles.demo.tokenOf(await consoles.demo.userNamed(who.name));
  const answer = await consoles.demo.call('POST', '/api/sign-ins', { token, body: { id: randomUUID(), by: { kind: 'digits', digits }, capturedAt: session.startsAt + 5 * minute } });
  expect(answer).toMatchObject({ result: 'waiting' });
  await leader.page.reload();
  const waiting = leader.page.getByRole('region', { name: '晚到的签到' });
  await seen(waiting.getByText('1次签到收到晚了，问一问再定')).toBeVisible();
  await button(waiting, `${who.name}，算到`).click();
  await seen(waiting).toHaveCount(0);
  await seen(button(marksOf(who), '到')).toHaveAttribute('aria-pressed', 'true');
  expect(await row(who.id)).toMatchObject({ status: 'present' });
});

test('the leader closes the session out at the desk', async () => {
  await button(leader.page, '收尾并存档').click();
  const dialog = leader.page.getByRole('dialog');
  await dialog.getByLabel('这场讲了什么，一句话').fill('油菜怎么过冬');
  await button(dialog, '收尾并存档').click();
  await seen(leader.page.getByText('已收尾')).toBeVisible();
  expect(await consoles.demo.call('GET', `/api/study-sessions/${session.id}`, { token: tokens.admin })).toMatchObject({ state: 'closed', record: { text: '油菜怎么过冬' } });
});

test('a leader plans for their own group, moves it and cancels it, and only looks at what other groups have', async () => {
  const { page } = leader;
  await at(leader, `/sessions/new?date=${await consoles.day(3)}`);
  await page.getByLabel('名称', { exact: true }).fill('午间读报');
  await page.getByLabel('几点开始').fill('12:00');
  await page.getByLabel('几点结束').fill('13:00');
  await seen(page.getByLabel('小组', { exact: true })).toHaveValue(person(0).groupId);
  await button(page, '排上').click();
  const id = await openedId(leader, 'sessions');
  const planned = (): Promise<Session> => consoles.demo.call('GET', `/api/study-sessions/${id}`, { token: tokens.admin });
  expect(await planned()).toMatchObject({ title: '午间读报', state: 'planned', group: { id: person(0).groupId } });
  await button(page, '更多').click();
  await page.getByRole('menuitem', { name: '改期或延期' }).click();
  await page.getByRole('dialog').getByLabel('改到哪天').fill(await consoles.day(4));
  await page.getByRole('dialog').getByLabel('为什么改').fill('报纸晚一天到');
  await button(page.getByRole('dialog'), '改期，通知大家').click();
  await seen(page.getByText('改期：报纸晚一天到')).toBeVisible();
  await button(page, '更多').click();
  await page.getByRole('menuitem', { name: '取消这一场' }).click();
  await page.getByRole('dialog').getByLabel('为什么取消').fill('都去收菜了');
  await button(page.getByRole('dialog'), '取消这一场').click();
  await seen(page.getByText(/取消了：都去收菜了/)).toBeVisible();
  expect(await planned()).toMatchObject({ state: 'cancelled', date: await consoles.day(4) });
  const { items } = await consoles.demo.call<{ items: (Session & { group: { id: string } | null })[] }>('GET', '/api/study-sessions?state=planned&pageSize=100', { token: tokens.admin });
  const others = items.find(({ group }) => group !== null && group.id !== person(0).groupId);
  await at(leader, `/sessions/${others?.id ?? ''}`);
  await seen(page.getByRole('heading', { name: others?.title ?? '' })).toBeVisible();
  await seen(button(page, '更多')).toHaveCount(0);
  await seen(page.getByRole('region', { name: '点名册' })).toHaveCount(0);
});

test('a leader decides the leaves of their group, with a reason where it is no', async () => {
  type Leaves = { items: { id: string; state: string; member: { name: string }; decision: { reason: string | null } | null }[] };
  const leaves = (state: string): Promise<Leaves> => consoles.demo.call('GET', `/api/leaves?state=${state}&pageSize=100`, { token: tokens.leader });
  const [asked] = (await leaves('waiting')).items;
  if (!asked) throw new Error('nobody asks for leave');
  await at(leader, '/leaves');
  const line = leader.page.getByRole('row').filter({ hasText: asked.member.name }).first();
  await button(line, `${asked.member.name}，不准`).click();
  await leader.page.getByRole('dialog').getByLabel('为什么不准').fill('这次轮到你讲');
  await button(leader.page.getByRole('dialog'), '不准').click();
  await seen(leader.page.getByRole('dialog')).toHaveCount(0);
  expect((await leaves('refused')).items.map(({ decision }) => decision?.reason)).toContain('这次轮到你讲');
});
