import { ArticleTown } from '../../test/articles.ts';
import { pngFile } from '../../test/matrix/files.ts';
import { accountOfTests, modestAccountOfTests } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const uploadPath = '/cgi-bin/media/uploadimg';
const coverPath = '/cgi-bin/material/add_material';
const pasted = 'https://mp.weixin.qq.com/s/Abc-123';
let server: TestServer;
beforeEach(async () => {
  server = await startTestServer({ wechat: true });
});
afterEach(() => server.close());

/** Another picture each time: what follows the end of a PNG is not looked at. */
const otherPicture = (mark: number): Buffer => {
  const bytes = Buffer.from(pngFile().bytes);
  return Buffer.concat([bytes.subarray(0, 33), textChunk(mark), bytes.subarray(33)]);
};
function textChunk(mark: number): Buffer {
  const chunk = Buffer.from(`\0\0\0\x01gAMA${String.fromCharCode(mark)}\0\0\0\0`, 'latin1');
  return chunk;
}

describe('A draft', () => {
  test('is made by the job from the theme, its lessons and the town’s account', async () => {
    const town = await ArticleTown.in(server);
    expect(await town.article()).toMatchObject({ state: 'none', connected: true, publishes: true, faults: [], outdated: false, url: null });
    expect(await town.draft()).toMatchObject({ state: 'making', problem: null });
    expect(await town.work()).toMatchObject({ state: 'drafted', outdated: false });
    const [draft] = town.drafts;
    expect(draft?.news).toMatchObject({ title: '一锤一钎', author: '青禾', digest: '渠是怎么修的' });
    expect(draft?.news.content).toContain('十年，一千五百公里。');
    expect(draft?.news.content).toContain('data-miniprogram-path="pages/week/index?town=');
    expect(await town.planning.noticesOf(town.admin)).toContainEqual('公众号草稿做好了：“一锤一钎”：看一遍预览，再发布。');
  });

  test('shows its pictures from WeChat, each sent once for each account, however many lessons show it', async () => {
    const town = await withPictures();
    await town.drafted();
    expect([town.calls(uploadPath), town.calls(coverPath)]).toEqual([2, 1]);
    expect(town.drafts[0]?.news.content.match(/<img src="http:\/\/mmbiz\.qpic\.cn\//g)).toHaveLength(3);
    expect((await town.article()).pictures.map(({ url }) => url?.slice(0, 22))).toEqual(['http://mmbiz.qpic.cn/s', 'http://mmbiz.qpic.cn/s']);
    await town.draft();
    await town.work();
    expect([town.calls(uploadPath), town.calls(coverPath)]).toEqual([2, 1]);
  });

  /** Two pictures, one of them shown twice. */
  async function withPictures(): Promise<ArticleTown> {
    const town = await ArticleTown.in(server);
    const [one, other] = [await ArticleTown.picture(town.admin), await ArticleTown.picture(town.admin, otherPicture(7))];
    await town.admin.api.call('withdrawTheme', town.target);
    await town.admin.api.call('updateLesson', { params: { id: town.lessonId }, body: { title: '红旗渠', category: 'history', blocks: [one, other, one] } });
    await town.admin.api.call('submitTheme', town.target);
    await town.planning.approver.api.call('approveTheme', town.target);
    return town;
  }

  test('without a picture gets a plain cover, once for all themes', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    await town.draft();
    await town.work();
    expect(town.calls(coverPath)).toBe(1);
  });

  test('asked for again changes the one that lies there', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    await town.drafted();
    expect(town.drafts).toHaveLength(1);
    server.sandbox.emptyConsole(accountOfTests.appId);
    await town.drafted();
    expect((await town.later(10_000)).state).toBe('drafted');
    expect(town.drafts).toHaveLength(1);
  });

  test('is of an approved theme: nobody publishes what nobody else has read', async () => {
    const town = await ArticleTown.in(server);
    await town.admin.api.call('withdrawTheme', town.target);
    for (const route of ['draftArticle', 'publishArticle'] as const) expect(await town.admin.api.codeOf(route, town.target)).toMatch(/^(THEME_STATE|ARTICLE_STATE)$/);
    expect(await town.admin.api.codeOf('setArticleUrl', { ...town.target, body: { url: pasted } })).toBe('THEME_STATE');
  });

  test('with what WeChat would refuse is not asked for, and every fault is named before', async () => {
    const webp = Buffer.from('UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA', 'base64');
    const town = await ArticleTown.in(server);
    const picture = await ArticleTown.picture(town.admin, webp);
    await town.admin.api.call('withdrawTheme', town.target);
    const long = { type: 'paragraph' as const, runs: Array.from({ length: 5 }, () => ({ text: '田'.repeat(4_000) })) };
    await town.admin.api.call('updateLesson', { params: { id: town.lessonId }, body: { title: '红旗渠', category: 'history', blocks: [long, picture] } });
    await town.admin.api.call('submitTheme', town.target);
    await town.planning.approver.api.call('approveTheme', town.target);
    expect((await town.article()).faults).toEqual([
      { field: 'content', message: '正文太长，公众号最多2万个字符，排版也算。请改短，再做草稿' },
      { field: 'pictures.0', message: '第1张图不是JPG或PNG。公众号只收小于1MB的JPG或PNG，请换一张，再做草稿' },
    ]);
    const { error } = await town.admin.api.send('draftArticle', town.target);
    expect([error.code, error.field]).toEqual(['ARTICLE_TOO_LONG', 'content']);
    await town.work();
    expect(town.calls(uploadPath)).toBe(0);
  });

  test('needs an account, which a town without can do without', async () => {
    const town = await ArticleTown.in(server, { account: null });
    expect(await town.article()).toMatchObject({ connected: false, publishes: false });
    expect(await town.admin.api.codeOf('draftArticle', town.target)).toBe('OFFICIAL_ACCOUNT_MISSING');
    expect(await town.admin.api.call('setArticleUrl', { ...town.target, body: { url: pasted } })).toMatchObject({ state: 'published', way: 'person', url: pasted });
    expect(await town.themeUrl()).toBe(pasted);
  });

  test('that WeChat refuses says why and what to do', async () => {
    const town = await ArticleTown.in(server, { account: modestAccountOfTests });
    await town.draft();
    expect(await town.work()).toMatchObject({ state: 'draft_failed', problem: { code: '45166', message: expect.stringContaining('没有关联到这个公众号') } });
    server.sandbox.setFault({ path: '/cgi-bin/draft/add', errcode: 48001 });
    await town.draft();
    expect((await town.work()).problem).toEqual({ code: '48001', message: expect.stringContaining('复制正文，到公众号后台粘贴') });
    expect(await town.planning.noticesOf(town.admin)).toContainEqual(expect.stringContaining('公众号草稿没做成'));
  });

  test('waits while WeChat is away, and is made when it is back', async () => {
    const town = await ArticleTown.in(server);
    server.sandbox.setFault({ path: '*', down: true });
    await town.draft();
    expect(await town.work()).toMatchObject({ state: 'making', problem: { code: 'unreachable' } });
    server.sandbox.clearFaults();
    expect((await town.work()).state).toBe('making');
    expect((await town.later(6_000)).state).toBe('drafted');
  });

  test('whose answer was lost is found again, not made twice', async () => {
    const town = await ArticleTown.in(server);
    server.sandbox.setFault({ path: '/cgi-bin/draft/add', dropAnswerAfterActing: true, times: 1 });
    await town.draft();
    await town.work();
    expect(town.drafts).toHaveLength(1);
    expect((await town.later(6_000)).state).toBe('drafted');
    expect([town.drafts.length, town.calls('/cgi-bin/draft/add')]).toEqual([1, 1]);
  });

  test('whose cover was deleted in the console gets another one', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    server.sandbox.emptyConsole(accountOfTests.appId);
    await town.draft();
    await town.work();
    expect((await town.later(1_000)).state).toBe('drafted');
    expect(town.calls(coverPath)).toBe(2);
  });
});

describe('A theme that is corrected', () => {
  const correct = (town: ArticleTown, text: string) =>
    town.admin.api.call('updateLesson', { params: { id: town.lessonId }, body: { title: '红旗渠', category: 'history', blocks: [{ type: 'paragraph', runs: [{ text }] }], note: '改了数字' } });

  test('has its draft made again, and whoever asked for it is told', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    await town.planning.markSent(town.theme.id);
    await correct(town, '一千二百公里。');
    expect(await town.article()).toMatchObject({ state: 'drafted', outdated: true });
    expect(await town.admin.api.codeOf('publishArticle', town.target)).toBe('ARTICLE_OUTDATED');
    expect(await town.work()).toMatchObject({ state: 'drafted', outdated: false });
    expect(town.drafts.map(({ news }) => news.content)).toEqual([expect.stringContaining('一千二百公里。')]);
    expect(await town.planning.noticesOf(town.admin)).toContainEqual(expect.stringContaining('公众号草稿在重做'));
  });

  test('is noticed by a server that starts after the correction, too', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    await town.planning.markSent(town.theme.id);
    await correct(town, '一千二百公里。');
    const restarted = await startTestServer({ beside: server });
    await restarted.runJob('articles');
    expect(await town.article()).toMatchObject({ state: 'drafted', outdated: false });
    await restarted.close();
  });

  test('after the article is out says so, and can be drafted and published anew', async () => {
    const town = await ArticleTown.in(server);
    const { url } = await town.published();
    await town.planning.markSent(town.theme.id);
    await correct(town, '一千二百公里。');
    expect(await town.work()).toMatchObject({ state: 'published', outdated: true, url });
    const again = await town.published();
    expect(again).toMatchObject({ state: 'published', outdated: false });
    expect(again.url).not.toBe(url);
    expect(await town.themeUrl()).toBe(again.url);
  });
});

describe('An article pasted by a person', () => {
  test('stands on the theme and in everybody’s week', async () => {
    const town = await ArticleTown.in(server);
    await town.drafted();
    await town.planning.markSent(town.theme.id);
    const member = await server.make.actor({ town: town.planning.town });
    await member.api.call('getWeek', { params: { monday: town.theme.monday } });
    await town.admin.api.call('setArticleUrl', { ...town.target, body: { url: ' http://mp.weixin.qq.com/s?__biz=MzA5&mid=2&idx=1&sn=ab ' } });
    expect((await member.api.call('getWeek', { params: { monday: town.theme.monday } })).theme?.articleUrl).toBe('https://mp.weixin.qq.com/s?__biz=MzA5&mid=2&idx=1&sn=ab');
  });

  test.each(['https://example.com/s/a', 'https://mp.weixin.qq.com.example.com/s/a', '文章'])('is refused with %s', async (url) => {
    const town = await ArticleTown.in(server);
    const { error } = await town.admin.api.send('setArticleUrl', { ...town.target, body: { url } });
    expect([error.code, error.field]).toEqual(['ARTICLE_URL', 'url']);
  });

  test('ends what the job was about to do', async () => {
    const town = await ArticleTown.in(server);
    await town.draft();
    await town.admin.api.call('setArticleUrl', { ...town.target, body: { url: pasted } });
    expect(await town.work()).toMatchObject({ state: 'published', url: pasted });
    expect(town.drafts).toHaveLength(0);
  });
});
