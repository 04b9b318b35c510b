import type { Route } from '@playwright/test';
import { addDays, dateInChinese, monthInChinese } from '@weidangxiao/shared/rules/week.ts';
import { setTimeout } from 'node:timers/promises';
import { RatedMonth } from '../support/rated-month';
import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';
import { Phone } from './phone';

interface Draft {
  until: string;
  untalked: number;
}
interface Objection {
  id: string;
  about: string;
  state: string;
}

let consoles: Consoles;
let rated: RatedMonth;
let month: string;
let committee: Viewer;
let member: Phone;
let other: Phone;
let code: string;

/** On the morning on which the committee may confirm this month. */
beforeAll(async () => {
  consoles = await Consoles.start();
  rated = await RatedMonth.toConfirm(consoles.demo);
  ({ month } = rated);
  committee = await consoles.as('以评定委员进入');
}, 300_000);
afterAll(() => consoles.stop());

const get = async <T>(path: string, role: 'committee' | 'member'): Promise<T> => consoles.demo.call<T>('GET', path, { token: await consoles.demo.token(role) });
const draft = (): Promise<Draft> => get(`/api/assessment-months/${month}/draft`, 'committee');
const receipt = (): string => `/packages/record/receipt/index?month=${month}`;
const objections = async (): Promise<Objection[]> => (await get<{ items: Objection[] }>('/api/my/objections', 'member')).items.filter(({ about }) => about === 'whole');

test('before publication the committee reads counts, group by group, and what is in the way with the way to it', async () => {
  const { page } = committee;
  await page.getByRole('link', { name: '月评' }).click();
  const { untalked } = await draft();
  seen(untalked).toBeGreaterThan(0);
  await seen(page.getByRole('list', { name: '公示前要办的' })).toContainText(`${untalked}人待谈话`);
  await seen(page.getByRole('link', { name: '去登记谈话' })).toHaveCount(untalked);
  await seen(button(page, '公示')).toBeDisabled();
  await picture(page, 'desk-publication-draft');
  await rated.talkWithThePoor();
});

test('a group’s figures open on request, by name and never in an order of merit', async () => {
  const { page } = committee;
  await page.reload();
  await button(page, /^看.*的得分$/).first().click();
  const dialog = page.getByRole('dialog');
  await seen(dialog.getByRole('columnheader')).toContainText(['姓名', '集中', '研讨', '夜校', '自学', '实践', '学习得分', '互评', '本月', '等次']);
  await seen(dialog.getByRole('columnheader').getByRole('button')).toHaveCount(0);
  await picture(page, 'desk-group-scores');
  await button(dialog, '关闭').click();
  await seen(dialog).toHaveCount(0);
});

test('a page opened anew begins with the month of the server’s day, however late that day is known', async () => {
  const { page } = committee;
  const late = async (route: Route) => {
    await setTimeout(1_000);
    await route.continue();
  };
  await page.route('**/api/demo', late, { times: 1 });
  await page.reload();
  await seen(page.getByRole('heading', { name: new RegExp(`${monthInChinese(month)}月评$`) })).toBeVisible();
});

test('once everybody is talked with it is put up, after being told until when and what follows; the sheet has its code', async () => {
  const { page } = committee;
  const { until } = await draft();
  await page.reload();
  await seen(button(page, '公示')).toBeEnabled();
  await button(page, '公示').click();
  const dialog = page.getByRole('dialog', { name: `公示${monthInChinese(month)}的结果` });
  await seen(dialog).toContainText(`到${dateInChinese(until)}，三个工作日`);
  await seen(dialog).toContainText('公示完自动锁定');
  await picture(page, 'desk-publish');
  await button(dialog, '公示').click();
  const sheet = page.getByRole('region', { name: '公示表' });
  await seen(sheet).toContainText(`公示，到${dateInChinese(until)}`);
  await seen(sheet.getByRole('img', { name: '核对这张公示表的二维码' })).toBeVisible();
  ({ items: [{ code }] } = await get<{ items: [{ code: string }] }>('/api/publications', 'committee'));
  await seen(sheet).toContainText(code);
  await picture(page, 'desk-published');
});

test('a member reads the grade and until when it is on show, and objects to it once though the answer was lost', async () => {
  member = await consoles.phone('member');
  await member.open(receipt());
  await member.sees('公示到', /还有\d+天可提异议/, '本月得分');
  await picture(member.page, 'receipt-published');
  await member.tap('有不对的，提出异议');
  await member.tap('总的结果');
  await member.type('哪里不对，应该怎样', '月底那次补学算在下个月了');
  await picture(member.page, 'objection');
  const sent = await member.losesTheFirstAnswerTo('/api/my/objections');
  await member.tap('提出异议');
  await member.sees('写的都在手机里');
  await member.tap('提出异议');
  await member.sees('对“总的结果”的异议', '等三位同志答复');
  const ids = sent.map((body) => (JSON.parse(body ?? '{}') as { clientId: string }).clientId);
  seen(new Set(ids).size).toBe(1);
  seen(await objections()).toHaveLength(1);
});

test('a line is objected to where it stands, and taken back', async () => {
  const [reader] = (await consoles.demo.readers()).slice(-1);
  other = await consoles.phoneOf(reader?.name ?? '');
  await other.open(receipt());
  await other.page.getByLabel(/个人自学.*看依据/).locator('visible=true').first().click();
  await other.tap('个人自学有异议');
  await other.sees('只有你这一项先不定');
  await other.type('哪里不对，应该怎样', '有一周交的是纸条');
  await other.tap('提出异议');
  await other.sees('提了异议，先不定');
  await other.page.getByText('撤回', { exact: true }).locator('visible=true').first().click();
  await other.page.locator('.taro-modal__foot').getByText('撤回').click();
  await other.sees('已撤回', '个人自学有异议');
});

test('three answer it: one writes, each reads the words again before signing; with the third it counts', async () => {
  const { page } = committee;
  await at(committee, '/objections');
  const item = page.getByRole('listitem').filter({ hasText: '月底那次补学算在下个月了' });
  await button(item, '写答复').click();
  const dialog = page.getByRole('dialog', { name: '答复' });
  await dialog.getByLabel('更正', { exact: true }).check();
  await seen(dialog).toContainText('先在原记录上更正');
  await dialog.getByLabel('学习得分增减几分，可以不写').fill('1.5');
  await dialog.getByLabel('答复的话，本人会看到').fill('核对了补学单，情况属实。');
  await picture(page, 'desk-objection-answer');
  await button(dialog, '写好，我签').click();
  await seen(item).toContainText('还差2人');
  await seen(item).toContainText('你签过了');
  for (const [name, left] of [['以审核人进入', '还差1人'], ['以镇管理员进入', null]] as const) await signs(name, left);
});

async function signs(name: string, left: string | null): Promise<void> {
  const signer = await consoles.as(name);
  const { page } = signer;
  await at(signer, '/objections');
  const item = page.getByRole('listitem').filter({ hasText: '月底那次补学算在下个月了' });
  await button(item, '看过，签字').click();
  const dialog = page.getByRole('dialog', { name: '看过，签字' });
  await seen(dialog).toContainText('核对了补学单，情况属实。');
  await seen(dialog).toContainText('更正，加1.50分');
  await button(dialog, '签字').click();
  if (left) await seen(item).toContainText(left);
  else await seen(item).toHaveCount(0);
  await picture(page, 'desk-objections');
  seen(signer.faults).toEqual([]);
  await signer.context.close();
}

test('whoever objected reads the answer, the dated change, and until when three others can be asked', async () => {
  await member.open(receipt());
  await member.sees('答复了', '核对了补学单，情况属实。', '公示以后的更正', '异议更正', '要求复议');
  await picture(member.page, 'receipt-corrected');
});

test('everybody reads names and grades of a group; who holds the sheet checks it by its code, and reads nobody’s name', async () => {
  await other.open('/packages/town/publications/index');
  await other.sees('正在公示');
  await other.text(`${month.slice(0, 4)}年${Number(month.slice(5))}月月评结果`).click();
  await other.text('第一学习小组').click();
  await other.sees('按姓氏排，只有姓名和等次');
  const stranger = await consoles.guest();
  await stranger.open(`/packages/town/verify/index?code=${code.replaceAll('-', '')}`);
  await stranger.sees('和公示时一样', '龙凤微党校');
  await picture(stranger.page, 'verification');
  await stranger.open('/packages/town/verify/index');
  await stranger.type('编号', '2222-2222-2222');
  await stranger.tap('核对');
  await stranger.sees('没有这个编号');
});

test('when its days are over it locks by itself; after that a correction is a dated line, and another line takes it back', async () => {
  const { until } = await draft();
  await consoles.demo.moveClock(`${addDays(until, 1)}T10:00:00+08:00`);
  const { page } = committee;
  const somebody = (await consoles.demo.members()).find(({ roles }) => roles.length === 0)?.name ?? '';
  await at(committee, '/months');
  await page.reload();
  await seen(page.getByRole('region', { name: '公示表' })).toContainText('已锁定');
  await at(committee, '/score-adjustments');
  await button(page, '记一笔更正').click();
  const dialog = page.getByRole('dialog', { name: '记一笔更正' });
  await dialog.getByLabel('谁的').fill(somebody);
  await dialog.getByRole('group', { name: '找到的人' }).getByRole('button').first().click();
  await dialog.getByLabel('学习得分增减几分').fill('-0.5');
  await dialog.getByLabel('为什么，本人会看到').fill('同一次活动记了两遍');
  await dialog.getByLabel('依据').fill('委员会会议记录');
  await button(dialog, '记一笔').click();
  await button(page.getByRole('dialog', { name: '记上这一笔更正' }), '记上').click();
  const row = page.getByRole('row').filter({ hasText: '同一次活动记了两遍' });
  await seen(row).toContainText('锁定后更正，减0.50分');
  await button(row, `冲回${somebody}的这一笔`).click();
  await page.getByLabel('为什么冲回，本人会看到').fill('查清了，是两次活动');
  await button(page.getByRole('dialog', { name: '冲回这一笔' }), '冲回').click();
  await seen(page.getByRole('row').filter({ hasText: '查清了，是两次活动' })).toContainText('冲回，加0.50分');
  await seen(row).toContainText('冲回了');
  await picture(page, 'desk-adjustments');
  await member.open(receipt());
  await member.sees('已锁定');
  await member.seesNot('有不对的，提出异议');
});

test('no page reported a fault meanwhile', () => {
  seen(committee.faults).toEqual([]);
  seen([...member.faults, ...other.faults]).toEqual([]);
});
