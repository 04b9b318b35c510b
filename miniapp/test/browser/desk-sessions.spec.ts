import type { Locator } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { picture, seen, type Viewer } from './browser';
import { at as atPlace, button, Consoles, openedId as openedIdOf } from './console';
import type { Row, Session } from './session-rows';

let consoles: Consoles;
let admin: Viewer;
let token: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  token = await consoles.demo.token('admin');
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(() => consoles.stop());

const dialog = (): Locator => admin.page.getByRole('dialog');

const at = (place: string): Promise<void> => atPlace(admin, place);
const openedId = (): Promise<string> => openedIdOf(admin, 'sessions');

const get = <T>(path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token });
const session = (id: string): Promise<Session> => get(`/api/study-sessions/${id}`);
const rows = async (id: string): Promise<Row[]> => (await get<{ items: Row[] }>(`/api/study-sessions/${id}/attendance`)).items;
const titled = async (title: string): Promise<Session[]> => (await get<{ items: Session[] }>(`/api/study-sessions?pageSize=100&state=planned&from=${await consoles.day(0)}&to=${await consoles.day(60)}`)).items.filter((one) => one.title === title);

async function fillPlan(title: string, group: string, date: string): Promise<void> {
  const { page } = admin;
  await at('/sessions');
  await button(page, '排活动').click();
  await page.getByLabel('名称', { exact: true }).fill(title);
  await page.getByLabel('哪天', { exact: true }).fill(date);
  // At noon nobody of the sample town meets.
  await page.getByLabel('几点开始').fill('12:00');
  await page.getByLabel('几点结束').fill('13:00');
  await page.getByRole('checkbox', { name: group, exact: true }).check();
}

describe('a session that is planned at the desk', () => {
  let id: string;

  test('stands in the calendar of its month with whom it expects', async () => {
    await fillPlan('夜校：柑橘怎么过冬', '第二学习小组', await consoles.day(5));
    await admin.page.getByLabel('地点写成').fill('柑橘园东头');
    await button(admin.page, '排上').click();
    id = await openedId();
    expect(await session(id)).toMatchObject({ title: '夜校：柑橘怎么过冬', state: 'planned', date: await consoles.day(5), place: { text: '柑橘园东头' } });
    expect((await rows(id)).length).toBeGreaterThan(5);
    await at(`/sessions?month=${(await consoles.day(5)).slice(0, 7)}`);
    await seen(admin.page.getByRole('link', { name: /夜校：柑橘怎么过冬/ })).toBeVisible();
    await picture(admin.page, 'desk-sessions');
  });

  test('is postponed with a reason, which stays beside what it was', async () => {
    await at(`/sessions/${id}`);
    await button(admin.page, '更多').click();
    await admin.page.getByRole('menuitem', { name: '改期或延期' }).click();
    await dialog().getByLabel('改到哪天').fill(await consoles.day(6));
    await dialog().getByLabel('为什么改').fill('那天下大雨');
    await button(dialog(), '改期，通知大家').click();
    await seen(admin.page.getByText('改期：那天下大雨')).toBeVisible();
    expect(await session(id)).toMatchObject({ date: await consoles.day(6), changes: [{ kind: 'moved', why: '那天下大雨' }] });
  });

  test('is cancelled with a reason, and then nothing more can be done to it', async () => {
    await button(admin.page, '更多').click();
    await admin.page.getByRole('menuitem', { name: '取消这一场' }).click();
    await dialog().getByLabel('为什么取消').fill('老师病了');
    await button(dialog(), '取消这一场').click();
    await seen(admin.page.getByText(/取消了：老师病了/)).toBeVisible();
    await seen(button(admin.page, '更多')).toHaveCount(0);
    expect(await session(id)).toMatchObject({ state: 'cancelled', cancelled: { reason: '老师病了' } });
  });
});

test('a weekly series is planned in one go', async () => {
  await fillPlan('夜校：每周一课', '第四学习小组', await consoles.day(7));
  await admin.page.getByRole('checkbox', { name: /都有$/ }).check();
  await admin.page.getByLabel('到哪天为止').fill(await consoles.day(7 + 21));
  await seen(admin.page.getByText('一共4场')).toBeVisible();
  await button(admin.page, '排上这一串').click();
  await seen.poll(() => admin.page.url()).toMatch(/sessions\?month=/);
  const planned = await titled('夜校：每周一课');
  expect(planned.map(({ date }) => date).sort()).toEqual(await Promise.all([7, 14, 21, 28].map((ahead) => consoles.day(ahead))));
  expect(new Set(planned.map(({ seriesId }) => seriesId)).size).toBe(1);
});

test('a time at which somebody is expected elsewhere is taken only when that is meant so', async () => {
  await fillPlan('午间加一场', '第四学习小组', await consoles.day(7));
  await button(admin.page, '排上').click();
  await seen(admin.page.getByText(/已有“夜校：每周一课”，时间撞上了/)).toBeVisible();
  expect(await titled('午间加一场')).toEqual([]);
  await admin.page.getByRole('checkbox', { name: '知道时间撞上了，照这样排' }).check();
  await button(admin.page, '排上').click();
  await openedId();
  expect(await titled('午间加一场')).toHaveLength(1);
});

describe('the session that is going on', () => {
  let id: string;
  let first: Row;
  beforeAll(async () => {
    id = (await get<{ items: Session[] }>('/api/study-sessions?state=open&order=desc')).items[0]?.id ?? '';
    const [row] = await rows(id);
    if (!row) throw new Error('nobody is expected');
    first = row;
  });

  test('is marked person by person, and a second tap takes it back', async () => {
    await at(`/sessions/${id}`);
    const marks = admin.page.getByRole('group', { name: `${first.member.name}的考勤` });
    await button(marks, '迟').click();
    await seen(button(marks, '迟')).toHaveAttribute('aria-pressed', 'true');
    expect((await rows(id))[0]).toMatchObject({ status: 'late' });
    await button(marks, '迟').click();
    await seen(button(marks, '迟')).toHaveAttribute('aria-pressed', 'false');
    await button(marks, '到').click();
    await seen(button(marks, '到')).toHaveAttribute('aria-pressed', 'true');
    expect((await rows(id))[0]).toMatchObject({ status: 'present' });
    await picture(admin.page, 'desk-session');
  });

  test('is closed out with one line', async () => {
    await button(admin.page, '收尾并存档').click();
    await dialog().getByLabel('这场讲了什么，一句话').fill('清沟排湿，先从桥头做起');
    await button(dialog(), '收尾并存档').click();
    await seen(admin.page.getByText('已收尾')).toBeVisible();
    expect(await session(id)).toMatchObject({ state: 'closed', record: { text: '清沟排湿，先从桥头做起' } });
  });

  test('is corrected afterwards by a dated row with both sides of it', async () => {
    await button(admin.page, `更正${first.member.name}的考勤`).click();
    await dialog().getByLabel('应该是').selectOption({ label: '早退' });
    await dialog().getByLabel('为什么更正').fill('八点就走了');
    await button(dialog(), '更正').click();
    await seen(admin.page.getByText('更正：八点就走了')).toBeVisible();
    expect((await rows(id)).find(({ member }) => member.memberId === first.member.memberId)).toMatchObject({ status: 'left_early' });
    expect((await session(id)).changes).toMatchObject([{ kind: 'correction', why: '八点就走了' }]);
  });
});

test('a week of sign-in sheets is put together, a page a session with its code and its people', async () => {
  const { page } = admin;
  await at('/sign-in-sheets');
  const week = page.getByRole('list', { name: '印哪几场' });
  await seen(week.getByRole('listitem').first()).toBeVisible();
  const count = await week.getByRole('listitem').count();
  await button(page, new RegExp(`^出${count}场的签到表$`)).click();
  await seen(button(page, /^打印\d+页$/)).toBeVisible();
  const sheet = page.getByRole('article').first();
  const title = (await sheet.getByRole('heading').textContent()) ?? '';
  const code = ((await sheet.getByText('页码', { exact: true }).locator('..').textContent()) ?? '').replace(/\D/g, '');
  const monday = await get<{ items: Session[] }>(`/api/study-sessions?from=${await consoles.day(-6)}&to=${await consoles.day(6)}&pageSize=100`);
  const codes = await Promise.all(monday.items.filter((one) => one.title === title).map(async (one) => (await session(one.id)).pageCode));
  expect(codes).toContain(code);
  await page.emulateMedia({ media: 'print' });
  await seen(page.getByRole('navigation', { name: '主导航' })).toBeHidden();
  await seen(week).toBeHidden();
  await seen(sheet).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
});

test('the count since founding is set with its evidence, and the entry before it stays', async () => {
  await at('/session-count');
  await button(admin.page, '定以前的期数').click();
  await dialog().getByLabel('多少期').fill('40');
  await dialog().getByLabel('依据是什么').fill('2025年台账，第1到40页');
  await button(dialog(), '定下来').click();
  await seen(admin.page.getByText(/全镇40期：2025年台账/)).toBeVisible();
  const { town, openings } = await get<{ town: { opening: number }; openings: { group: unknown; count: number }[] }>('/api/session-count');
  expect(town.opening).toBe(40);
  expect(openings.filter(({ group }) => group === null).length).toBeGreaterThan(1);
});

test('what people asked for becomes a session, and the request knows which', async () => {
  const { items } = await get<{ items: { id: string; title: string }[] }>('/api/course-requests?state=open');
  const [request] = items;
  if (!request) throw new Error('nobody asks for a course');
  await at('/course-requests');
  await button(admin.page, `把“${request.title}”排成活动`).click();
  await seen(admin.page.getByLabel('名称', { exact: true })).toHaveValue(request.title);
  await admin.page.getByLabel('哪天', { exact: true }).fill(await consoles.day(9));
  await admin.page.getByLabel('几点开始').fill('12:00');
  await admin.page.getByLabel('几点结束').fill('13:00');
  await button(admin.page, '排上').click();
  const id = await openedId();
  const after = await get<{ items: { id: string; session: { id: string } | null }[] }>('/api/course-requests?state=planned&pageSize=100');
  expect(after.items.find((one) => one.id === request.id)).toMatchObject({ session: { id } });
});

test('a thing that broke is noted in the checklist of a place, and the undo puts it right', async () => {
  const { items } = await get<{ items: { id: string }[] }>('/api/venues?pageSize=1');
  const id = items[0]?.id ?? '';
  const state = async (): Promise<string | undefined> => (await get<{ equipment: { item: string; state: string }[] }>(`/api/venues/${id}`)).equipment.find(({ item }) => item === '音响')?.state;
  await at(`/venues/${id}`);
  await dialog().getByLabel('音响的情况').selectOption({ label: '坏了' });
  await seen(dialog().getByText('音响：坏了')).toBeVisible();
  expect(await state()).toBe('broken');
  await button(dialog(), '撤销').click();
  await seen(dialog().getByText('撤销了')).toBeVisible();
  expect(await state()).toBe('there');
  await dialog().press('Escape');
});

test('somebody is exempt from one day to another, found by name', async () => {
  const who = (await consoles.demo.readers())[3];
  if (!who) throw new Error('nobody reads');
  await at('/exemptions');
  await button(admin.page, '登记免学').click();
  await dialog().getByLabel('谁').fill(who.name);
  await button(dialog(), new RegExp(`^${who.name}\\s*${who.groupName}`)).click();
  await dialog().getByLabel('到哪天').fill(await consoles.day(20));
  await dialog().getByLabel('依据是什么').fill('住院，组长看过证明');
  await button(dialog(), '登记').click();
  await seen(admin.page.getByRole('cell', { name: who.name, exact: true })).toBeVisible();
  const { items } = await get<{ items: { to: string; evidence: string }[] }>(`/api/exemptions?memberId=${who.id}`);
  expect(items).toMatchObject([{ to: await consoles.day(20), evidence: '住院，组长看过证明' }]);
});

test('who got no study is a list of people, as the server has it', async () => {
  await at('/coverage');
  const { total, items } = await get<{ total: number; items: { member: { name: string } }[] }>(`/api/coverage/${(await consoles.day(0)).slice(0, 7)}`);
  await seen(admin.page.getByRole('heading', { name: new RegExp(`还没学到的${total}人`) })).toBeVisible();
  for (const { member } of items.slice(0, 3)) await seen(admin.page.getByRole('link', { name: member.name, exact: true })).toBeVisible();
  await picture(admin.page, 'desk-coverage');
});

test('a complaint without a name is answered with its date, and whoever wrote it finds the answer by the receipt', async () => {
  const member = await consoles.demo.token('member');
  const { receipt } = await consoles.demo.call<{ receipt: string }>('POST', '/api/complaints', { token: member, body: { clientId: randomUUID(), about: 'session', text: '夜校散得太晚，老人不好走夜路', anonymous: true } });
  await at('/complaints');
  const item = admin.page.getByRole('listitem').filter({ hasText: '夜校散得太晚，老人不好走夜路' });
  await seen(item.getByText('没有署名')).toBeVisible();
  await button(item, '答复').click();
  await dialog().getByLabel('怎么答复').fill('从下周起九点前散');
  await button(dialog(), '发出答复').click();
  await admin.page.getByRole('tab', { name: '答复过的' }).click();
  await seen(item.getByText(/答复：从下周起九点前散/)).toBeVisible();
  const found = await consoles.demo.call('POST', '/api/complaint-receipts', { token: member, body: { receipt } });
  expect(found).toMatchObject({ state: 'answered', answer: { text: '从下周起九点前散', from: 'town' } });
});

test('an office is added to the organisation chart with its holder and duties, and hangs where it belongs', async () => {
  const { page } = admin;
  await at('/organisation');
  await button(page, '加岗位').click();
  await dialog().getByLabel('岗位', { exact: true }).fill('远程教育管理员');
  await dialog().getByLabel('不在名册里的，写名字').fill('钟老师');
  await dialog().getByLabel('做什么，一行一条').fill('管设备\n记台账');
  await button(dialog(), '加上').click();
  await button(page, '远程教育管理员下面加岗位').click();
  await dialog().getByLabel('岗位', { exact: true }).fill('放映员');
  await button(dialog(), '加上').click();
  await seen(page.getByRole('region', { name: '放映员' })).toBeVisible();
  const { posts } = await get<{ posts: { id: string; title: string; duties: string[]; parentId: string | null; holder: { text: string } }[] }>('/api/organisation');
  const above = posts.find(({ title }) => title === '远程教育管理员');
  expect(above).toMatchObject({ duties: ['管设备', '记台账'], holder: { text: '钟老师' } });
  expect(posts.find(({ title }) => title === '放映员')).toMatchObject({ parentId: above?.id });
});

test('nothing was reported on the console but the clash that was asked about', () => {
  expect(admin.faults).toEqual(['Failed to load resource: the server responded with a status of 409 (Conflict)']);
});
