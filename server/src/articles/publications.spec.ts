import { randomUUID } from 'node:crypto';
import { ArticleTown } from '../../test/articles.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { accountOfTests } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { signedQuery } from '../../test/wechat-push.ts';
import { Database } from '../platform/database/database.ts';
import { Article } from './article.entity.ts';

const submitPath = '/cgi-bin/freepublish/submit';
const day = 86_400_000;
const { appId } = accountOfTests;
const token = 'tokenOfTheAccount';
let server: TestServer;
let town: ArticleTown;
beforeEach(async () => {
  server = await startTestServer({ wechat: true });
  town = await ArticleTown.in(server, { account: { push: { token, aesKey: null } } });
  await town.drafted();
});
afterEach(() => server.close());

describe('A publication through the API', () => {
  test('is handed in, followed, and its address stands on the theme', async () => {
    expect(await town.publish()).toMatchObject({ state: 'submitting' });
    expect(await town.work()).toMatchObject({ state: 'publishing' });
    expect(await town.later(5_000)).toMatchObject({ state: 'published', way: 'api', url: expect.stringMatching(/^https:\/\/mp\.weixin\.qq\.com\/s\//), problem: null });
    expect(await town.themeUrl()).toBe((await town.article()).url);
    expect(await town.planning.noticesOf(town.admin)).toContainEqual(expect.stringContaining('公众号文章发布了'));
  });

  test.each([
    [2, 'originality', '原创校验'],
    [3, 'failed', '再发布一次'],
    [4, 'rejected', '审核没通过'],
  ] as const)('that ends with %d says why, and changes nothing on the theme', async (outcome, code, words) => {
    server.sandbox.endPublications(appId, outcome);
    await town.publish();
    await town.work();
    expect(await town.later(5_000)).toMatchObject({ state: 'publish_failed', problem: { code, message: expect.stringContaining(words) } });
    expect(await town.themeUrl()).toBeNull();
  });

  test.each([
    [5, 'deleted'],
    [6, 'banned'],
  ] as const)('that is taken down afterwards (%d) is noticed, and the link goes', async (outcome, code) => {
    const { url } = await town.published();
    expect(await town.themeUrl()).toBe(url);
    server.sandbox.takeDown(appId, outcome);
    expect(await town.later(day)).toMatchObject({ state: 'removed', problem: { code } });
    expect(await town.themeUrl()).toBeNull();
  });

  test('is looked after for a week, then left alone', async () => {
    await town.published();
    const before = town.calls('/cgi-bin/freepublish/get');
    for (let days = 0; days < 10; days += 1) {
      server.at(server.now() + day);
      await server.runJob('articles');
    }
    expect(town.calls('/cgi-bin/freepublish/get') - before).toBe(7);
  });

  test('stays out when WeChat knows its number no more, or the town has left the account', async () => {
    await town.published();
    server.sandbox.setFault({ path: '/cgi-bin/freepublish/get', errcode: 53600 });
    expect((await town.later(day)).state).toBe('published');
    await town.admin.api.call('removeOfficialAccount');
    expect((await town.later(day)).state).toBe('published');
    const before = town.calls('/cgi-bin/freepublish/get');
    await town.work();
    expect(town.calls('/cgi-bin/freepublish/get')).toBe(before);
  });

  test.each([[48001, '复制正文'], [53503, '没有通过微信的检查'], [53505, '公众号后台接着做'], [40007, '重做草稿'], [12345, '12345']])('refused with %d says what to do', async (errcode, words) => {
    server.sandbox.setFault({ path: submitPath, errcode });
    await town.publish();
    expect(await town.work()).toMatchObject({ state: 'publish_failed', problem: { code: String(errcode), message: expect.stringContaining(words) } });
  });

  test('is tried again where WeChat was only busy', async () => {
    server.sandbox.setFault({ path: submitPath, errcode: -1, times: 1 });
    await town.publish();
    expect(await town.work()).toMatchObject({ state: 'submitting', problem: { code: '-1' } });
    expect((await town.later(6_000)).state).toBe('publishing');
  });

  test('is not offered where the account has it not, and the way by hand is named', async () => {
    const modest = await ArticleTown.in(server, { account: { publishes: false } });
    await modest.drafted();
    expect(await modest.admin.api.codeOf('publishArticle', modest.target)).toBe('ARTICLE_BY_HAND');
  });

  test('is asked for once, however often the button is pressed', async () => {
    const replies = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => town.admin.api.codeOf('publishArticle', town.target))));
    expect(replies.sort()).toEqual(['ARTICLE_STATE', 'ok']);
    await town.work();
    expect(town.publications).toHaveLength(1);
  });

  test('is done once by two replicas at once', async () => {
    const other = await startTestServer({ beside: server });
    await town.publish();
    await Promise.all([server.runJob('articles'), other.runJob('articles')]);
    expect([town.publications.length, town.calls(submitPath)]).toEqual([1, 1]);
    await other.close();
  });

  test('stays with the replica that waits for the answer', async () => {
    const other = await startTestServer({ beside: server });
    server.sandbox.setFault({ path: submitPath, delayMs: 400, times: 1 });
    await town.publish();
    await Promise.all([other.runJob('articles'), server.runJob('articles')]);
    await server.runJob('articles');
    await other.close();
    expect([town.publications.length, town.calls(submitPath)]).toEqual([1, 1]);
  });

  test('is taken over from a replica that died in the middle of it, and not handed in twice', async () => {
    const database = server.get(Database);
    const crashed = { leaseToken: randomUUID(), askedAt: server.now() };
    await town.publish();
    server.sandbox.setFault({ path: submitPath, dropAnswerAfterActing: true, times: 1 });
    await town.work();
    await database.write(() => database.rows(Article).update({ townId: town.planning.town.id, themeId: town.theme.id }, crashed));
    await town.later(10_000);
    expect((await town.later(10_000)).state).toBe('submitting');
    expect((await town.later(10 * 60_000)).state).toBe('published');
    expect(town.calls(submitPath)).toBe(1);
  });

  test('whose answer was lost is found when it is out, and never handed in twice', async () => {
    server.sandbox.setFault({ path: submitPath, dropAnswerAfterActing: true, times: 1 });
    await town.publish();
    expect(await town.work()).toMatchObject({ state: 'submitting', problem: { code: 'unreachable' } });
    expect(await town.later(6_000)).toMatchObject({ state: 'published', way: 'api', url: expect.stringContaining('mp.weixin.qq.com') });
    expect(town.calls(submitPath)).toBe(1);
  });

  test('whose question was lost is handed in again only when a publication would long be over', async () => {
    server.sandbox.setFault({ path: submitPath, down: true, times: 1 });
    await town.publish();
    await town.work();
    expect(await town.later(60_000)).toMatchObject({ state: 'submitting', problem: { code: 'unsure' } });
    expect(town.calls(submitPath)).toBe(1);
    expect((await town.later(15 * 60_000)).state).toBe('publishing');
  });
});

describe('The event of a publication’s end', () => {
  const tell = async (info: object, times = 1): Promise<void> => {
    const message = { ToUserName: 'gh_1', FromUserName: 'o1', CreateTime: Math.floor(server.now() / 1000), MsgType: 'event', Event: 'PUBLISHJOBFINISH', PublishEventInfo: info };
    for (let time = 0; time < times; time += 1) {
      expect((await server.api.send('receiveAccountPush', { params: { appId }, query: signedQuery(server.now() - time * 1000, token), body: JSON.stringify(message) })).status).toBe(200);
    }
    await server.runJob('wechat-events');
  };
  const out = (publishId: string) => ({ publish_id: publishId, publish_status: 0, article_id: 'a1', article_detail: { count: 1, item: [{ idx: 1, article_url: 'http://mp.weixin.qq.com/s/told-by-event' }] } });
  const handedIn = async (): Promise<string> => {
    await town.publish();
    await town.work();
    return town.publications[0]?.publishId ?? '';
  };

  test('ends it before the poll does, once however often it comes', async () => {
    await tell(out(await handedIn()), 2);
    expect(await town.article()).toMatchObject({ state: 'published', url: 'https://mp.weixin.qq.com/s/told-by-event' });
    expect(await town.later(5_000)).toMatchObject({ state: 'published', url: 'https://mp.weixin.qq.com/s/told-by-event' });
    expect((await town.planning.noticesOf(town.admin)).filter((notice) => notice.includes('文章发布了'))).toHaveLength(1);
  });

  test('with a refusal ends it too', async () => {
    await tell({ publish_id: await handedIn(), publish_status: 4, fail_idx: [1] });
    expect(await town.article()).toMatchObject({ state: 'publish_failed', problem: { code: 'rejected' } });
  });

  test('finds the article whose number was lost with the answer', async () => {
    server.sandbox.setFault({ path: submitPath, dropAnswerAfterActing: true, times: 1 });
    await tell(out(await handedIn()));
    expect(await town.article()).toMatchObject({ state: 'published', url: 'https://mp.weixin.qq.com/s/told-by-event' });
  });

  test('of something else changes nothing', async () => {
    await handedIn();
    for (const info of [out('77'), { publish_id: '77' }, {}]) {
      server.at(server.now() + 1000);
      await tell(info);
    }
    expect((await town.article()).state).toBe('publishing');
  });
});
