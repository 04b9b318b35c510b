import { Demo } from '../support/demo';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

/** WeChat's plugin for speech, as an account that has added it gets it: one manager, which hears what somebody says. */
class SpeechPlugin {
  says = '';
  fails = false;
  asked: string[] = [];
  private readonly manager = {
    onRecognize: (_: { result: string }) => undefined,
    onStop: (_: { result: string }) => undefined,
    onError: (_: { retcode: number; msg: string }) => undefined,
    start: () => void setTimeout(() => (this.fails ? this.manager.onError({ retcode: -30003, msg: 'no network' }) : this.manager.onRecognize({ result: this.says.slice(0, 2) })), 0),
    stop: () => void setTimeout(() => this.manager.onStop({ result: this.says }), 0),
  };

  require = (name: string) => {
    this.asked.push(name);
    return { getRecordRecognitionManager: () => this.manager };
  };
}

let demo: Demo;
let app: MiniProgram;
const speech = new SpeechPlugin();
beforeAll(async () => {
  demo = await Demo.start();
}, 300_000);
afterAll(() => demo?.server.stop());

/** The mini-program as it starts with the plugin or without. */
async function openRequests(plugin: SpeechPlugin | null): Promise<void> {
  Object.assign(globalThis, { requirePlugin: plugin ? plugin.require : undefined });
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'approver');
  await app.open('packages/courses/requests/index');
  await app.tap('点一课');
}

test('without the plugin there is no button for it, and the field is typed into', async () => {
  await openRequests(null);
  await app.sees('想学什么');
  expect(app.drawn().some(({ attributes }) => String(attributes['aria-label']).includes('用说的'))).toBe(false);
  expect(app.faults).toEqual([]);
});

test('what somebody says is written into the field behind what stands there, and is sent as text', async () => {
  await openRequests(speech);
  await app.type('红薯', 0);
  speech.says = '怎么窖藏';
  await app.tapNamed('想学什么，用说的');
  await app.sees('正在听，说完点一下');
  await app.settled(() => app.typed().includes('红薯怎么'));
  await app.tapNamed('说完了，停');
  await app.settled(() => app.typed().includes('红薯怎么窖藏'));
  await app.doesNotSee('正在听');
  await app.tap('点这一课');
  const token = await demo.token('approver');
  await app.settledThere(async () => (await demo.call<{ items: { title: string }[] }>('GET', '/api/course-requests?pageSize=100', { token })).items.some(({ title }) => title === '红薯怎么窖藏'));
  expect(speech.asked[0]).toBe('WechatSI');
});

test('where it was not understood that is said, and nothing that stood there is lost', async () => {
  speech.fails = true;
  await app.open('packages/courses/requests/index');
  await app.tap('点一课');
  await app.type('柑橘', 0);
  await app.tapNamed('想学什么，用说的');
  await app.sees('没听清。再说一次，或者打字');
  expect(app.typed()).toContain('柑橘');
  expect(app.faults).toEqual([]);
});
