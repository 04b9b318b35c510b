import { randomUUID } from 'node:crypto';
import { Demo } from '../support/demo';
import { Chromium, picture, seen } from './browser';
import { addsPhoto, LedGroup, minute } from './led-group';
import { Phone } from './phone';
import type { Session } from './session-rows';

// Plans change, paper is entered, guests come, and what is on record is put right: a leader's phone, and the rows behind it.
let demo: Demo;
let chromium: Chromium;
let group: LedGroup;
let leader: Phone;
beforeAll(async () => {
  demo = await Demo.start();
  chromium = await Chromium.start();
  group = await LedGroup.of(demo);
  leader = await Phone.as(chromium, demo, '看本组谁打了卡');
}, 300_000);
afterAll(async () => {
  await chromium.stop();
  await demo.server.stop();
});
afterEach(() => expect(leader.faults).toEqual([]));

const dayOf = (instant: number): string => new Date(instant + 8 * 3_600_000).toISOString().slice(0, 10);
const sessionPage = (id: string): string => `/packages/sessions/session/index?id=${id}`;

/** Somebody of the group on a phone of their own. */
async function fellow(): Promise<string> {
  const one = (await demo.readers()).find(({ groupId }) => groupId === group.id);
  return demo.tokenOf(await demo.userNamed(one?.name ?? ''));
}

test('a session is moved with a word that was spoken, and those expected are told', async () => {
  const { id, date } = await group.plan('改到后天', { fromNow: 1440, minutes: 60 });
  const day = new Date((await group.now()) + 2 * 1440 * minute + 8 * 60 * minute);
  await hearing(leader, '下雨路滑');
  await leader.open(sessionPage(id));
  await leader.tap('改期');
  await leader.page.getByRole('button', { name: `${day.getUTCMonth() + 1}月${day.getUTCDate()}日`, exact: true }).click();
  await leader.page.getByRole('radio', { name: '20:00' }).click();
  await leader.tap('为什么改，用说的');
  await leader.sees('正在听，说完点一下');
  await leader.tap('说完了，停');
  await seen(leader.field('为什么改')).toHaveValue('下雨路滑');
  await picture(leader.page, 'session-move');
  await leader.tap('改好，告诉大家');
  await leader.sees('后来的变动', /下雨路滑/);
  const moved = await group.session(id);
  expect(moved).toMatchObject({ date: day.toISOString().slice(0, 10), changes: [{ kind: 'moved', why: '下雨路滑' }] });
  expect(moved.date).not.toBe(date);
  const notices = await demo.call<{ items: { title: string; text: string }[] }>('GET', '/api/my/notices', { token: await fellow() });
  expect(JSON.stringify(notices.items)).toContain('下雨路滑');
});

/** A browser that understands speech: it hears these words, and ends when it is stopped. */
async function hearing(phone: Phone, words: string): Promise<void> {
  await phone.page.addInitScript((said) => {
    class Heard {
      onresult: (event: object) => void = () => undefined;
      onend: () => void = () => undefined;
      start(): void {
        setTimeout(() => this.onresult({ results: [[{ transcript: said }]] }), 0);
      }
      stop(): void {
        this.onend();
      }
    }
    Object.assign(window, { SpeechRecognition: Heard });
  }, words);
}

test('a plan is changed: what is told and where, not when', async () => {
  const { id, date } = await group.plan('题目没想好', { fromNow: 3 * 1440, minutes: 60 });
  await leader.open(sessionPage(id));
  await leader.tap('改内容');
  await leader.type('题目', '村规民约怎么改');
  await leader.type('地点', '晒坝边上');
  await leader.tap('改好');
  await leader.sees('小组研讨：', '晒坝边上');
  expect(await group.session(id)).toMatchObject({ title: '村规民约怎么改', place: { text: '晒坝边上' }, date, state: 'planned' });
});

test('a series ends after a session that still takes place; the later ones are cancelled with the word', async () => {
  const first = dayOf((await group.now()) + 10 * 1440 * minute);
  const until = dayOf((await group.now()) + 31 * 1440 * minute);
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay() || 7;
  const body = { clientId: randomUUID(), kind: 'night', format: 'lecture', title: '一轮夜校', weekday, time: '20:30', minutes: 60, from: first, until, expects: { kind: 'groups', groupIds: [group.id] }, despiteOverlap: true };
  const series = await group.post<{ id: string; sessions: number }>('/api/session-series', body);
  const ofSeries = async () => (await group.get<{ items: Session[] }>(`/api/study-sessions?from=${first}&to=${until}&groupId=${group.id}&pageSize=100`)).items.filter(({ seriesId }) => seriesId === series.id);
  expect(await ofSeries()).toHaveLength(series.sessions);
  await leader.open(sessionPage((await ofSeries())[0]?.id ?? ''));
  await leader.tap('这一轮到此为止');
  await leader.page.locator('[role=dialog] textarea').fill('开春再办');
  await leader.tap('以后的都取消');
  await seen.poll(async () => (await ofSeries()).map(({ state }) => state)).toEqual(['planned', ...Array.from({ length: series.sessions - 1 }, () => 'cancelled')]);
  expect((await ofSeries()).slice(1).map(({ cancelled }) => cancelled?.reason)).toEqual(Array.from({ length: series.sessions - 1 }, () => '开春再办'));
});

test('a signed sheet is entered by its page code with only who did not sign, and a photo of the page', async () => {
  const { id, pageCode } = await group.plan('纸上签的', { fromNow: -10, minutes: 60 });
  const [first, ...others] = await group.roll(id);
  await leader.open(`/packages/leader/sign-in-sheet/index?id=${id}`);
  await leader.type('签到表右上角的六位页码', pageCode === '000000' ? '000001' : '000000');
  await leader.sees(/页码对不上/);
  await leader.type('签到表右上角的六位页码', pageCode);
  await leader.page.getByRole('radiogroup', { name: `${first?.member.name}没签` }).getByText('缺').click();
  await addsPhoto(leader, '拍签到表，可以不拍');
  await leader.sees('换一张照片');
  const sent = leader.page.waitForRequest((request) => request.url().endsWith(`${id}/sign-in-sheets`));
  await leader.tap('记上，其余都算到');
  const { photoFileId } = (await sent).postDataJSON() as { photoFileId: string };
  await seen.poll(async () => (await group.roll(id)).map(({ status }) => status)).toEqual(['absent', ...others.map(() => 'present')]);
  expect(await sizeOf(photoFileId)).toBeGreaterThan(0);
});

async function sizeOf(fileId: string): Promise<number> {
  const answer = await fetch(`${demo.url}/api/files/${fileId}`, { headers: { authorization: `Bearer ${group.token}` } });
  return answer.ok ? (await answer.arrayBuffer()).byteLength : 0;
}

test('photos go on record with the close-out', async () => {
  const { id } = await group.plan('田坎上的课', { fromNow: -70, minutes: 60 });
  const capturedAt = await group.now();
  const marks = (await group.roll(id)).map(({ member }) => ({ id: randomUUID(), memberId: member.memberId, status: 'present', capturedAt, over: [] }));
  await group.post(`/api/study-sessions/${id}/attendance`, { marks });
  await leader.open(`/packages/leader/close-out/index?id=${id}`);
  await leader.sees('已填好三项');
  await leader.type('记一句', '沟要清，苗要补');
  await leader.tap('差距、下一步、照片，可以不填');
  await addsPhoto(leader, '加照片');
  await addsPhoto(leader, '加照片');
  await seen(leader.page.getByText('去掉')).toHaveCount(2);
  await leader.tap('去掉');
  await addsPhoto(leader, '加照片');
  await leader.tap('收尾并存档');
  await leader.sees('记下的', '沟要清，苗要补');
  const { record, state } = await group.session(id);
  expect([state, record?.photos.length]).toEqual(['closed', 2]);
  for (const photoId of record?.photos ?? []) expect(await sizeOf(photoId)).toBeGreaterThan(0);
  await seen(leader.page.getByLabel('照片1，看大图')).toBeVisible();
});

test('somebody of another group who came along is found by name and gets on the roll, never as absent', async () => {
  const { id } = await group.plan('来了个外组的', { fromNow: -5, minutes: 60 });
  const roll = await group.roll(id);
  const guest = (await demo.members()).find(({ groupId }) => groupId !== group.id);
  await leader.open(`/packages/leader/roll-call/index?id=${id}`);
  await leader.tap('名单外来的人');
  await leader.type('姓名', guest?.name ?? '');
  await leader.tap('找一找');
  await leader.page.locator('[role=dialog]').getByText(guest?.groupName ?? '').first().click();
  await leader.sees('旁听');
  expect(await leader.page.getByRole('radio', { name: `${guest?.name}缺` }).count()).toBe(0);
  await seen.poll(async () => (await group.roll(id)).find(({ member }) => member.memberId === guest?.id)).toMatchObject({ guest: true, status: 'present' });
  expect((await group.roll(id)).filter((row) => !row.guest)).toHaveLength(roll.length);
  await picture(leader.page, 'roll-guest');
});

test('after the close-out every fact can be put right; each is shown with before and after, why and by whom', async () => {
  const { session, missing } = await group.closed('记错了几处');
  const guest = (await demo.members()).find(({ groupId }) => groupId !== group.id);
  await leader.open(sessionPage(session.id));
  await leader.tap('补一条更正');
  await leader.type('为什么改', '对了照片才发现');
  await leader.tap('谁的到场不对');
  await leader.tap(missing.name);
  await leader.page.getByRole('radiogroup', { name: `${missing.name}改成` }).getByText('迟到').click();
  await leader.tap('名单外来的人');
  await leader.type('姓名', guest?.name ?? '');
  await leader.tap('找一找');
  await leader.page.locator('[role=dialog]').getByText(guest?.groupName ?? '').first().click();
  await leader.tap('谁发了言，补');
  await leader.page.getByRole('checkbox', { name: missing.name }).click();
  await leader.tap('每人几个学时，改');
  await leader.page.getByRole('radio', { name: '1.5', exact: true }).click();
  for (const [label, words] of Object.entries({ 记的那一句: '先种三亩', 讲了什么: '', 找到的差距: '动手晚了', 题目: '记对了', 在哪里: '晒坝', 主讲: '老周' })) {
    await leader.tap(`${label}，改`);
    await leader.type(`${label}，改成`, words);
  }
  await picture(leader.page, 'correction');
  await leader.tap('记上更正');
  await leader.sees('后来的变动', /对了照片才发现/, '一句话记录：先种两亩试试，改为先种三亩', '学时：1，改为1.5', '讲了什么：村里的事，改为没有', `${missing.name}：缺，改为迟到`);
  const now = await group.session(session.id);
  expect(now).toMatchObject({ title: '记对了', hours: '1.5', place: { text: '晒坝' }, record: { text: '先种三亩' } });
  expect(now.record?.spoke.map(({ name }) => name)).toContain(missing.name);
  expect(now.changes.at(-1)?.lines.map(({ field }) => field).sort()).toEqual(['attendance', 'attendance', 'covered', 'gap', 'hours', 'placeText', 'spoke', 'teacherText', 'text', 'title']);
  expect(now.changes.at(-1)?.by.name).not.toBe('');
  expect((await group.roll(session.id)).find(({ member }) => member.memberId === guest?.id)).toMatchObject({ guest: true, status: 'present' });
});
