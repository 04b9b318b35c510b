import { Demo, type SandboxUser, type Townsman } from '../support/demo';
import { Chromium, picture, seen } from './browser';
import { Phone } from './phone';

// An evening of study as the members of one group live it on their own phones; the leader's side is played by the API.
interface Session {
  readonly id: string;
  readonly title: string;
  readonly startsAt: number;
}
interface Row {
  readonly member: { readonly name: string };
  readonly status: string | null;
  readonly standing: { readonly way: string; readonly capturedAt: number }[];
}
interface Leave {
  readonly id: string;
  readonly member: { readonly name: string };
  readonly reason: string;
  readonly state: string;
}

const minute = 60_000;
let demo: Demo;
let chromium: Chromium;
let leader: string;
let people: Townsman[];
let session: Session;
let digits: string;
const phones: Phone[] = [];

beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  leader = await demo.token('leader');
  const { leads } = await demo.call<{ leads: { id: string }[] }>('GET', '/api/logins/current', { token: leader });
  people = (await demo.readers()).filter(({ groupId }) => groupId === leads[0]?.id);
  session = await planTomorrowEvening(leads[0]?.id ?? '');
  await demo.moveClock(new Date(session.startsAt - 10 * minute).toISOString());
  leader = await demo.token('leader');
  digits = (await demo.call<{ digits: string }>('POST', `/api/study-sessions/${session.id}/sign-in-code`, { token: leader })).digits;
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});
// Wrong digits are refused, which the browser reports on its own.
afterEach(() => expect(phones.flatMap(({ faults }) => faults).filter((fault) => !fault.includes('status of 422'))).toEqual([]));

/** At half past seven on the day after the demo's, so that no other session of the sample is under way. */
async function planTomorrowEvening(groupId: string): Promise<Session> {
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const day = new Date(now + 32 * 60 * minute).toISOString().slice(0, 10);
  const startsAt = Date.parse(`${day}T19:30:00+08:00`);
  const body = { clientId: crypto.randomUUID(), kind: 'night', format: 'lecture', title: '夜校：灯下看账本', placeText: '村活动室', startsAt, endsAt: startsAt + 90 * minute, expects: { kind: 'groups', groupIds: [groupId] }, despiteOverlap: true };
  return demo.call<Session>('POST', '/api/study-sessions', { token: leader, body });
}

async function phoneOf(place: number, look = {}): Promise<{ phone: Phone; name: string; user: SandboxUser }> {
  const name = people[place]?.name ?? '';
  const user = await demo.userNamed(name);
  const phone = await Phone.of(chromium, demo, user, look);
  phones.push(phone);
  return { phone, name, user };
}

async function rowOf(name: string): Promise<Row | undefined> {
  const { items } = await demo.call<{ items: Row[] }>('GET', `/api/study-sessions/${session.id}/attendance`, { token: leader });
  return items.find(({ member }) => member.name === name);
}

async function press(phone: Phone, keys: string): Promise<void> {
  for (const key of keys) await phone.page.getByRole('button', { name: key, exact: true }).click();
}

const wrongDigits = (): string => String((Number(digits) + 1) % 10_000).padStart(4, '0');

test('four digits from the blackboard count on the server, once, and a wrong one says where to look', async () => {
  const { phone, name } = await phoneOf(0);
  await phone.open(`/packages/sessions/sign-in/index?session=${session.id}`);
  await phone.sees(session.title, '输入老师写在黑板上的四位数');
  await picture(phone.page, 'member-sign-in');
  await press(phone, wrongDigits());
  await phone.sees('数字不对，再看一眼黑板');
  expect(await rowOf(name)).toMatchObject({ status: null });
  await press(phone, digits);
  await phone.sees('签到了');
  expect(await rowOf(name)).toMatchObject({ status: 'present', standing: [{ way: 'digits' }] });
  await phone.open('/packages/sessions/sign-in/index');
  await press(phone, digits);
  await phone.sees('已经签过了');
  expect((await rowOf(name))?.standing).toHaveLength(1);
});

test('without a network it is kept with its time, is not called a success, and counts once the network is back', async () => {
  const { phone, name } = await phoneOf(1);
  await phone.open(`/packages/sessions/sign-in/index?session=${session.id}`);
  await phone.sees(session.title);
  await phone.withoutNetwork(async () => {
    await press(phone, digits);
    await phone.sees('已记下，等核对');
    await phone.seesNot('签到了');
    expect(await rowOf(name)).toMatchObject({ status: null });
  });
  await seen.poll(async () => (await rowOf(name))?.status).toBe('present');
  expect(await rowOf(name)).toMatchObject({ standing: [{ way: 'digits' }] });
});

test('whoever opens the page by the session’s code is signed in by that', async () => {
  const { scene } = await demo.call<{ scene: string }>('POST', `/api/study-sessions/${session.id}/sign-in-code`, { token: leader });
  const { phone, name } = await phoneOf(2);
  await phone.open(`/packages/sessions/sign-in/index?scene=${scene}`);
  await phone.sees('签到了', session.title);
  expect(await rowOf(name)).toMatchObject({ status: 'present', standing: [{ way: 'scan' }] });
});

test('leave is asked for in the large version, the leader agrees, and the member reads it', async () => {
  const { phone, name } = await phoneOf(3, { elder: true });
  await phone.open('/pages/week/index');
  await phone.sees('晚上7点半');
  await phone.tap('请假');
  await phone.tap('生病');
  await phone.tap('交给组长');
  await phone.sees('请假等组长定');
  const { items } = await demo.call<{ items: Leave[] }>('GET', `/api/leaves?state=waiting&sessionId=${session.id}`, { token: leader });
  const asked = items.find(({ member }) => member.name === name);
  expect(asked).toMatchObject({ reason: 'illness' });
  await demo.call('POST', `/api/leaves/${asked?.id}/decision`, { token: leader, body: { approve: true } });
  await phone.open('/packages/sessions/leaves/index');
  await phone.sees(session.title, '准了');
});

test('the hours of the year are read with every line that makes them', async () => {
  await demo.moveClock(new Date(session.startsAt + 95 * minute).toISOString());
  const line = { kind: 'text', text: '账要天天记' };
  await demo.call('POST', `/api/study-sessions/${session.id}/close-out`, { token: leader, body: { clientId: crypto.randomUUID(), line, hours: '1.5' } });
  const { phone, user } = await phoneOf(0);
  const token = await demo.tokenOf(user);
  const { now } = await demo.call<{ now: number }>('GET', '/api/demo');
  const year = new Date(now + 8 * 60 * minute).getUTCFullYear();
  const { hours, required, items } = await demo.call<{ hours: string; required: string; items: { session: { title: string }; evidence: string }[] }>('GET', `/api/my/hours/${year}?pageSize=400`, { token });
  expect(items.map((item) => item.session.title)).toContain(session.title);
  await phone.open('/pages/me/index');
  await phone.sees(`${year}年学时`, hours);
  await phone.tap('台账');
  await phone.sees('学时台账', hours, `应修${required}学时`, session.title);
});
