import fc from 'fast-check';
import { sandboxAppId, sandboxAppSecret } from '../../../test/test-sandbox.ts';
import { type Sandbox, startSandbox } from '../../../sandbox/sandbox.ts';
import { checkedFields } from './subscribe-message.ts';
import { onSandbox, type Rig, startRig } from '../../../test/wechat-rig.ts';
import type { WeChat } from './wechat.ts';

/** Values that WeChat's own pages show or rule out, by kind of field. */
const examples: Record<string, { taken: string[]; refused: string[] }> = {
  thing: { taken: ['第3课，soil & 水', '3'], refused: ['', ' \u200b\n'] },
  number: { taken: ['0', '12.5', '9'.repeat(32)], refused: ['9'.repeat(33), '12.', '1,000', '三', '-1'] },
  letter: { taken: ['abcXYZ', 'a'.repeat(32)], refused: ['a'.repeat(33), 'a1', 'a b', '字'] },
  symbol: { taken: ['+', '!@#$%', '。、'], refused: ['!!!!!!', 'a!', '1'] },
  character_string: { taken: ['A-001/2026', 'x'.repeat(32)], refused: ['x'.repeat(33), '编号1'] },
  time: { taken: ['15:01', '2019年10月1日 15:01', '19:30~21:00'], refused: ['24:00', '15:60', '下午3点', '2019年10月1日', '19:30~21:00~22:00'] },
  date: { taken: ['2019年10月1日', '2019-10-01', '2019/10/1', '2019.10.01', '2019年10月1日 15:01', '2024年2月29日'], refused: ['10月1日', '15:01', '2019年2月29日', '2019-10/01', '星期一', '2019年10月1日 25:00'] },
  amount: { taken: ['¥100', '￥99.50元'], refused: ['100', '¥12345678901', '¥一百', '100元整'] },
  phone_number: { taken: ['+86-0000-66888866', '13800001234'], refused: ['1'.repeat(18), '电话110'] },
  car_number: { taken: ['川J8Z888学', '川J12345'], refused: ['川J8Z8888学', '川中J123', 'J 123'] },
  name: { taken: ['王谷雨', '阿'.repeat(10), 'a'.repeat(20), 'Anna-Maria O.'], refused: ['阿'.repeat(11), 'a'.repeat(21), '王3', `王${'a'.repeat(10)}`] },
  phrase: { taken: ['已开始', '五个汉字了'], refused: ['六个汉字太长', 'ok', '好1', '好，'] },
  enum: { taken: ['晴'], refused: ['雪'] },
};
const kinds = Object.keys(examples);
const enums = { enum1: ['晴', '雨'] };
const rows = (which: 'taken' | 'refused'): [string, string][] => kinds.flatMap((kind) => (examples[kind]?.[which] ?? []).map((value): [string, string] => [kind, value]));

let sandbox: Sandbox;
let rig: Rig;
let wechat: WeChat;
let openid: string;

beforeAll(async () => {
  const templates = kinds.map((kind) => ({ id: kind, title: kind, fields: { [`${kind}1`]: kind }, enums }));
  sandbox = await startSandbox({ port: 0, appId: sandboxAppId, appSecret: sandboxAppSecret, templates, limits: { sendTakesMs: 0 } });
  rig = await startRig();
  wechat = await rig.another({ env: onSandbox(sandbox) });
  ({ openid } = sandbox.createUser({ nickname: '林谷雨', credits: Object.fromEntries(kinds.map((kind) => [kind, 1_000_000])) }));
});
afterAll(() => Promise.all([rig.close(), sandbox.close()]));

const send = (kind: string, value: string) => wechat.sendSubscribeMessage({ openid, templateId: kind, page: 'pages/week/index', fields: { [`${kind}1`]: value }, enums });

test.each(rows('taken'))('A field of the kind %s says %j', async (kind, value) => {
  expect((await send(kind, value)).state).toBe('sent');
  expect(sandbox.listMessages(openid).items[0]?.fields[0]?.value).toBe(value);
});

test.each(rows('refused'))('A field of the kind %s does not take %j: its name is told, WeChat is not asked, no credit is spent', async (kind, value) => {
  const before = [sandbox.calls(), sandbox.credits(openid)];
  expect(await send(kind, value)).toEqual({ state: 'invalid', field: `${kind}1`, errcode: 47003 });
  expect([sandbox.calls(), sandbox.credits(openid)]).toEqual(before);
});

test('A field of a kind that WeChat does not have takes nothing', () => {
  expect(checkedFields({ fields: { thing1: '课', mood2: '好' } })).toEqual({ invalid: 'mood2' });
});

describe('A title too long', () => {
  const titled = (title: string): unknown => checkedFields({ fields: { thing1: title } });

  test('is cut to twenty characters, the last one a mark of it', () => {
    expect(titled('谷'.repeat(21))).toMatchObject({ fields: { thing1: `${'谷'.repeat(19)}…` } });
    expect(titled('谷'.repeat(20))).toMatchObject({ fields: { thing1: '谷'.repeat(20) } });
  });

  test('is never cut inside what a reader sees as one', () => {
    expect(titled('🌾'.repeat(32))).toMatchObject({ fields: { thing1: `${'🌾'.repeat(19)}…` } });
    expect(titled(`${'谷'.repeat(17)}👨‍👩‍👧一家`)).toMatchObject({ fields: { thing1: `${'谷'.repeat(17)}…` } });
  });
});

describe('Whatever the value', () => {
  const pieces = fc.constantFrom('谷', '雨', 'a', 'Z', '7', '0', '.', '-', '/', ':', '~', '年', '月', '日', '¥', '元', '，', ' ', '\n', '\u200b', '🌾', '+', '(', '15:01', '2026年11月23日', '2026-11-23', '川J');
  const value = fc.oneof(fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join('')), fc.string({ unit: 'binary', maxLength: 40 }));

  test('WeChat takes what the adapter sends', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...kinds), value, async (kind, text) => {
        expect(['sent', 'invalid']).toContain((await send(kind, text)).state);
      }),
      { numRuns: 150 },
    );
  });
});
