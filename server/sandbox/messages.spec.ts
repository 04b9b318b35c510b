import { openSandbox, postTo, weekly, weeklyData, type TestSandbox } from './sandbox-for-tests.ts';

const sendPath = '/cgi-bin/message/subscribe/send';

describe('Subscribe messages (WECHAT.md §2)', () => {
  let wechat: TestSandbox;
  let openid: string;
  const accept = (more: object = {}) => wechat.answerSubscriptions(openid, { answers: { weekly: 'accept' }, ...more });
  const answerWith = (answer: 'reject' | 'ban', alwaysKeep = false) =>
    wechat.answerSubscriptions(openid, { answers: { weekly: answer }, alwaysKeep });
  const creditsLeft = () => wechat.credits(openid).weekly;

  beforeEach(async () => {
    wechat = await openSandbox({ sensitiveWords: ['违禁词'] });
    openid = wechat.createUser({ nickname: '周白露' }).openid;
  });
  afterEach(() => wechat.close());

  test('an accept is worth exactly one message', async () => {
    accept();
    expect((await wechat.send(openid)).errcode).toBe(0);
    expect((await wechat.send(openid)).errcode).toBe(43101);
    expect(wechat.listMessages(openid).total).toBe(1);
  });

  test('a kept accept still adds one credit for each call, and no call adds none', async () => {
    accept({ alwaysKeep: true });
    accept();
    accept();
    expect(creditsLeft()).toBe(3);
  });

  test('a message lies on the phone with the labels of its template', async () => {
    accept();
    await wechat.send(openid, { page: 'pages/week/week?week=2026-11-23', miniprogram_state: 'trial', lang: 'zh_CN' });
    expect(wechat.listMessages(openid).items).toEqual([
      {
        msgid: expect.stringMatching(/^\d{19}$/),
        templateId: 'weekly',
        title: '每周主题提醒',
        fields: [
          { name: 'thing1', label: '本周主题', value: '把饭碗端在自己手上' },
          { name: 'date2', label: '时间', value: '2026年11月23日 08:00' },
        ],
        page: 'pages/week/week?week=2026-11-23',
        miniprogramState: 'trial',
        lang: 'zh_CN',
        receivedAt: Date.UTC(2026, 10, 23),
      },
    ]);
  });

  test('msgid is a bare number above 2^53 that JSON.parse does not survive', async () => {
    wechat.createUser({ openid: 'rich', nickname: '吴霜降', credits: { weekly: 20 } });
    const url = `${wechat.url}${sendPath}?access_token=${await wechat.token()}`;
    for (let time = 0; time < 20; time += 1) {
      const text = await (await postTo(url, { touser: 'rich', template_id: weekly.id, data: weeklyData })).text();
      const digits = /"msgid":(\d+)}$/.exec(text)?.[1] ?? '';
      expect(digits).toBe(wechat.listMessages('rich').items[0]?.msgid);
      expect(BigInt(digits)).toBeGreaterThan(2n ** 53n);
      expect(BigInt(JSON.parse(text).msgid).toString()).not.toBe(digits);
    }
  });

  test('two sends to one user at the same time: one arrives, the other gets 43108 and costs nothing', async () => {
    const slow = await openSandbox({ limits: { sendTakesMs: 600 } });
    const user = slow.createUser({ nickname: '郑立冬', credits: { weekly: 2 } });
    const answers = await Promise.all([slow.send(user.openid), slow.send(user.openid)]);
    expect(answers.map(({ errcode }) => errcode).sort()).toEqual([0, 43108]);
    expect(slow.credits(user.openid).weekly).toBe(1);
    expect((await slow.send(user.openid)).errcode).toBe(0);
    await slow.close();
  });

  test('sends to different users at the same time all arrive', async () => {
    const others = ['a', 'b', 'c'].map((name) => wechat.createUser({ nickname: name, credits: { weekly: 1 } }));
    const answers = await Promise.all(others.map((other) => wechat.send(other.openid)));
    expect(answers.map(({ errcode }) => errcode)).toEqual([0, 0, 0]);
  });

  test('a reject adds nothing and leaves earlier credits usable', async () => {
    accept();
    answerWith('reject');
    expect(creditsLeft()).toBe(1);
    expect((await wechat.send(openid)).errcode).toBe(0);
  });

  test('a kept reject answers by itself and refuses messages until the settings change and the call is repeated', async () => {
    accept();
    answerWith('reject', true);
    expect(accept()).toEqual({ errMsg: 'requestSubscribeMessage:ok', weekly: 'reject' });
    expect((await wechat.send(openid)).errcode).toBe(43101);
    wechat.keepAnswer(openid, 'weekly', null);
    accept();
    expect(creditsLeft()).toBe(2);
    expect((await wechat.send(openid)).errcode).toBe(0);
  });

  test('a banned template answers 43107', async () => {
    accept();
    answerWith('ban');
    expect((await wechat.send(openid)).errcode).toBe(43107);
  });

  test('with the main switch off the call fails with 20004 and sends with 43101, without costing a credit', async () => {
    accept();
    wechat.changeUser(openid, { refusesMessages: true });
    expect(accept()).toEqual({ errMsg: 'requestSubscribeMessage:fail', errCode: 20004 });
    expect((await wechat.send(openid)).errcode).toBe(43101);
    expect(creditsLeft()).toBe(1);
  });

  test('the client call refuses no ids 10001, a strange id 20001, more than three 20003', async () => {
    const failOf = (ids: string[]) =>
      wechat.answerSubscriptions(openid, { answers: Object.fromEntries(ids.map((id) => [id, 'accept'])) }).errCode;
    expect([failOf([]), failOf(['other']), failOf(['a', 'b', 'c', 'd'])]).toEqual([10001, 20001, 20003]);
  });

  test.each([
    ['an unknown openid', { touser: 'nobody' }, 40003],
    ['an unknown template', { template_id: 'other' }, 40037],
    ['no data', { data: null }, 47003],
    ['a strange program state', { miniprogram_state: 'release' }, 47003],
    ['a strange language', { lang: 'de_DE' }, 47003],
    ['a page that is no text', { page: 5 }, 47003],
    ['a sensitive word', { data: { ...weeklyData, thing1: { value: '有违禁词' } } }, 45168],
  ])('%s is refused and costs no credit', async (_what, other, errcode) => {
    accept();
    expect((await wechat.send(openid, other)).errcode).toBe(errcode);
    expect(creditsLeft()).toBe(1);
  });

  test('47003 names the field, cut short as the live text is (Conventions)', async () => {
    const { errmsg } = await wechat.send(openid, { data: { ...weeklyData, thing1: { value: '' } } });
    expect(errmsg).toMatch(/^argument invalid! data\.thing1\.value invalid rid: /);
    const long = await wechat.send(openid, { data: { ...weeklyData, character_string9: { value: 'A' } } });
    expect(long.errmsg).toMatch(/ data\.character_string9\.value i rid: /);
  });

  test('a missing field is refused by its name', async () => {
    const { errcode, errmsg } = await wechat.send(openid, { data: { thing1: weeklyData.thing1 } });
    expect([errcode, errmsg]).toEqual([47003, expect.stringContaining('data.date2.value')]);
  });

  test('a wrong token is refused before anything else', async () => {
    const old = await wechat.token();
    await wechat.token(true);
    const codes = await Promise.all(['', 'x', old].map(async (token) => (await wechat.post(sendPath, {}, token)).errcode));
    expect(codes).toEqual([41001, 40014, 40001]);
    wechat.pass(2 * 3_600_000);
    const young = await wechat.token();
    wechat.pass(2 * 3_600_000);
    expect((await wechat.post(sendPath, {}, young)).errcode).toBe(42001);
  });

  test('what is no JSON object answers 47001', async () => {
    expect((await wechat.post(sendPath, '{"touser":')).errcode).toBe(47001);
    expect((await wechat.post(sendPath, '[]')).errcode).toBe(47001);
  });

  test('beyond the daily quota every send answers 45009 until the next day in Shanghai', async () => {
    wechat.createUser({ openid: 'rich', nickname: '孙大暑', credits: { weekly: 5 } });
    wechat.leaveToday(sendPath, 1);
    expect((await wechat.send('rich')).errcode).toBe(0);
    expect((await wechat.send('rich')).errcode).toBe(45009);
    wechat.pass(16 * 3_600_000); // From 08:00 to midnight.
    expect((await wechat.send('rich')).errcode).toBe(0);
  });

  test('a phone keeps its newest 200 messages', async () => {
    wechat.createUser({ openid: 'rich', nickname: '钱处暑', credits: { weekly: 201 } });
    const [first, ...rest] = [await wechat.send('rich'), ...Array.from({ length: 200 })];
    for (const _ of rest) await wechat.send('rich');
    const kept = wechat.listMessages('rich', { limit: 500 });
    expect([kept.total, kept.items.length]).toEqual([200, 200]);
    expect(kept.items.some(({ msgid }) => msgid === String(first?.msgid))).toBe(false);
  });
});
