import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';
import { RatedMonth } from '../support/rated-month';

interface Board {
  stage: string;
  run: number;
  months: { stage: string }[];
}
interface Ties {
  items: { places: number; people: { member: { name: string } }[] }[];
}

let consoles: Consoles;
let committee: Viewer;
let year: string;
beforeAll(async () => {
  consoles = await Consoles.start();
  year = (await consoles.day(0)).slice(0, 4);
  committee = await consoles.as('以评定委员进入');
}, 300_000);
afterAll(() => consoles.stop());

const board = async (): Promise<Board> => consoles.demo.call<Board>('GET', `/api/assessment-years/${year}`, { token: await consoles.demo.token('committee') });
const table = (name: string) => committee.page.getByRole('table', { name });
const stepNow = () => committee.page.getByRole('list', { name: '进度' }).locator('[aria-current=step] b');

test('before the year is over it stands as the records say, by surname and without a grade', async () => {
  await committee.page.getByRole('link', { name: '年度评定' }).click();
  await seen(stepNow()).toHaveText('各月锁定');
  await seen(committee.page.getByText('不是最后结果')).toBeVisible();
  await seen(table('这个组的年度得分').locator('tbody tr').first()).toBeVisible();
  seen(await table('这个组的年度得分').locator('thead').innerText()).not.toContain('等次');
  await picture(committee.page, 'desk-year');
});

test('a name opens how that year has come about, month by month and part by part', async () => {
  await table('这个组的年度得分').locator('tbody tr').first().click();
  const dialog = committee.page.getByRole('dialog');
  await seen(dialog.getByRole('list', { name: '各月' }).getByRole('listitem')).toHaveCount(12);
  for (const part of ['各月得分', '学时', '结果评价', '按现在的记录']) await seen(dialog.getByText(part, { exact: true })).toBeVisible();
  await button(dialog, '看过了').click();
});

test('an admin sees how far the year is, and nobody’s figures', async () => {
  const admin = await consoles.as('以镇管理员进入');
  await at(admin, '/years');
  await seen(admin.page.getByText('评定委员会汇总以后，这里有结果')).toBeVisible();
  await seen(admin.page.getByRole('table')).toHaveCount(0);
  expect(admin.faults).toEqual([]);
});

test('a group’s five kinds of study stand under the weeks, without a name', async () => {
  const admin = await consoles.as('以镇管理员进入');
  await at(admin, '/coverage');
  await admin.page.getByRole('combobox', { name: '小组' }).selectOption({ index: 1 });
  const kinds = admin.page.getByRole('region', { name: '五类学习' });
  await seen(kinds.locator('tbody tr')).toHaveCount(5);
  await seen(kinds.getByRole('img').first()).toHaveAttribute('aria-label', /次里参加了|没有安排/);
});

/** Nothing is summed up over an objection that waits: those of the sample town are taken back. */
async function answeredAll(): Promise<void> {
  const token = await consoles.demo.token('committee');
  const { items } = await consoles.demo.call<{ items: { id: string }[] }>('GET', '/api/objections', { token });
  for (const { id } of items) await consoles.demo.call('POST', `/api/objections/${id}/withdrawal`, { token });
}

test('when the months are locked the committee sums it up, decides what is tied by minute, and publishes', async () => {
  for (let left = 2; left > 0; left -= 1) await (await RatedMonth.toConfirm(consoles.demo)).publish();
  await consoles.demo.moveClock(`${Number(year) + 1}-01-25T10:00:00+08:00`);
  seen((await board()).stage).toBe('due');
  await answeredAll();
  committee = await consoles.as('以评定委员进入');
  await at(committee, `/years/${year}`);
  await button(committee.page, '汇总').click();
  await committee.page.getByRole('dialog').getByRole('textbox').fill('12.5');
  await button(committee.page.getByRole('dialog'), '汇总').click();
  await seen.poll(async () => (await board()).stage, { timeout: 60_000 }).toMatch(/deciding|committee/);
  await seen(committee.page.getByText('占12.5分')).toBeVisible();
  await decideAll();
  await picture(committee.page, 'desk-year-summed');
  await button(committee.page, '公示').click();
  await button(committee.page.getByRole('dialog'), '公示').click();
  await seen(committee.page.getByRole('region', { name: '公示表' })).toBeVisible();
  await seen(stepNow()).toHaveText('公示');
  expect(committee.faults).toEqual([]);
}, 300_000);

/** Each group's tie, where the sample town has any. */
async function decideAll(): Promise<void> {
  const { items } = await consoles.demo.call<Ties>('GET', `/api/assessment-years/${year}/cap-ties`, { token: await consoles.demo.token('committee') });
  for (let left = items.length; left > 0; left -= 1) {
    await button(committee.page, '议定').first().click();
    const dialog = committee.page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().check();
    await dialog.getByLabel('会议纪要的编号或名称').fill('镇党委纪要3号');
    await dialog.getByLabel('为什么是他').fill('全年带头讲课');
    await button(dialog, '定下来').click();
    await seen(dialog).toHaveCount(0);
  }
  await seen.poll(async () => (await board()).stage).toBe('committee');
}
