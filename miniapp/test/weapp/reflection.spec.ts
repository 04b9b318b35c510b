import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface Reflection {
  id: string;
  title: string;
  state: string;
  kind: string;
  paragraphs: string[];
  pictures: string[];
  returnedReason: string | null;
}

const title = '坡上的沟，大家一起清';

let demo: Demo;
let app: MiniProgram;
beforeAll(async () => {
  demo = await Demo.start();
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'leader');
}, 300_000);
afterAll(() => demo?.server.stop());

async function written(): Promise<Reflection | undefined> {
  const { items } = await demo.call<{ items: Reflection[] }>('GET', '/api/reflections?mine=true', { token: await demo.token('leader') });
  return items.find((one) => one.title === title);
}

test('a leader writes for the group: three questions on request, a picture, and what is typed stays on the phone', async () => {
  await app.open('pages/group/index');
  await app.tap('写心得');
  await app.tap('提纲');
  await app.sees('对照自己，差在哪里');
  await app.type(title, 0);
  await app.type('星期六一早，八户人到齐。\n差在哪里：下半块田年年积水，没有人管。', 1);
  await app.tap('照片');
  await app.settled(() => app.announces('第1张照片'));
  expect(await written()).toBeUndefined();
  await app.open('packages/leader/reflections/index');
  await app.sees('手机里的草稿');
});

test('handed in from the draft it waits for the review, with its picture', async () => {
  await app.tap(title);
  await app.sees('交审');
  await app.tap('交审');
  await app.settled(() => app.phone.toasts.includes('交上去了'));
  expect(await written()).toMatchObject({ state: 'in_review', kind: 'group', paragraphs: ['星期六一早，八户人到齐。', '差在哪里：下半块田年年积水，没有人管。'], pictures: [expect.any(String)] });
  expect(app.phone.memory.savedFiles).toEqual([]);
});

test('an admin sends it back from the phone with a reason', async () => {
  await become(app, demo, 'admin');
  await app.open('packages/leader/approvals/index');
  await app.tap(title);
  await app.tap('看1张照片');
  await app.tap('退回');
  await app.type('再写一句下一步哪天做');
  await app.tap('退回');
  await app.settled(() => app.phone.toasts.includes('退回去了'));
  expect(await written()).toMatchObject({ state: 'returned', returnedReason: '再写一句下一步哪天做' });
});

test('the leader mends it without a network, and it goes up when the network returns', async () => {
  await become(app, demo, 'leader');
  await app.open('packages/leader/reflections/index');
  await app.tap(title);
  await app.sees('再写一句下一步哪天做');
  await app.tap('改一改再交');
  await app.type('星期六一早，八户人到齐。\n下一步：立冬第一个星期六，清沟日。', 1);
  app.phone.setOnline(false);
  await app.tap('交审');
  await app.settled(() => app.phone.toasts.includes('已存在本机，联网后自动交上'));
  expect(await written()).toMatchObject({ state: 'returned' });
  app.phone.setOnline(true);
  await app.settledThere(async () => (await written())?.state === 'in_review');
  expect(await written()).toMatchObject({ paragraphs: ['星期六一早，八户人到齐。', '下一步：立冬第一个星期六，清沟日。'] });
});

test('once published every member of the town reads it', async () => {
  await become(app, demo, 'admin');
  await app.open('packages/leader/approvals/index');
  await app.tap(title);
  await app.tap('发布');
  await app.settled(() => app.phone.toasts.includes('发布了'));
  await become(app, demo, 'member');
  await app.open('pages/group/index');
  await app.tap(title);
  await app.sees('下一步：立冬第一个星期六，清沟日。');
  expect(await written()).toMatchObject({ state: 'published' });
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
