import { Demo } from '../support/demo';
import { RatedMonth } from '../support/rated-month';
import type { MiniProgram } from './mini-program';
import { become, choose, onPhoneOf } from './weapp';

interface Objection {
  readonly id: string;
  readonly period: string;
  readonly about: string;
  readonly text: string;
  readonly state: string;
}

let demo: Demo;
let app: MiniProgram;
let rated: RatedMonth;
beforeAll(async () => {
  demo = await Demo.start();
  rated = await RatedMonth.toConfirm(demo);
  await rated.publish();
  app = onPhoneOf(demo, await demo.unboundUser());
  await choose(app, '标准');
  await become(app, demo, 'member');
}, 300_000);
afterAll(() => demo?.server.stop());

const mine = async (): Promise<Objection[]> => (await demo.call<{ items: Objection[] }>('GET', '/api/my/objections', { token: await demo.token('member') })).items.filter(({ period }) => period === rated.month);

test('an objection whose answer was lost stays on the phone, and is one when it is sent again', async () => {
  await app.open(`packages/record/receipt/index?month=${rated.month}`);
  await app.sees('有不对的，提出异议');
  await app.tap('有不对的，提出异议');
  await app.tap('总的结果');
  await app.type('月底补的那一次没有算');
  app.phone.network.breakAfter('POST /api/my/objections');
  await app.tap('提出异议');
  await app.sees('写的都在手机里');
  expect(await mine()).toHaveLength(1);
  app.phone.setOnline(true);
  await app.tap('提出异议');
  await app.sees('等三位同志答复');
  expect(await mine()).toMatchObject([{ about: 'whole', text: '月底补的那一次没有算', state: 'open' }]);
});

test('what is objected to already cannot be objected to again; another line can', async () => {
  await app.tap('有不对的，提出异议');
  await app.tap('总的结果');
  await app.type('再说一遍');
  await app.tap('提出异议');
  await app.sees('这一项已经提过异议');
  await app.tap('互评');
  await app.tap('提出异议');
  await app.sees('对“互评”的异议');
  expect(await mine()).toHaveLength(2);
});

test('nothing was reported on the console meanwhile', () => {
  expect(app.faults).toEqual([]);
});
