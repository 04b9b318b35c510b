import { randomUUID } from 'node:crypto';
import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { changeRows } from '../support/demo-rows';
import type { Townsman } from '../support/demo';
import { RatedMonth } from '../support/rated-month';
import { picture, seen, type Viewer } from './browser';
import { at, button, Consoles } from './console';
import { keptByThree, objectionOf, signsAnswer, writesAnswer } from './objections-at-desk';
import type { Phone } from './phone';

// One month from the vote to the lock and past it: admin, committee, leader and members, each on what they use.
const raised = '有一次到了没有点上名';
const contested = '签到本上有我的名字，请再看一遍';
const kept = '核对了签到本，那天没有签名。';
const keptAgain = '复议核对了签到本和照片，维持。';

let consoles: Consoles;
let rated: RatedMonth;
let month: string;
let admin: Viewer;
let committee: Viewer;
let approver: Viewer;
let member: Phone;
let fellow: Phone;
let leader: Phone;
let others: Townsman[];
let objection: string;
let code: string;

beforeAll(async () => {
  consoles = await Consoles.start();
  const { demo } = consoles;
  const readers = await demo.readers();
  const { member: own } = await demo.call<{ member: { id: string } }>('GET', '/api/logins/current', { token: await demo.token('member') });
  const groupId = (await demo.members()).find(({ id }) => id === own.id)?.groupId;
  others = [...readers.filter((one) => one.groupId === groupId && one.id !== own.id), ...readers.filter((one) => one.groupId !== groupId)];
  rated = await RatedMonth.over(demo);
  ({ month } = rated);
  await rated.votes();
}, 300_000);
afterAll(() => consoles.stop());

const named = (place: number): string => others[place]?.name ?? '';
const receipt = (): string => `/packages/record/receipt/index?month=${month}`;
const call = async <T>(method: string, path: string, role: 'committee' | 'admin' | 'member', body?: unknown): Promise<T> => consoles.demo.call<T>(method, path, { token: await consoles.demo.token(role), body });
const waiting = async (): Promise<{ id: string; text: string }[]> => (await call<{ items: { id: string; text: string }[] }>('GET', '/api/objections', 'committee')).items;

test('two members rate their colleagues, and the admin sees how many have, never who', async () => {
  member = await consoles.phone('member');
  fellow = await consoles.phoneOf(named(0));
  for (const phone of [member, fellow]) {
    await phone.open('/packages/record/ballot/index');
    await phone.tap('其余都评…');
    await phone.tap('都评良');
    await phone.tap('看一遍，再投');
    await phone.tap('投出这一票');
    await phone.sees('投过了');
  }
  admin = await consoles.as('以镇管理员进入');
  await at(admin, `/months/${month}/votes`);
  await seen(admin.page.getByRole('row').filter({ hasText: others[0]?.groupName ?? '' }).first()).toContainText(/(^|\D)2\/\d+人/);
  seen(await admin.page.getByRole('main').innerText()).not.toContain(named(0));
});

test('the committee puts the month up once those poor have been talked with', async () => {
  await rated.confirms();
  committee = await consoles.as('以评定委员进入');
  await seen.poll(async () => (await call<{ obstacles: string[] }>('GET', `/api/assessment-months/${month}/draft`, 'committee')).obstacles, { timeout: 60_000 }).toEqual(['untalked']);
  await rated.talkWithThePoor();
  await at(committee, '/months');
  await button(committee.page, '公示').click();
  await button(committee.page.getByRole('dialog'), '公示').click();
  await seen(committee.page.getByRole('region', { name: '公示表' })).toBeVisible();
  ({ items: [{ code }] } = await call<{ items: [{ code: string }] }>('GET', '/api/publications', 'committee'));
});

test('a member objects, three answer, and the member asks three others', async () => {
  await member.open(receipt());
  await member.tap('有不对的，提出异议');
  await member.tap('总的结果');
  await member.type('哪里不对，应该怎样', raised);
  await member.tap('提出异议');
  await member.sees('等三位同志答复');
  objection = (await waiting()).find(({ text }) => text === raised)?.id ?? '';
  await keptByThree(consoles.demo, objection, others.slice(-3), kept);
  await member.open(receipt());
  await member.sees(kept, '要求复议');
  await member.tap('要求复议');
  await member.sees('换三位同志再议一次');
  await member.type('要求复议', contested);
  await picture(member.page, 'objection-contest');
  await member.tap('交上去');
  await member.sees(`要求复议：${contested}`);
});

test('the second step is answered by three who have not signed the first, and is the last', async () => {
  approver = await consoles.as('以审核人进入');
  await seen(await objectionOf(committee, contested)).toContainText('第二次，复议');
  await writesAnswer(committee, contested, { verdict: '维持原结果', said: keptAgain });
  await signsAnswer(approver, contested, { said: keptAgain, left: 1 });
  await signsAnswer(admin, contested, { said: keptAgain, left: 0 });
  await at(committee, '/objections/settled');
  await seen(committee.page.getByRole('listitem').filter({ hasText: keptAgain })).toContainText('复议已定');
  await member.open(receipt());
  await member.sees('复议：维持', keptAgain);
  await member.seesNot('要求复议');
});

test('a leader writes down on the phone what a member said, an admin at the desk what another handed in; neither answers it', async () => {
  leader = await consoles.phone('leader');
  await leader.open(`/packages/leader/objection/index?kind=month&period=${month}`);
  await leader.tap(named(0));
  await leader.type('本人怎么说', '补学的那次没有算');
  await picture(leader.page, 'objection-log');
  await leader.tap('记下这条异议');
  await seen(await objectionOf(committee, '补学的那次没有算')).toContainText('口头提的');
  await at(admin, '/objections');
  await button(admin.page, '代记异议').click();
  const dialog = admin.page.getByRole('dialog', { name: '代记异议' });
  await dialog.getByLabel('谁提的').fill(named(1));
  await dialog.getByRole('group', { name: '找到的人' }).getByRole('button').first().click();
  await dialog.getByLabel('书面提的', { exact: true }).check();
  await dialog.getByLabel('本人怎么说').fill('纸条上写着两次，只算了一次');
  await picture(admin.page, 'desk-objection-log');
  await button(dialog, '记下').click();
  const item = await objectionOf(admin, '纸条上写着两次，只算了一次');
  await seen(item).toContainText('这条是你代记的');
  await seen(button(item, '写答复')).toHaveCount(0);
  for (const { id } of await waiting()) await call('POST', `/api/objections/${id}/withdrawal`, 'committee');
});

test('whoever holds the sheet is told when its record was changed behind its back', async () => {
  const stranger = await consoles.guest();
  const address = `/packages/town/verify/index?code=${code.replaceAll('-', '')}`;
  const rename = (from: string, to: string): number =>
    changeRows(consoles.demo, 'UPDATE publication_pages SET lines = replace(lines, ?, ?) WHERE place = 0 AND publication_id = (SELECT id FROM publications WHERE code = ?)', from, to, code.replaceAll('-', ''));
  seen(rename('"name":"', '"name":"改')).toBe(1);
  await stranger.open(address);
  await stranger.sees('和公示时不一样', '不能作数');
  await picture(stranger.page, 'verification-changed');
  rename('"name":"改', '"name":"');
  await stranger.tap('核对');
  await stranger.sees('和公示时一样');
  await stranger.close();
});

test('when it has locked, a correction is a dated line, another takes it back, and the member reads both', async () => {
  const { until } = await call<{ until: string }>('GET', `/api/assessment-months/${month}/draft`, 'committee');
  await consoles.demo.moveClock(`${addDays(until, 1)}T10:00:00+08:00`);
  const { member: own } = await call<{ member: { id: string; name: string } }>('GET', '/api/logins/current', 'member');
  const body = { clientId: randomUUID(), month, memberId: own.id, points: '1', reason: '帮厨的一天漏了', evidence: '村里的出工登记' };
  await call('POST', '/api/score-adjustments', 'committee', body);
  const { page } = committee;
  await at(committee, '/score-adjustments');
  const row = page.getByRole('row').filter({ hasText: '帮厨的一天漏了' });
  await button(row, `冲回${own.name}的这一笔`).click();
  await page.getByLabel('为什么冲回，本人会看到').fill('已经算过一次');
  await button(page.getByRole('dialog', { name: '冲回这一笔' }), '冲回').click();
  await seen(row).toContainText('冲回了');
  await member.open(receipt());
  await member.sees('已锁定', '帮厨的一天漏了', '已经算过一次');
  await member.seesNot('有不对的，提出异议');
});

test('no page reported a fault meanwhile', () => {
  seen([admin, committee, approver].flatMap(({ faults }) => faults)).toEqual([]);
  seen([member, fellow, leader].flatMap(({ faults }) => faults)).toEqual([]);
});
