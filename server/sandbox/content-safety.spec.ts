import { openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

const textPath = '/wxa/msg_sec_check';
const mediaPath = '/wxa/media_check_async';

describe('Content safety (WECHAT.md §3)', () => {
  let wechat: TestSandbox;
  let openid: string;
  const checkText = (more: object = {}) => wechat.post(textPath, { version: 2, openid, scene: 3, content: '学到了田间管理', ...more });
  const checkMedia = (more: object = {}) =>
    wechat.post(mediaPath, { version: 2, openid, scene: 3, media_type: 2, media_url: 'https://files.example/photo.jpg', ...more });

  beforeEach(async () => {
    wechat = await openSandbox();
    openid = wechat.createUser({ nickname: '蒋春分' }).openid;
    wechat.visit(openid);
  });
  afterEach(() => wechat.close());

  test('ordinary text passes with label 100 and a trace id', async () => {
    const answer = await checkText();
    expect(answer).toMatchObject({ errcode: 0, result: { suggest: 'pass', label: 100 }, trace_id: expect.stringMatching(/.{10,}/) });
  });

  test.each([
    ['加微信领资料', 'review', 10001, '加微信'],
    ['一起赌博', 'risky', 20006, '赌博'],
    ['加微信一起赌博', 'risky', 20006, '赌博'],
  ])('%s gets %s, the worst word deciding', async (content, suggest, label, keyword) => {
    const answer = await checkText({ content });
    expect(answer.result).toEqual({ suggest, label });
    expect(answer.detail).toContainEqual(expect.objectContaining({ strategy: 'keyword', errcode: 0, suggest, keyword }));
  });

  test('title and nickname are checked with the content', async () => {
    expect((await checkText({ title: '赌博' })).result).toMatchObject({ suggest: 'risky' });
    expect((await checkText({ nickname: '加微信' })).result).toMatchObject({ suggest: 'review' });
  });

  test('the word list can be replaced', async () => {
    wechat.replaceSafetyWords([{ word: '田间', suggest: 'review', label: 21000 }]);
    expect((await checkText()).result).toEqual({ suggest: 'review', label: 21000 });
  });

  test('text has at most 2500 characters', async () => {
    expect((await checkText({ content: '田'.repeat(2_500) })).errcode).toBe(0);
    expect((await checkText({ content: '田'.repeat(2_501) })).errcode).toBe(47001);
  });

  test('a user is checked only within two hours of their last visit', async () => {
    wechat.pass(2 * 3_600_000);
    expect((await checkText()).errcode).toBe(0);
    wechat.pass(1);
    expect([(await checkText()).errcode, (await checkMedia()).errcode]).toEqual([61010, 61010]);
    await wechat.login(openid);
    expect((await checkText()).errcode).toBe(0);
  });

  test('a user who never came answers 61010', async () => {
    const stranger = wechat.createUser({ nickname: '褚清明' });
    expect((await checkText({ openid: stranger.openid })).errcode).toBe(61010);
  });

  test.each([
    [{ openid: 'nobody' }, 40003],
    [{ scene: 5 }, 40129],
    [{ scene: '3' }, 40129],
    [{ version: 1 }, 47001],
    [{ content: '' }, 47001],
  ])('%j is refused with %i', async (more, errcode) => {
    expect((await checkText(more)).errcode).toBe(errcode);
  });

  test('media gets a trace id at once and its verdict later', async () => {
    const { trace_id } = await checkMedia();
    expect(wechat.mediaCheckEvents()).toEqual([]);
    wechat.pass(3_000);
    expect(wechat.mediaCheckEvents()).toEqual([
      { appid: 'wx0123456789abcdef', trace_id, version: 2, errcode: 0, result: { suggest: 'pass', label: 100 } },
    ]);
  });

  test('media that cannot be downloaded is reported with -1008, a bad word in its address as risky', async () => {
    await checkMedia({ media_url: 'https://nowhere.invalid/photo.jpg' });
    await checkMedia({ media_url: `https://files.example/${encodeURIComponent('赌博')}.jpg` });
    wechat.pass(3_000);
    const [missing, risky] = wechat.mediaCheckEvents();
    expect(missing?.errcode).toBe(-1008);
    expect(risky?.result.suggest).toBe('risky');
  });

  test('video has no media type, and an address must be one', async () => {
    expect((await checkMedia({ media_type: 3 })).errcode).toBe(47001);
    expect((await checkMedia({ media_url: 'photo.jpg' })).errcode).toBe(47001);
  });
});
