import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { sampleOf, type Sample } from './sample';
import { become, choose, onPhoneOf } from './weapp';

interface Theme {
  state: string;
  lessons: { title: string }[];
  returned: { reason: string } | null;
  approved: { by: { name: string } } | null;
}

let demo: Demo;
let app: MiniProgram;
let planned: Sample['planned'];
beforeAll(async () => {
  demo = await Demo.start();
  ({ planned } = await sampleOf(demo));
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'approver');
}, 300_000);
afterAll(() => demo?.server.stop());

const theme = async () => demo.call<Theme>('GET', `/api/themes/${planned.id}`, { token: await demo.token('admin') });

test('the approver reads from the phone what is to go out, lesson by lesson', async () => {
  await app.open('pages/group/index');
  await app.tap('等你审的');
  await app.tap(planned.title);
  const [lesson] = (await theme()).lessons;
  await app.tap(lesson?.title ?? '');
  await app.settled(() => app.route === 'packages/read/lesson/index');
  await app.sees('字号');
  await app.tapNamed('返回');
  await app.sees('通过');
});

test('what is not right goes back with a reason to whoever wrote it', async () => {
  await app.tap('退回');
  await app.type('第二课的出处没有写');
  await app.tap('退回');
  await app.settled(() => app.phone.toasts.includes('退回去了'));
  expect(await theme()).toMatchObject({ state: 'draft', returned: { reason: '第二课的出处没有写' } });
});

test('handed in again it is passed with one tap, and goes out on its Monday', async () => {
  await demo.call('POST', `/api/themes/${planned.id}/submission`, { token: await demo.token('admin') });
  await app.open(`packages/leader/theme/index?id=${planned.id}`);
  await app.tap('通过');
  await app.settled(() => app.phone.toasts.includes('通过了，周一8点发出'));
  expect(await theme()).toMatchObject({ state: 'scheduled', approved: { by: { name: expect.any(String) } } });
});

test('its author cannot pass it', async () => {
  await become(app, demo, 'admin');
  await app.open(`packages/leader/theme/index?id=${planned.id}`);
  await app.sees(planned.titleLines[0] ?? '');
  expect(app.text()).not.toContain('退回');
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
