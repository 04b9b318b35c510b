import { openSandbox, weeklyData, type TestSandbox } from '../sandbox-for-tests.ts';
import type { Drawing } from './page-routes.ts';

describe('The page of phones', () => {
  let wechat: TestSandbox;
  const drawing = async (query = ''): Promise<Drawing> =>
    JSON.parse(await (await fetch(`${wechat.url}/sandbox/phones${query}`)).text());

  beforeEach(async () => {
    wechat = await openSandbox({ appName: '龙凤微党校', openPage: (page) => `http://127.0.0.1:9/#/${page}` });
  });
  afterEach(() => wechat.close());

  test('it is one Chinese page that loads nothing from elsewhere', async () => {
    const response = await fetch(`${wechat.url}/sandbox`);
    const text = await response.text();
    expect(response.url).toBe(`${wechat.url}/sandbox/`);
    expect(text).toContain('微信沙箱');
    expect(text).not.toMatch(/(src|href)="(https?:)?\/\//);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test('a phone shows who it is with the number masked, what it may still receive and what came', async () => {
    const { openid } = wechat.createUser({ nickname: '张田生', phone: '13800001234', credits: { weekly: 3 } });
    await wechat.send(openid, { page: 'pages/week/week' });
    const { phones, summary } = await drawing();
    expect(summary).toBe('1部手机，收到1条');
    for (const text of ['张田生', '138****1234', '还能收2条', '每周主题提醒', '把饭碗端在自己手上', '11月23日 8:00', '刚到']) {
      expect(phones[0]?.html).toContain(text);
    }
    expect(phones[0]?.html).toContain('href="http://127.0.0.1:9/#/pages/week/week"');
    expect(phones[0]?.html).not.toContain('13800001234');
  });

  test('a kind of which nothing may come any more is told in one line with the others', async () => {
    wechat.createUser({ nickname: '赵麦香' });
    const { phones } = await drawing();
    expect(phones[0]?.html).toContain('没有次数');
    expect(phones[0]?.html).not.toMatch(/还能收|每周主题提醒/);
  });

  test('what people write is shown as text, never as HTML', async () => {
    const { openid } = wechat.createUser({ nickname: '<b>甲</b>', credits: { weekly: 1 } });
    await wechat.send(openid, { page: '"><script>', data: { ...weeklyData, thing1: { value: '<img src=x>' } } });
    const { phones } = await drawing();
    expect(phones[0]?.html).not.toMatch(/<img|<script|<b>甲/);
    expect(phones[0]?.html).toContain('&lt;img src=x&gt;');
  });

  test('drawing twice without news gives the same text, so nothing flickers', async () => {
    wechat.createUser({ nickname: '李秀禾' });
    expect(await drawing()).toEqual(await drawing());
  });

  test('a phone without messages says so, and one that refuses says why', async () => {
    const { openid } = wechat.createUser({ nickname: '王谷雨' });
    expect((await drawing()).phones[0]?.html).toContain('还没有消息');
    wechat.changeUser(openid, { refusesMessages: true });
    expect((await drawing()).phones[0]?.html).toContain('这部手机关掉了通知');
  });

  test('twelve phones fill a page, and a name or number finds one', async () => {
    for (let person = 0; person < 14; person += 1) wechat.createUser({ nickname: `社员${person}`, phone: `1380000${1000 + person}` });
    expect(await drawing('?page=1')).toMatchObject({ phones: [{}, {}], pager: { page: 1, pages: 2 } });
    expect((await drawing('?page=99')).pager.page).toBe(1);
    expect((await drawing('?search=13800001007')).phones).toHaveLength(1);
  });

  test('the panel says in words what is wrong with this WeChat', async () => {
    expect((await drawing()).faults).toContain('微信正常收发');
    wechat.setFault({ path: '*', delayMs: 3_000 });
    wechat.setFault({ path: '/cgi-bin/message/subscribe/send', errcode: 45009, times: 2 });
    expect((await drawing()).faults).toContain('全部接口慢3秒；发通知拒绝，错误码45009，还有2次');
  });
});
