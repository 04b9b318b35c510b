import { articleActs, articleMoves, articleStates, articleUrlOf, busyStates, isArticleUrl, moveArticle } from './article.ts';

describe('The way of an article', () => {
  test('is this whole table', () => {
    const moves = articleStates.flatMap((state) => articleActs.flatMap((act) => (moveArticle(state, act) ? [`${state} ${act} ${moveArticle(state, act)}`] : [])));
    expect(moves).toEqual([
      ...['none draft making', 'none paste published'],
      ...['making paste published', 'making made drafted', 'making refused draft_failed'],
      ...['drafted draft making', 'drafted publish submitting', 'drafted paste published'],
      ...['draft_failed draft making', 'draft_failed paste published'],
      ...['submitting paste published', 'submitting taken publishing', 'submitting out published', 'submitting refused publish_failed'],
      ...['publishing paste published', 'publishing out published', 'publishing refused publish_failed', 'publishing removed removed'],
      ...['publish_failed draft making', 'publish_failed publish submitting', 'publish_failed paste published'],
      ...['published draft making', 'published paste published', 'published removed removed'],
      ...['removed draft making', 'removed paste published'],
    ]);
  });

  test('can be ended from everywhere by saying where the article stands, so that nobody depends on WeChat’s API', () => {
    expect(articleStates.filter((state) => articleMoves[state].paste !== 'published')).toEqual([]);
  });

  test('leads on from every state in which a job is at work, whatever WeChat says', () => {
    for (const state of busyStates) expect(moveArticle(state, 'refused')).not.toBeNull();
  });
});

describe('The address of an article', () => {
  test.each([
    ['https://mp.weixin.qq.com/s/AbC_dEf-123', 'https://mp.weixin.qq.com/s/AbC_dEf-123'],
    [' http://mp.weixin.qq.com/s?__biz=MzA5&mid=22&idx=1&sn=ab#rd ', 'https://mp.weixin.qq.com/s?__biz=MzA5&mid=22&idx=1&sn=ab#rd'],
  ])('%s is kept as %s', (given, kept) => {
    expect(articleUrlOf(given)).toBe(kept);
    expect(isArticleUrl(kept)).toBe(true);
  });

  test.each(['', 'https://mp.weixin.qq.com/', 'https://mp.weixin.qq.com.example.com/s/a', 'https://example.com/?https://mp.weixin.qq.com/s/a', 'https://mp.weixin.qq.com@example.com/s/a', 'javascript:alert(1)', 'https://mp.weixin.qq.com/s/a b', 'https://mp.weixin.qq.com/s/a"><b>'])(
    '%s is none',
    (given) => expect(articleUrlOf(given)).toBeNull(),
  );

  test('that could not be stored is none', () => {
    expect(articleUrlOf(`https://mp.weixin.qq.com/s/${'a'.repeat(480)}`)).toBeNull();
  });
});
