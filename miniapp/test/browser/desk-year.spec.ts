import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';
import { randomUUID } from 'node:crypto';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import type { Townsman } from '../support/demo';
import { changeRows } from '../support/demo-rows';
import { RatedMonth } from '../support/rated-month';
import { keptByThree, signsAnswer, writesAnswer } from './objections-at-desk';
import type { Phone } from './phone';

interface Board {
  stage: string;
  run: number;
  months: { month: string; stage: string }[];
}
interface Ties {
  items: { places: number; people: { member: { name: string } }[] }[];
}

let consoles: Consoles;
let committee: Viewer;
let year: string;
let phone: Phone;
let somebody: Townsman;
let another: Townsman;
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

/**
 * Nobody of the sample town is excellent, and no two are equal in all that the cap looks at: every month of the second group is made 100, from the same
 * facts. Whoever has the hours there is then equal. Three months after the lock, so that no late record is looked for.
 */
async function makeEqual(): Promise<void> {
  const token = await consoles.demo.token('admin');
  const { items } = await consoles.demo.call<{ items: { id: string; name: string }[] }>('GET', '/api/groups', { token });
  const group = items.find(({ name }) => name === '第二学习小组')?.id ?? '';
  const facts = 'SELECT facts FROM monthly_scores WHERE group_id = ? AND rated = 1 ORDER BY month, member_id LIMIT 1';
  const changed = changeRows(consoles.demo, `UPDATE monthly_scores SET s = 10000, m = 10000, grade = 'excellent', facts = (${facts}) WHERE group_id = ? AND rated = 1 AND month LIKE ?`, group, group, `${year}-%`);
  seen(changed).toBeGreaterThan(0);
}

test('when the months are locked the committee sums it up, decides what is tied by minute, and publishes', async () => {
  const published = (await board()).months.flatMap(({ month, stage }) => (stage === 'publication' || stage === 'locked' ? [month] : []));
  for (let at = 1; at <= 12; at += 1) {
    const month = `${year}-${String(at).padStart(2, '0')}`;
    if (!published.includes(month)) await (await RatedMonth.toConfirm(consoles.demo, month)).publish();
  }
  await consoles.demo.moveClock(`${Number(year) + 1}-04-26T10:00:00+08:00`);
  seen((await board()).stage).toBe('due');
  await answeredAll();
  await makeEqual();
  committee = await consoles.as('以评定委员进入');
  await at(committee, `/years/${year}`);
  await button(committee.page, '汇总').click();
  await committee.page.getByRole('dialog').getByRole('textbox').fill('12.5');
  await button(committee.page.getByRole('dialog'), '汇总').click();
  await seen.poll(async () => (await board()).stage, { timeout: 60_000 }).toBe('deciding');
  await seen(committee.page.getByText('占12.5分')).toBeVisible();
  await decideAll();
  await picture(committee.page, 'desk-year-summed');
  await button(committee.page, '公示').click();
  await button(committee.page.getByRole('dialog'), '公示').click();
  await seen(committee.page.getByRole('region', { name: '公示表' })).toBeVisible();
  await seen(stepNow()).toHaveText('公示');
  expect(committee.faults).toEqual([]);
}, 900_000);

const ties = async (): Promise<Ties['items']> => (await consoles.demo.call<Ties>('GET', `/api/assessment-years/${year}/cap-ties`, { token: await consoles.demo.token('committee') })).items;

/** As many as there are places, and no more; by a meeting, with its reason. */
async function decideAll(): Promise<void> {
  for (const { places, people } of await ties()) {
    seen(people.length).toBeGreaterThan(places);
    await button(committee.page, '议定').first().click();
    const dialog = committee.page.getByRole('dialog');
    await seen(dialog).toContainText(`${people.length}人并列`);
    await seen(dialog).toContainText(`还有${places}个名额`);
    for (let place = 0; place < places; place += 1) await dialog.getByRole('checkbox').nth(place).check();
    await seen(dialog.getByRole('checkbox').nth(places)).toBeDisabled();
    await seen(button(dialog, '定下来')).toBeDisabled();
    await dialog.getByLabel('会议纪要的编号或名称').fill('镇党委纪要3号');
    await dialog.getByLabel('为什么是他').fill('全年带头讲课');
    await picture(committee.page, 'desk-year-tie');
    await button(dialog, '定下来').click();
    await seen(dialog).toHaveCount(0);
  }
  await seen.poll(async () => (await board()).stage).toBe('committee');
}

const said = '材料补齐了，按3分记。';
const words = '带徒弟的成果没有算';
const own = (): string => `/packages/record/year/index?year=${year}`;

test('a member objects to the year’s result on the phone; without a network nothing that was written is lost', async () => {
  const tied = new Set((await ties()).flatMap(({ people }) => people.map(({ member }) => member.name)));
  [somebody, another] = (await consoles.demo.readers()).filter(({ name }) => tied.has(name)) as [Townsman, Townsman];
  phone = await consoles.phoneOf(somebody.name);
  await phone.open(own());
  await phone.sees('可提异议');
  await phone.tap('有不对的，提出异议');
  await phone.type('哪里不对，应该怎样', words);
  await picture(phone.page, 'year-objection');
  await phone.withoutNetwork(async () => {
    await phone.tap('提出异议');
    await phone.sees('写的都在手机里');
  });
  await phone.tap('提出异议');
  await phone.sees('等三位同志答复', words);
  await phone.tap('有不对的，提出异议');
  await phone.type('哪里不对，应该怎样', '再说一遍');
  await phone.tap('提出异议');
  await phone.sees('这一项已经提过异议');
  expect(await waiting()).toHaveLength(1);
});

const waiting = async (): Promise<{ id: string }[]> => (await consoles.demo.call<{ items: { id: string }[] }>('GET', '/api/objections', { token: await consoles.demo.token('committee') })).items;

test('with the third signature their line is followed by a dated one, and they read both on the phone', async () => {
  const { demo } = consoles;
  // The record is put right where it is: the answer says so, and the year is reckoned anew for this one.
  const results = { kind: 'results', clientId: randomUUID(), year, memberId: somebody.id, points: '3', on: `${year}-12-20`, reason: '带出两名徒弟', evidence: '结业证' };
  await demo.call('POST', '/api/score-entries', { token: await demo.token('committee'), body: results });
  await writesAnswer(committee, words, { verdict: '更正', said });
  for (const [role, left] of [['以审核人进入', 1], ['以镇管理员进入', 0]] as const) await signsAnswer(await consoles.as(role), words, { said, left });
  await at(committee, `/years/${year}`);
  await seen(committee.page.getByRole('heading', { name: '公示以后更正了1笔' })).toBeVisible();
  await seen(committee.page.getByRole('listitem').filter({ hasText: said })).toContainText(somebody.name);
  await picture(committee.page, 'desk-year-corrected');
  await phone.open(own());
  await phone.sees('答复了', said, /更正：.*改为/);
  expect(committee.faults).toEqual([]);
}, 300_000);

test('they ask for three others, whose answer is the last', async () => {
  const kept = '复议看了结业证，按更正的算。';
  await phone.tap('要求复议');
  await phone.type('要求复议', '徒弟是三名');
  await phone.tap('交上去');
  await phone.sees('要求复议：徒弟是三名', '等三位别的同志复议');
  const [objection] = await waiting();
  const others = (await consoles.demo.readers()).filter(({ id, groupId }) => id !== another.id && groupId !== somebody.groupId);
  await keptByThree(consoles.demo, objection?.id ?? '', others, kept);
  await phone.open(own());
  await phone.sees('复议定了', '复议：维持', kept);
  await phone.seesNot('要求复议');
}, 120_000);

test('once the year is locked a sheet that is still open is refused with what can be done, and a new look offers none', async () => {
  const late = await consoles.phoneOf(another.name);
  await late.open(own());
  await late.tap('有不对的，提出异议');
  await late.type('哪里不对，应该怎样', '学时少算了一次');
  const { published } = await consoles.demo.call<{ published: { until: string } }>('GET', `/api/assessment-years/${year}`, { token: await consoles.demo.token('committee') });
  await consoles.demo.moveClock(`${addDays(published.until, 1)}T10:00:00+08:00`);
  await late.tap('提出异议');
  await late.sees('已经锁定，不能再提', '写的都在手机里');
  await late.open(own());
  await late.sees('公示过，已锁定', '有不对的，打电话问');
  await late.seesNot('有不对的，提出异议');
  // A browser reports each of the two refusals; nothing else.
  expect([...phone.faults, ...late.faults]).toEqual([expect.stringContaining('409'), expect.stringContaining('409')]);
});
