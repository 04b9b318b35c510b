import { openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

const rules: Record<string, { allowed: string[]; refused: string[] }> = {
  thing: { allowed: ['谷'.repeat(20), '🌾'.repeat(20), '第3课，soil & 水', '3'], refused: ['谷'.repeat(21), '🌾'.repeat(21), '两\n行'] },
  number: { allowed: ['0', '12.5', '9'.repeat(32)], refused: ['9'.repeat(33), '12.', '1,000', '三', '-1'] },
  letter: { allowed: ['abcXYZ', 'a'.repeat(32)], refused: ['a'.repeat(33), 'a1', 'a b', '字'] },
  symbol: { allowed: ['+', '!@#$%', '。、'], refused: ['!!!!!!', 'a!', '1'] },
  character_string: { allowed: ['A-001/2026', 'x'.repeat(32)], refused: ['x'.repeat(33), '编号1', 'a\tb'] },
  time: {
    allowed: ['15:01', '2019年10月1日 15:01', '19:30~21:00', '2019年10月1日 15:01~2019年10月2日 16:00'],
    refused: ['24:00', '15:60', '下午3点', '2019年10月1日', '19:30~21:00~22:00', '2019年2月30日 15:01'],
  },
  date: {
    allowed: ['2019年10月1日', '2019-10-01', '2019/10/1', '2019.10.01', '2019年10月1日 15:01', '2019-10-01~2019-10-03', '2024年2月29日'],
    refused: ['10月1日', '15:01', '2019年2月29日', '2019-13-01', '2019-10/01', '星期一', '2019年10月1日 25:00'],
  },
  amount: { allowed: ['¥100', '￥99.50元', '$1234567890'], refused: ['100', '¥12345678901', '¥一百', '100元整'] },
  phone_number: { allowed: ['+86-0766-66888866', '13800001234'], refused: ['1'.repeat(18), '电话110', 'abc'] },
  car_number: { allowed: ['粤A8Z888挂', '粤A12345', 'AB1234'], refused: ['粤A8Z8888挂', '粤中A123', 'A 123'] },
  name: {
    allowed: ['王谷雨', '阿'.repeat(10), 'a'.repeat(20), 'Anna-Maria O.', '古丽·阿依'],
    refused: ['阿'.repeat(11), 'a'.repeat(21), '王3', `王${'a'.repeat(10)}`],
  },
  phrase: { allowed: ['已开始', '五个汉字了'], refused: ['六个汉字太长', 'ok', '好a', '好1', '好，'] },
  enum: { allowed: ['晴', '雨'], refused: ['雪', ''] },
};
const fieldOf = (type: string) => `${type}1`;
const templates = Object.keys(rules).map((type) => ({
  id: type,
  title: type,
  fields: { [fieldOf(type)]: type },
  enums: { enum1: ['晴', '雨'] },
}));
const rows = (kind: 'allowed' | 'refused') =>
  Object.entries(rules).flatMap(([type, values]) => values[kind].map((value): [string, string] => [type, value]));

describe('Values in a subscribe message (WECHAT.md §2, value rules)', () => {
  let wechat: TestSandbox;
  let openid: string;
  const send = (type: string, value: unknown) =>
    wechat.send(openid, { template_id: type, data: { [fieldOf(type)]: { value } } });

  beforeAll(async () => {
    wechat = await openSandbox({ templates });
    const credits = Object.fromEntries(templates.map(({ id }) => [id, 50]));
    openid = wechat.createUser({ nickname: '冯寒露', credits }).openid;
  });
  afterAll(() => wechat.close());

  test.each(rows('allowed'))('%s may be %j', async (type, value) => {
    expect((await send(type, value)).errcode).toBe(0);
  });

  test.each(rows('refused'))('%s may not be %j', async (type, value) => {
    const { errcode, errmsg } = await send(type, value);
    expect(errcode).toBe(47003);
    expect(errmsg).toContain(`data.${fieldOf(type)}`);
  });

  test.each(Object.keys(rules))('%s may not be empty, blank, missing or a bare number', async (type) => {
    for (const value of ['', '  ', undefined, null, 7]) expect((await send(type, value)).errcode).toBe(47003);
  });

  test('a template with a field type that WeChat does not have is refused at the start', async () => {
    const strange = { id: 'x', title: 'x', fields: { mood1: '心情', enum2: '没有列表' } };
    await expect(openSandbox({ templates: [strange] })).rejects.toThrow('x.mood1, x.enum2');
  });
});
