import { type Committee, committeeOf } from '../../test/committee.ts';
import { monthTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { november } from '../../test/votes.ts';
import { doorbellsOf, WechatPhone } from '../../test/wechat-phone.ts';
import { PublicationsService } from './publications.service.ts';

const { month } = november;
const wednesday = (time: string): string => `2026-12-09T${time}+08:00`;
let server: TestServer;
let town: Committee;
let phone: WechatPhone;

beforeEach(async () => {
  server = await startTestServer({ wechat: true, env: { WECHAT_MONTH_TEMPLATE_ID: monthTemplate } });
  town = await committeeOf(server, 2);
  phone = await WechatPhone.of(server, town.member, monthTemplate);
});
afterEach(() => server.close());

async function publish(time: string): Promise<void> {
  server.at(wednesday(time));
  await (await server.make.anew(town.at(0))).api.call('publishMonth', { params: { month } });
}
async function run(instant: string): Promise<void> {
  server.at(instant);
  await server.runJob('doorbells');
}
async function doorbells() {
  const publication = await server.get(PublicationsService).find(town.town.scope, 'month', month);
  return publication && doorbellsOf(server, town.town, 'month_published', publication.id);
}

describe('A published month', () => {
  test('rings those on its sheet, once, by the template of published months', async () => {
    await publish('10:00:00');
    for (const time of ['10:00:05', '10:00:10', '18:00:00']) await run(wednesday(time));
    expect(phone.messages()).toEqual([{ page: `packages/record/receipt/index?month=${month}`, fields: { thing1: '2026年11月的结果公示了', date2: '2026年12月9日 10:00', thing3: '公示到12月14日' } }]);
    expect([await phone.credits(), (await doorbells())?.sent]).toEqual([0, 1]);
  });

  test('at midnight rings nobody before 07:00', async () => {
    await publish('00:00:00');
    for (const time of ['00:00:05', '06:59:59']) await run(wednesday(time));
    expect([phone.rung, (await doorbells())?.sent]).toEqual([0, undefined]);
    await run(wednesday('07:00:00'));
    expect(phone.rung).toBe(1);
  });

  test('does not ring those who allowed nothing or have no WeChat, and counts them so', async () => {
    town = await committeeOf(server, 1);
    const bare = await WechatPhone.of(server, town.member, monthTemplate, 0);
    await publish('10:00:00');
    await run(wednesday('10:00:05'));
    expect([bare.rung, await doorbells()]).toEqual([0, { no_credit: 1, unbound: 1 }]);
  });

  test('sent again after a lost answer, or by somebody else, is not told twice', async () => {
    await publish('10:00:00');
    await run(wednesday('10:00:05'));
    await phone.allow();
    await publish('10:00:07');
    expect(await (await server.make.anew(town.at(1))).api.codeOf('publishMonth', { params: { month } })).toBe('MONTH_PUBLISHED');
    await run(wednesday('10:00:10'));
    expect([phone.rung, await phone.credits()]).toEqual([1, 1]);
  });

  test('of which phones could not be told while it was up is not told of afterwards, and the credit stays', async () => {
    server.sandbox.setFault({ path: '*', down: true });
    await publish('10:00:00');
    await run(wednesday('10:00:05'));
    server.sandbox.clearFaults();
    await run('2026-12-16T08:00:00+08:00');
    expect([phone.rung, await phone.credits(), (await doorbells())?.waiting]).toEqual([0, 1, undefined]);
  });
});
