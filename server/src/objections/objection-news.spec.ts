import { randomUUID } from 'node:crypto';
import { type Committee, committeeOf } from '../../test/committee.ts';
import { objectionTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { november } from '../../test/votes.ts';
import { doorbellsOf, WechatPhone } from '../../test/wechat-phone.ts';

const { month } = november;
const env = { WECHAT_OBJECTION_TEMPLATE_ID: objectionTemplate, WECHAT_OBJECTION_TEMPLATE_FIELDS: 'thing1=title,time2=date,thing3=hint' };
const kept = { verdict: 'kept' as const, text: '记录没有错', points: null };
const page = `packages/record/receipt/index?month=${month}`;
const december = (day: number, time: string): string => `2026-12-${String(day).padStart(2, '0')}T${time}+08:00`;
let server: TestServer;
let town: Committee;

beforeEach(async () => {
  server = await startTestServer({ wechat: true, env });
  town = await committeeOf(server, 6);
});
afterEach(() => server.close());

const signer = async (place: number) => (await server.make.anew(town.at(place))).api;
const objector = async () => (await server.make.anew(town.member)).api;
/** The month is up, and a member objects. */
async function objected(): Promise<string> {
  server.at(december(9, '10:00:00'));
  await (await signer(0)).call('publishMonth', { params: { month } });
  const body = { clientId: randomUUID(), kind: 'month' as const, period: month, about: 'whole' as const, text: '请再核一遍' };
  return (await (await objector()).call('createObjection', { body })).id;
}
/** One writes it, two more sign it. */
async function answered(id: string, [first, ...others]: [number, number, number]): Promise<void> {
  await (await signer(first)).call('proposeObjectionAnswer', { params: { id }, body: kept });
  for (const place of others) await (await signer(place)).call('signObjectionAnswer', { params: { id }, body: { text: kept.text } });
}
async function run(instant: string): Promise<void> {
  server.at(instant);
  await server.runJob('doorbells');
}
const phoneOf = (taps?: number): Promise<WechatPhone> => WechatPhone.of(server, town.member, objectionTemplate, taps);
const doorbells = (id: string, state: 'answered' | 'final') => doorbellsOf(server, town.town, 'objection_answered', `${id}:${state}`);

describe('An answered objection', () => {
  test('rings whoever objected with the third signature, once, by the template of answers', async () => {
    const [phone, id] = [await phoneOf(), await objected()];
    server.at(december(10, '10:00:00'));
    await (await signer(0)).call('proposeObjectionAnswer', { params: { id }, body: kept });
    await (await signer(1)).call('signObjectionAnswer', { params: { id }, body: { text: kept.text } });
    await run(december(10, '10:30:00'));
    expect([phone.rung, await doorbells(id, 'answered')]).toEqual([0, null]);
    await (await signer(2)).call('signObjectionAnswer', { params: { id }, body: { text: kept.text } });
    for (const time of ['10:30:05', '10:30:10', '20:00:00']) await run(december(10, time));
    expect(phone.messages()).toEqual([{ page, fields: { thing1: '你的异议有答复了', time2: '2026年12月10日 10:30', thing3: '点开看答复和理由' } }]);
    expect([await phone.credits(), await doorbells(id, 'answered')]).toEqual([0, { sent: 1 }]);
  });

  test('signed late in the evening rings the next morning', async () => {
    const [phone, id] = [await phoneOf(), await objected()];
    server.at(december(10, '21:00:00'));
    await answered(id, [0, 1, 2]);
    for (const instant of [december(10, '21:00:05'), december(11, '06:59:59')]) await run(instant);
    expect(phone.rung).toBe(0);
    await run(december(11, '07:00:00'));
    expect(phone.rung).toBe(1);
  });

  test('does not ring whoever allowed nothing, and counts it so', async () => {
    const [phone, id] = [await phoneOf(0), await objected()];
    await answered(id, [0, 1, 2]);
    await run(december(9, '11:00:00'));
    expect([phone.rung, await doorbells(id, 'answered')]).toEqual([0, { no_credit: 1 }]);
  });

  test('that is not signed again by a fourth is not told twice; the answer of the second step is told anew', async () => {
    const [phone, id] = [await phoneOf(2), await objected()];
    await answered(id, [0, 1, 2]);
    await run(december(9, '11:00:00'));
    expect(await (await signer(3)).codeOf('signObjectionAnswer', { params: { id }, body: { text: kept.text } })).not.toBe('ok');
    await run(december(9, '11:05:00'));
    expect([phone.rung, await phone.credits()]).toEqual([1, 1]);
    await (await objector()).call('contestObjection', { params: { id }, body: { text: '还是不对' } });
    await answered(id, [3, 4, 5]);
    await run(december(9, '12:00:00'));
    expect([phone.rung, await phone.credits()]).toEqual([2, 0]);
  });
});
