import { randomInt } from 'node:crypto';
import { Demo, type SandboxUser, type Townsman } from '../support/demo';
import { send } from '../support/http-json';
import { Chromium, picture, seen } from './browser';
import { checkInsOf, Phone } from './phone';

// A handset in life: without a login, without a network, with a microphone, in two pairs of hands.
interface Week {
  readonly theme: { readonly monday: string; readonly title: string; readonly lessons: { readonly id: string; readonly title: string }[] };
}

let demo: Demo;
let chromium: Chromium;
let monday: string;
let week: Week;
let readers: Townsman[];
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  week = await demo.call<Week>('GET', '/api/weeks/current?town=longfeng');
  monday = week.theme.monday;
  readers = await withoutALine(3);
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});

/** Members who use their own WeChat and have written nothing for this week yet. */
async function withoutALine(count: number): Promise<Townsman[]> {
  const found: Townsman[] = [];
  for (const one of await demo.readers()) {
    if (found.length === count) break;
    if ((await recorded(await demo.userNamed(one.name))).length === 0) found.push(one);
  }
  return found;
}

/** The WeChat of whoever leads somebody's group. */
async function leaderOf({ groupId }: Townsman): Promise<SandboxUser> {
  const leader = (await demo.members()).find((one) => one.groupId === groupId && one.roles.some(({ role }) => role === 'leader'));
  return demo.userNamed(leader?.name ?? '');
}

const leaderTokenOf = async (person: Townsman): Promise<string> => demo.tokenOf(await leaderOf(person));
const recorded = async (user: SandboxUser) => checkInsOf(demo, await demo.tokenOf(user), monday);
const checkInPage = (query = '') => `/packages/read/check-in/index?monday=${monday}${query}`;
const userOf = (at: number): Promise<SandboxUser> => demo.userNamed(readers[at]?.name ?? '');

describe('a guest with the card from a group chat', () => {
  let phone: Phone;
  let newcomer: Townsman;
  let stranger: SandboxUser;
  beforeAll(async () => {
    phone = await Phone.on(chromium, demo);
    newcomer = await newcomerWithoutALine();
    stranger = await demo.call<SandboxUser>('POST', '/wechat/sandbox/users', { body: { nickname: '换了号码的人', phone: `1390000${randomInt(2000, 9000)}` } });
    await phone.holdsWechatOf(stranger);
  });
  afterAll(() => phone.close());

  test('reads the week and a lesson of it before any login', async () => {
    await phone.open(`/pages/week/index?town=longfeng&monday=${monday}`);
    await phone.sees('不登录也能看');
    await phone.tap('去学第1课');
    await phone.sees('字号', '写一句收获，打卡');
    expect(phone.faults).toEqual([]);
  });

  test('writes a line, and is asked who they are only when handing it in', async () => {
    await phone.tap('写一句收获，打卡');
    await phone.type('写一句收获', '把验证码这条讲给我妈听');
    await phone.tap('登录并打卡');
    await phone.page.waitForURL(/account\/login/);
    await picture(phone.page, 'login');
  });

  test('whose phone number no roster knows is told to ask the leader, and gets no account', async () => {
    await phone.tap(stranger.nickname);
    await phone.sees('先看一遍');
    await phone.tap('同意，继续登录');
    await phone.tap('用微信里的手机号');
    await phone.sees('名册里没有这个手机号。请找组长要一个邀请码，或请组长帮你登记');
    await picture(phone.page, 'not-in-roster');
    expect(await demo.call('POST', '/api/logins', { body: { code: await demo.loginCode(stranger) } })).toMatchObject({ state: 'unbound' });
  });

  test('the leader’s code lets them in as themselves, with the line that they had written', async () => {
    const code = await invitationFor(newcomer);
    await phone.type('邀请码', code);
    await phone.tap('用邀请码登录');
    await phone.page.waitForURL(({ pathname }) => !pathname.includes('account/login'));
    await phone.sees(`现在是${newcomer.name}`);
    await seen(phone.field('写一句收获')).toHaveValue('把验证码这条讲给我妈听');
    await phone.tap('完成打卡');
    await phone.sees('这一周，打过卡了');
    expect(await recorded(stranger)).toMatchObject([{ text: '把验证码这条讲给我妈听', state: 'counts' }]);
    expect((await demo.members()).find(({ id }) => id === newcomer.id)).toMatchObject({ bound: true });
  });

  test('the same code does not work a second time', async () => {
    const code = await invitationFor(await anotherUnbound());
    const [first, second] = await Promise.all([bindNew(code), bindNew(code)]);
    expect([first, second].sort()).toEqual([201, 410]);
  });

  /** Never logged in, and nothing written for this week on paper either. */
  async function newcomerWithoutALine(): Promise<Townsman> {
    const unbound = (await demo.members()).filter(({ bound, paper, roles }) => !bound && !paper && roles.length === 0);
    for (const one of unbound) {
      const { people } = await demo.call<{ people: { member: { memberId: string }; checkIn: object | null }[] }>('GET', `/api/group-check-ins?groupId=${one.groupId}&monday=${monday}`, { token: await leaderTokenOf(one) });
      if (people.some(({ member, checkIn }) => member.memberId === one.id && !checkIn)) return one;
    }
    throw new Error('everybody has written');
  }

  /** What the leader of the person's group reads off their own phone. */
  async function invitationFor(person: Townsman): Promise<string> {
    const leaderPhone = await Phone.of(chromium, demo, await leaderOf(person));
    await leaderPhone.open('/packages/leader/home/index');
    await leaderPhone.page.getByLabel(new RegExp(`^${person.name}，`)).click();
    await leaderPhone.tap('给一个邀请码');
    await leaderPhone.tap('发一个邀请码');
    await leaderPhone.sees('只能用一次，关上就看不到了');
    const code = await leaderPhone.page.getByRole('dialog').getByLabel(/^(\S ){7}\S$/).getAttribute('aria-label');
    await picture(leaderPhone.page, 'leader-invitation');
    await leaderPhone.close();
    return (code ?? '').replaceAll(' ', '');
  }

  async function anotherUnbound(): Promise<Townsman> {
    const unbound = await demo.unboundUser();
    return (await demo.members()).find(({ name }) => name === unbound.nickname) as Townsman;
  }

  async function bindNew(invitation: string): Promise<number> {
    const user = await demo.call<SandboxUser>('POST', '/wechat/sandbox/users', { body: { nickname: '又一部手机' } });
    const { ticket } = await demo.call<{ ticket: string }>('POST', '/api/logins', { body: { code: await demo.loginCode(user) } });
    const { version } = await demo.call<{ version: string }>('GET', '/api/privacy-notice');
    const body = JSON.stringify({ ticket, consentVersion: version, invitation });
    return (await send('POST', `${demo.url}/api/bindings`, { 'content-type': 'application/json' }, body)).status;
  }
});

describe('without a network', () => {
  test('a line is kept on the phone, survives the app being closed, and reaches the server once', async () => {
    const user = await userOf(0);
    const phone = await Phone.of(chromium, demo, user);
    await phone.open(checkInPage());
    await phone.sees('完成打卡');
    await phone.withoutNetwork(async () => {
      await phone.type('写一句收获', '山上没有信号，先记下');
      await phone.tap('完成打卡');
      await phone.sees('已存在本机，联网后自动上传', '山上没有信号，先记下');
      await picture(phone.page, 'offline');
      expect(await recorded(user)).toEqual([]);
    }, { closingTheApp: checkInPage() });
    await phone.sees('这一周，打过卡了', '山上没有信号，先记下');
    const rows = await recorded(user);
    expect(rows).toMatchObject([{ text: '山上没有信号，先记下', state: 'counts' }]);
    expect(rows[0]?.receivedAt).toBeGreaterThan(rows[0]?.capturedAt ?? Infinity);
    await phone.open(checkInPage());
    await phone.sees('这一周，打过卡了');
    expect(await recorded(user)).toHaveLength(1);
    await phone.close();
  });

  test('an answer that is lost on its way back makes no second record', async () => {
    const user = await userOf(1);
    const phone = await Phone.of(chromium, demo, user);
    await phone.open(checkInPage());
    await phone.type('写一句收获', '塘堰冬天就要清');
    const sent = await phone.losesTheFirstAnswerTo('/api/check-ins');
    await phone.tap('完成打卡');
    await phone.sees('塘堰冬天就要清');
    await phone.open(checkInPage());
    await phone.sees('这一周，打过卡了', '塘堰冬天就要清');
    await seen.poll(() => sent.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sent).size).toBe(1);
    expect(await recorded(user)).toMatchObject([{ text: '塘堰冬天就要清', state: 'counts' }]);
    await phone.close();
  });
});

describe('with a microphone', () => {
  test('a line that was spoken is heard by its speaker and by the leader', async () => {
    const speaker = readers[2] as Townsman;
    const user = await userOf(2);
    const phone = await Phone.of(chromium, demo, user);
    await phone.open(checkInPage('&voice=1'));
    await phone.tap('开始说');
    await phone.sees('正在录，说完点一下', '0:01');
    await picture(phone.page, 'speaking');
    await phone.tap('说完了，停');
    await phone.sees(/^[12]秒$/, '重新说');
    await phone.tap('完成打卡');
    await phone.sees('这一周，打过卡了');
    const [row] = await recorded(user);
    expect(row).toMatchObject({ kind: 'voice', text: null, state: 'counts' });
    const heard = await send('GET', `${demo.url}/api/files/${row?.voice?.fileId}`, { authorization: `Bearer ${await leaderTokenOf(speaker)}` });
    expect([heard.status, heard.headers['content-type']]).toEqual([200, expect.stringMatching(/^(audio|video)\/webm/)]);
    expect(heard.bytes.length).toBeGreaterThan(500);
    await phone.close();
  });
});

describe('two members with one handset', () => {
  let shared: SandboxUser;
  const [husband, wife] = ['冯大川', '舒月琴'] as const;
  beforeAll(async () => {
    const phone = `1380000${randomInt(6000, 9000)}`;
    const token = await demo.token('admin');
    for (const name of [husband, wife]) await demo.call('POST', '/api/members', { token, body: { name, groupId: readers[0]?.groupId, phone, phoneShared: true } });
    shared = await demo.call<SandboxUser>('POST', '/wechat/sandbox/users', { body: { nickname: '两口子的手机', phone } });
  });

  test('take turns, and neither finds the other’s line or place in the text', async () => {
    const phone = await Phone.on(chromium, demo);
    await phone.beginLogin(shared);
    await phone.tap('同意，继续登录');
    await phone.tap('用微信里的手机号');
    await phone.sees('你是哪一位', wife);
    await picture(phone.page, 'choose-member');
    await phone.tap(husband);
    await phone.sees(`现在是${husband}`);
    await phone.open(checkInPage());
    await phone.type('写一句收获', '我来说第一句');

    await phone.open('/packages/account/login/index');
    await phone.beginLogin(shared);
    await phone.tap(wife);
    await phone.sees(`现在是${wife}`);
    await phone.open(checkInPage());
    await phone.seesNot('我来说第一句');
    await phone.type('写一句收获', '我自己的一句');
    await phone.tap('完成打卡');
    await phone.sees('这一周，打过卡了', '我自己的一句');

    await phone.open('/packages/account/login/index');
    await phone.beginLogin(shared);
    await phone.tap(husband);
    await phone.sees(`现在是${husband}`);
    await phone.open(checkInPage());
    await seen(phone.field('写一句收获')).toHaveValue('我来说第一句');
    await phone.tap('完成打卡');
    await phone.sees('这一周，打过卡了', '我来说第一句');
    expect(await linesOf(husband)).toEqual(['我来说第一句']);
    expect(await linesOf(wife)).toEqual(['我自己的一句']);
    expect(phone.faults).toEqual([]);
    await phone.close();
  });

  async function linesOf(name: string): Promise<(string | null)[]> {
    const code = await demo.loginCode(shared);
    const { ticket, choices } = await demo.call<{ ticket: string; choices: { memberId: string; name: string }[] }>('POST', '/api/logins', { body: { code } });
    const memberId = choices.find((one) => one.name === name)?.memberId;
    const { token } = await demo.call<{ token: string }>('POST', '/api/logins/choices', { body: { ticket, memberId } });
    return (await checkInsOf(demo, token, monday)).map(({ text }) => text);
  }
});
