import { Demo, type SandboxUser } from '../support/demo';
import { httpJson } from '../support/http-json';
import type { MiniProgram } from './mini-program';
import { become, choose, logIn, mondayAgo, onPhoneOf } from './weapp';

interface Caller {
  member: { id: string; name: string } | null;
  consentVersion: string | null;
}
interface Desktop {
  id: string;
  code: string;
  secret: string;
}

let demo: Demo;
let app: MiniProgram;
let owner: SandboxUser;
/** Uses the owner's phone too. */
let partner: { id: string; name: string };
let monday: string;
beforeAll(async () => {
  demo = await Demo.start();
  owner = await demo.unboundUser();
  monday = await mondayAgo(demo, 18);
  const { items } = await demo.call<{ items: { id: string; name: string; bound: boolean; paper: boolean }[] }>('GET', '/api/members?pageSize=100&page=2', { token: await demo.token('admin') });
  partner = items.find(({ name, bound, paper }) => !bound && !paper && name !== owner.nickname) ?? { id: '', name: '' };
  app = onPhoneOf(demo, owner);
  await choose(app, '标准');
}, 300_000);
afterAll(() => demo?.server.stop());

const checkInPage = () => app.open(`packages/read/check-in/index?monday=${monday}`);

/** The token that the phone has. */
function tokenNow(): string {
  return (JSON.parse(String(app.phone.memory.storage.get('v1/handset/session'))) as { token: string }).token;
}

async function linesOf(token: string): Promise<string[]> {
  return (await demo.call<{ items: { text: string }[] }>('GET', `/api/my/check-ins?monday=${monday}`, { token })).items.map(({ text }) => text);
}

async function switchTo(name: string): Promise<void> {
  await app.open('packages/account/people/index');
  await app.tap(name);
  await app.settled(() => !app.route.includes('people'));
}

test('WeChat’s phone button brings the consent that WeChat wants with it', async () => {
  await logIn(app, demo, owner);
  expect(app.phone.memory.privacyAgreed).toBe(true);
  expect(app.phone.media.asked).toEqual([]);
  expect(await demo.call<Caller>('GET', '/api/logins/current', { token: tokenNow() })).toMatchObject({ member: { name: owner.nickname }, consentVersion: expect.any(String) });
});

test('one more person is bound to the same phone with a code of their leader', async () => {
  const { code } = await demo.call<{ code: string }>('POST', `/api/members/${partner.id}/invitations`, { token: await demo.token('admin') });
  await checkInPage();
  await app.type('这一句是机主的草稿');
  await app.open('packages/account/people/index');
  await app.tap('加一个人');
  await app.tap('现在加');
  await app.tap('同意，继续登录');
  await app.type(code);
  await app.tap('用邀请码登录');
  await app.sees('你是哪一位');
  await app.tap(partner.name);
  await app.settled(() => !app.route.includes('login'));
  await app.open('pages/me/index');
  await app.sees(partner.name);
});

test('neither sees what the other has begun, and what waits goes up in the name of who wrote it', async () => {
  await checkInPage();
  await app.sees('完成打卡');
  expect(app.typed()).not.toContain('这一句是机主的草稿');
  app.phone.setOnline(false);
  await app.type('合用手机的另一位写的');
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  const token = tokenNow();
  app.phone.setOnline(true);
  await app.sees('晚了，交给组长看');
  expect(await linesOf(token)).toEqual(['合用手机的另一位写的']);
  await switchTo(owner.nickname);
  await checkInPage();
  await app.settled(() => app.typed().includes('这一句是机主的草稿'));
  await app.tap('完成打卡');
  await app.sees('晚了，交给组长看');
  expect(await linesOf(tokenNow())).toEqual(['这一句是机主的草稿']);
});

test('whoever hands the phone on with something unsent is told that it stays', async () => {
  monday = await mondayAgo(demo, 19);
  await checkInPage();
  await app.sees('完成打卡');
  app.phone.setOnline(false);
  await app.type('还没有交上去');
  await app.tap('完成打卡');
  await app.sees('已存在本机');
  await app.open('packages/account/people/index');
  app.phone.refuseNextModal();
  await app.tap(partner.name);
  expect(app.phone.modals.at(-1)).toMatchObject({ title: expect.stringMatching(/^还有\d+条没有上传$/), confirm: false });
  await app.sees(owner.nickname);
  app.phone.setOnline(true);
  await app.settledThere(async () => (await linesOf(tokenNow())).length === 1);
});

test('consent is taken back where it was given, and nothing is recorded until it is given again', async () => {
  await app.open('packages/account/privacy/index');
  await app.tap('收回同意');
  await app.sees('已经记下的都还在，分数不变。');
  await app.tap('收回同意');
  await app.sees('你还没有同意，或者已经收回');
  expect(await demo.call<Caller>('GET', '/api/logins/current', { token: tokenNow() })).toMatchObject({ consentVersion: null });
  monday = await mondayAgo(demo, 20);
  await checkInPage();
  await app.type('没有同意时写的');
  await app.tap('完成打卡');
  await app.settled(() => app.route.includes('consent'));
  await app.tap('同意');
  await app.sees('完成打卡');
  await app.tap('完成打卡');
  await app.sees('晚了，交给组长看');
  expect(await linesOf(tokenNow())).toEqual(['没有同意时写的']);
});

test('a login that the server has ended is told, and what was written is still there after the next', async () => {
  monday = await mondayAgo(demo, 21);
  await checkInPage();
  await app.type('写到一半登录过期了');
  await demo.call('DELETE', '/api/logins/current', { token: tokenNow() });
  await app.open('pages/week/index');
  await app.sees('登录已过期');
  await logIn(app, demo, owner, owner.nickname);
  await checkInPage();
  await app.settled(() => app.typed().includes('写到一半登录过期了'));
});

test('whoever leaves is forgotten by the phone, and the token is worth nothing from then on', async () => {
  const token = tokenNow();
  await app.open('packages/account/people/index');
  await app.tap('退出登录');
  await app.sees('现在没有人登录');
  expect(app.text()).not.toContain(owner.nickname);
  await app.settledThere(async () => (await httpJson('GET', `${demo.url}/api/logins/current`, { token })).status === 401);
});

test('a desktop is let in by its eight digits', async () => {
  await become(app, demo, 'approver');
  const desktop = await demo.call<Desktop>('POST', '/api/desktop-logins');
  await app.open('pages/me/index');
  await app.tap('登录电脑端');
  await app.type('00000000');
  await app.tap('确认登录');
  await app.sees('登录码不对或已过期');
  await app.type(`${desktop.code.slice(0, 4)} ${desktop.code.slice(4)}`);
  await app.tap('确认登录');
  await app.sees('电脑已登录');
  const name = (await demo.call<Caller>('GET', '/api/logins/current', { token: tokenNow() })).member?.name;
  expect(await demo.call('POST', `/api/desktop-logins/${desktop.id}/token`, { body: { secret: desktop.secret } })).toMatchObject({ state: 'logged_in', caller: { member: { name } } });
});

test('or by scanning the code on its screen, and by no other code', async () => {
  const desktop = await demo.call<Desktop>('POST', '/api/desktop-logins');
  await app.open('packages/account/desktop-login/index');
  app.phone.media.code = 'https://example.org/';
  await app.tap('扫电脑上的码');
  await app.sees('扫到的不是登录码');
  app.phone.media.code = desktop.code;
  await app.tap('扫电脑上的码');
  await app.tap('确认登录');
  await app.sees('电脑已登录');
  expect(await demo.call('POST', `/api/desktop-logins/${desktop.id}/token`, { body: { secret: desktop.secret } })).toMatchObject({ state: 'logged_in' });
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
