/** A theme's article in the town's official account, from its first draft to where everybody reads it. */
export const articleStates = ['none', 'making', 'drafted', 'draft_failed', 'submitting', 'publishing', 'publish_failed', 'published', 'removed'] as const;
export type ArticleState = (typeof articleStates)[number];

/**
 * `draft`, `publish` and `paste` are people's: ask for a draft, ask for its publication, say where it stands. The others
 * are WeChat's: the draft lies there, the publication was taken up, it is out, it was refused, it was taken down again.
 */
export const articleActs = ['draft', 'publish', 'paste', 'made', 'taken', 'out', 'refused', 'removed'] as const;
export type ArticleAct = (typeof articleActs)[number];

/** What follows from what; whatever is not listed cannot happen. A person may say at any time where the article stands. */
export const articleMoves: Readonly<Record<ArticleState, Readonly<Partial<Record<ArticleAct, ArticleState>>>>> = {
  none: { draft: 'making', paste: 'published' },
  making: { made: 'drafted', refused: 'draft_failed', paste: 'published' },
  drafted: { draft: 'making', publish: 'submitting', paste: 'published' },
  draft_failed: { draft: 'making', paste: 'published' },
  submitting: { taken: 'publishing', out: 'published', refused: 'publish_failed', paste: 'published' },
  publishing: { out: 'published', refused: 'publish_failed', removed: 'removed', paste: 'published' },
  publish_failed: { draft: 'making', publish: 'submitting', paste: 'published' },
  published: { draft: 'making', removed: 'removed', paste: 'published' },
  removed: { draft: 'making', paste: 'published' },
};

export const articleStateNames: Readonly<Record<ArticleState, string>> = {
  ...{ none: '还没做', making: '正在做草稿', drafted: '草稿做好了', draft_failed: '草稿没做成', submitting: '正在交去发布' },
  ...{ publishing: '微信正在发布', publish_failed: '没发布成', published: '已发布', removed: '文章不在了' },
};

/** The next state, or null where this cannot happen. */
export function moveArticle(state: ArticleState, act: ArticleAct): ArticleState | null {
  return articleMoves[state][act] ?? null;
}

/** In these states a job has something to do with WeChat. */
export const busyStates = ['making', 'submitting', 'publishing'] as const satisfies readonly ArticleState[];

export function isBusy(state: ArticleState): boolean {
  return (busyStates as readonly ArticleState[]).includes(state);
}

/** How a publication goes, by the number that WeChat gives it. */
export const publishOutcomes = { 0: 'ok', 1: 'running', 2: 'originality', 3: 'failed', 4: 'rejected', 5: 'deleted', 6: 'banned' } as const;
export type PublishOutcome = (typeof publishOutcomes)[keyof typeof publishOutcomes];

const address = /^https:\/\/mp\.weixin\.qq\.com\/s[/?][\w\-.~%&=?/+#:;,!*'()$]{1,460}$/;

/** Whether this is the permanent address of an official account's article; anything else does not open inside WeChat. */
export function isArticleUrl(url: string): boolean {
  return address.test(url);
}

/** As the phone opens it: WeChat's API still answers http. Null for what is no article's address. */
export function articleUrlOf(given: string): string | null {
  const url = given.trim().replace(/^http:\/\//, 'https://');
  return isArticleUrl(url) ? url : null;
}
