import { openSandbox, type TestSandbox } from './sandbox-for-tests.ts';

const account = { appId: 'wx00000000000000a1', appSecret: 'secret-of-the-account', name: '大美青禾', publishes: true, miniPrograms: ['wx0000000000000001'] };
const modest = { ...account, appId: 'wx00000000000000a2', publishes: false };
const png = Buffer.from('89504e470d0a1a0a0000', 'hex');

describe('An official account’s draft box and publishing (WECHAT.md §5)', () => {
  let wechat: TestSandbox;
  let token: string;
  const tokenOf = async ({ appId, appSecret } = account) => String((await wechat.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret: appSecret }, '-')).access_token);
  const post = (path: string, body: unknown, by = token) => wechat.post(`/cgi-bin/${path}`, body, by);
  const upload = async (path: string, bytes: Buffer, query = '') => {
    const form = new FormData();
    form.set('media', new File([new Uint8Array(bytes)], 'a.png'));
    return (await (await fetch(`${wechat.url}/cgi-bin/${path}?access_token=${token}${query}`, { method: 'POST', body: form })).json()) as Record<string, unknown> & { errcode?: number };
  };
  const thumb = async () => String((await upload('material/add_material', png, '&type=image')).media_id);
  const news = async (more: object = {}) => ({ title: '把饭碗端牢', author: '青禾', digest: '一粒米', content: '<p>先看天气</p>', content_source_url: 'https://example.com/?k=1', thumb_media_id: await thumb(), ...more });
  const drafted = async (more: object = {}) => post('draft/add', { articles: [await news(more)] });
  const draft = () => wechat.officialAccount(account.appId).drafts[0]?.news;

  beforeEach(async () => {
    wechat = await openSandbox({ officialAccounts: [account, modest] });
    token = await tokenOf();
  });
  afterEach(() => wechat.close());

  test('each account has tokens of its own; the mini-program’s opens no draft box', async () => {
    expect((await post('draft/add', {}, await wechat.token())).errcode).toBe(40001);
    expect((await wechat.post('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: account.appId, secret: 'wrong' }, '-')).errcode).toBe(40125);
    wechat.revokeTokens();
    expect((await drafted()).errcode).toBe(40001);
  });

  test('pictures are JPG or PNG under a megabyte and stand at WeChat’s own address', async () => {
    expect(String((await upload('media/uploadimg', png)).url)).toMatch(/^http:\/\/mmbiz\.qpic\.cn\/sz_mmbiz_png\//);
    expect((await upload('media/uploadimg', Buffer.from('RIFF0000WEBP'))).errcode).toBe(40005);
    expect((await upload('media/uploadimg', Buffer.concat([png, Buffer.alloc(1_048_576)]))).errcode).toBe(40009);
    expect((await upload('material/add_material', Buffer.concat([png, Buffer.alloc(65_536)]), '&type=thumb')).errcode).toBe(40009);
  });

  test.each([
    [45003, { title: '田'.repeat(33) }],
    [45110, { author: '田'.repeat(17) }],
    [45004, { digest: '田'.repeat(129) }],
    [44003, { content: ' ' }],
    [45166, { content: 'a'.repeat(20_000) }],
    [45166, { content: '<a data-miniprogram-appid="wx9999999999999999" href="">去</a>' }],
    [40007, { thumb_media_id: 'none' }],
  ])('a draft is refused with %d for %j', async (errcode, more) => expect((await drafted(more)).errcode).toBe(errcode));

  test('foreign pictures, classes and scripts are stripped', async () => {
    await drafted({ content: '<p class="a">一<img src="https://example.com/a.png"/><img src="http://mmbiz.qpic.cn/a/b/0"/></p><script>x()</script>' });
    expect(draft()?.content).toBe('<p>一<img src="http://mmbiz.qpic.cn/a/b/0"/></p>');
  });

  test('a draft without a digest takes the first 54 characters', async () => {
    await drafted({ digest: '', content: `<p>${'田'.repeat(60)}</p>` });
    expect(draft()?.digest).toBe('田'.repeat(54));
  });

  test('a publication is queued, then out, listed, and its draft is gone', async () => {
    const { media_id } = await drafted();
    const { publish_id } = await post('freepublish/submit', { media_id });
    expect(await post('freepublish/get', { publish_id })).toMatchObject({ publish_status: 1 });
    wechat.pass(3_000);
    const { article_id, article_detail } = await post('freepublish/get', { publish_id });
    expect(article_detail).toEqual({ count: 1, item: [{ idx: 1, article_url: `http://mp.weixin.qq.com/s/${String(article_id)}` }] });
    expect(await post('freepublish/batchget', { offset: 0, count: 20 })).toMatchObject({ item: [{ article_id, content: { news_item: [{ content_source_url: 'https://example.com/?k=1' }] } }] });
    expect((await post('freepublish/submit', { media_id })).errcode).toBe(40007);
    expect(await (await fetch(`${wechat.url}/s/${String(article_id)}`)).text()).toContain('先看天气');
  });

  test.each([2, 3, 4, 5, 6] as const)('a publication ends with %d when told', async (outcome) => {
    wechat.endPublications(account.appId, outcome);
    const { publish_id } = await post('freepublish/submit', { media_id: (await drafted()).media_id });
    wechat.pass(3_000);
    expect(await post('freepublish/get', { publish_id })).toMatchObject({ publish_status: outcome });
  });

  test('an account that is not verified has no publishing', async () => {
    expect((await post('freepublish/submit', { media_id: 'a' }, await tokenOf(modest))).errcode).toBe(48001);
  });

  test('a draft that lies there is changed in place and found by its link', async () => {
    const { media_id } = await drafted();
    await post('draft/update', { media_id, index: 0, articles: await news({ title: '另一个' }) });
    expect(await post('draft/batchget', { offset: 0, count: 20 })).toMatchObject({ total_count: 1, item: [{ media_id, content: { news_item: [{ title: '另一个' }] } }] });
    wechat.emptyConsole(account.appId);
    expect((await post('draft/update', { media_id, index: 0, articles: {} })).errcode).toBe(40007);
  });
});
