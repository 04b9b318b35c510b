import type { Locator } from '@playwright/test';
import { Chromium, picture, seen, type Viewer } from './browser';
import { at, button as buttonOf, Consoles } from './console';
import { Phone } from './phone';

let consoles: Consoles;
let chromium: Chromium;
let committee: Viewer;
let admin: Viewer;
beforeAll(async () => {
  consoles = await Consoles.start();
  chromium = await Chromium.start();
  committee = await consoles.as('以评定委员进入');
  admin = await consoles.as('以镇管理员进入');
}, 300_000);
afterAll(async () => {
  await chromium?.stop();
  await consoles?.stop();
});

const button = (name: string | RegExp, viewer = committee): Locator => buttonOf(viewer.page, name);
const dialog = (viewer = committee): Locator => viewer.page.getByRole('dialog');
const rowWith = (words: string, viewer = committee): Locator => viewer.page.getByRole('row').filter({ hasText: words });
const call = async <T>(role: 'committee' | 'leader' | 'member', path: string): Promise<T> => consoles.demo.call<T>('GET', path, { token: await consoles.demo.token(role) });

async function pick(name: string, viewer = committee): Promise<void> {
  await dialog(viewer).getByLabel('谁', { exact: true }).fill(name);
  await dialog(viewer).getByLabel('找到的人').getByRole('button', { name: new RegExp(name) }).first().click();
}

const reasons = '帮邻居抢收油菜，误了自己的活';

test('the committee enters a bonus with its reason and evidence, told beforehand what a month takes of them', async () => {
  const me = await call<{ member: { name: string } }>('member', '/api/logins/current');
  await at(committee, '/score-entries');
  await button('录一条').click();
  await seen(dialog().getByText(/加分合起来最多算5分，扣分最多算10分/)).toBeVisible();
  await pick(me.member.name);
  await dialog().getByLabel('几分').fill('0');
  await seen(dialog().getByText('要大于0')).toBeVisible();
  await dialog().getByLabel('几分').fill('1.25');
  await dialog().getByLabel('为什么，本人会看到').fill(reasons);
  await seen(button('记上')).toBeDisabled();
  await dialog().getByLabel('依据').fill('村民代表签字的证明');
  await button('记上').click();
  await seen(rowWith(reasons)).toContainText('加1.25分');
  await picture(committee.page, 'desk-score-entries');
});

test('whom it is about opens it on the receipt, with day, evidence and rule', async () => {
  const phone = await Phone.as(chromium, consoles.demo, '看本周主题，写一句收获打卡');
  await phone.open('/packages/record/receipt/index');
  await phone.tap('加分');
  await phone.sees(reasons, '村民代表签字的证明', /规则2026-1版/);
  expect(phone.faults).toEqual([]);
});

test('it is taken back by name, day and reason, and stays on the list', async () => {
  await rowWith(reasons).getByRole('button', { name: /^撤回/ }).click();
  await dialog().getByLabel('为什么撤回').fill('证明还没有交来');
  await dialog().getByRole('button', { name: '撤回' }).click();
  await seen(rowWith(reasons)).toContainText('撤回：证明还没有交来');
  await seen(rowWith(reasons).getByRole('button', { name: /^撤回/ })).toHaveCount(0);
});

test('a leader proposes on the phone; accepted at the desk it is an entry, and the leader reads so', async () => {
  const phone = await Phone.as(chromium, consoles.demo, '看本组谁打了卡');
  await phone.open('/packages/leader/points/index');
  const [first] = (await call<{ items: { member: { name: string } }[] }>('leader', '/api/score-proposals?mine=true')).items;
  await phone.tap(first?.member.name ?? '');
  await phone.type('几分', '0.75');
  await phone.tap('今天');
  await phone.type('为什么', '把自家的机器借给全组用');
  await phone.type('凭什么知道', '大家都在场');
  await phone.tap('交给委员会定');
  await phone.sees('把自家的机器借给全组用');
  await at(committee, '/results');
  await at(committee, '/score-entries');
  const proposal = committee.page.getByRole('listitem').filter({ hasText: '把自家的机器借给全组用' });
  await proposal.getByRole('button', { name: /采纳$/ }).first().click();
  await seen(rowWith('把自家的机器借给全组用')).toContainText('加0.75分');
  const { items } = await call<{ items: { reason: string; state: string }[] }>('leader', '/api/score-proposals?mine=true');
  expect(items.find(({ reason }) => reason === '把自家的机器借给全组用')?.state).toBe('accepted');
  expect(phone.faults).toEqual([]);
});

test('results are one a year, and say so when there is one already', async () => {
  const [taken] = (await call<{ items: { member: { name: string } }[] }>('committee', `/api/score-entries?show=results&period=${(await consoles.day(0)).slice(0, 4)}`)).items;
  await at(committee, '/results');
  await button('录成果').click();
  await pick(taken?.member.name ?? '');
  await dialog().getByLabel('几分').fill('3');
  await dialog().getByLabel('什么成果').fill('又一张奖状');
  await dialog().getByLabel('依据').fill('奖状');
  await button('记上').click();
  await seen(dialog().getByText(/已经有成果分/)).toBeVisible();
  await committee.page.keyboard.press('Escape');
  await button('不要了，关掉').click();
});

test('an admin brings along what was on paper; a month that the system rates is refused', async () => {
  const year = (await consoles.day(0)).slice(0, 4);
  await at(admin, '/opening-entries');
  await button('录一条', admin).click();
  const [someone] = (await call<{ items: { member: { name: string } }[] }>('leader', '/api/score-proposals?mine=true')).items;
  await pick(someone?.member.name ?? '', admin);
  await dialog(admin).getByLabel('哪一期').selectOption(`${year}-01`);
  await dialog(admin).getByLabel('公示的得分').fill('86.2');
  await dialog(admin).getByLabel('依据').fill('一月公示表');
  await button('记上', admin).click();
  await seen(dialog(admin).getByText(/是系统里评的/)).toBeVisible();
  await dialog(admin).getByLabel('哪一期').selectOption(year);
  await dialog(admin).getByLabel('学时').fill('2.5');
  await button('记上', admin).click();
  await seen(rowWith('一月公示表', admin)).toContainText('2.5学时');
  await picture(admin.page, 'desk-opening-entries');
});

test('nothing went wrong on the way', () => {
  expect([...committee.faults, ...admin.faults].filter((fault) => !/\b(409|422)\b/.test(fault))).toEqual([]);
});
