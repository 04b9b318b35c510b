import type { ArticleState } from '@weidangxiao/shared/rules/article.ts';
import { tokenSentence } from '@weidangxiao/shared/rules/official-account.ts';

const byHand = '可以手工做：复制正文，到公众号后台粘贴、发布，再把链接贴回来';

/** WeChat's errcode, or a word of our own or of a publication's outcome -> what happened and what to do. */
const sentences: Readonly<Record<string, string>> = {
  // ours
  no_account: `公众号断开了，没有做成。${byHand}`,
  unreachable: '微信连不上，过一会儿会自动再试，不用管',
  failure: '我们这边出了错，过一会儿会自动再试。一直这样，请找维护系统的人',
  given_up: `微信一直连不上，不再试了。过后再点一次，或者手工做`,
  running: '微信还在发布，一般几分钟就好',
  unsure: '交给微信了，还没有听到回话，正在核对，免得发两遍',
  silent: '微信一直没说发布的结果。请到公众号后台看一眼，发出来了就把链接贴回来',
  // outcomes of a publication
  originality: '微信的原创校验没通过：有别人标了原创的内容。请到公众号后台看是哪一段，改了再做草稿',
  failed: `微信没有发布成。请再发布一次；还不行，到公众号后台发布，再把链接贴回来`,
  rejected: '微信审核没通过。请到公众号后台看原因，改了再做草稿',
  deleted: '文章发布以后，在公众号后台被删掉了，主题上的链接已经取下。要再发，请重做草稿',
  banned: '文章发布以后，被微信封掉了，主题上的链接已经取下。请到公众号后台看原因',
  // refusals
  [-1]: '微信那边忙，过一会儿会自动再试，不用管',
  40005: '有一张图不是微信认的格式。请换成JPG或PNG，再做草稿',
  40007: '公众号里找不到这份草稿或封面了，可能在后台被删了。请重做草稿',
  40009: '有一张图太大。请换成小于1MB的，再做草稿',
  44003: '正文是空的，微信不收。请先写课文',
  45003: '标题太长，微信不收。请改到32个字以内，再做草稿',
  45004: '导语太长，微信不收。请改到128个字以内，再做草稿',
  45009: '今天这个接口的次数用完了，过一会儿会自动再试',
  45011: '问得太快了，过一会儿会自动再试',
  45028: '这个公众号今天的发布次数用完了，明天再发布',
  45110: '作者名太长，微信不收。请在公众号设置里改到16个字以内',
  45166: '正文里有微信不收的内容。常见的是：小程序没有关联到这个公众号。请在公众号后台关联，或在设置里关掉“已关联小程序”，再做草稿',
  48001: `这个公众号没有这个接口的权限（个人号、没认证的号都没有）。${byHand}`,
  48003: '公众号的群发功能没有开。请公众号管理员到后台打开',
  53500: '微信的检查没通过，暂时不能发布。请到公众号后台发布，再把链接贴回来',
  53503: '草稿没有通过微信的检查。请到公众号后台看是哪里，改了再做草稿',
  53504: '要到公众号后台接着做：打开草稿，按提示改完，在那里发布，再把链接贴回来',
  53505: '要到公众号后台接着做：这份草稿得在后台手动保存一次，再在那里发布，把链接贴回来',
};

/** What to say about an article's trouble; null where there is none. */
export function articleProblem({ state, problem }: { state: ArticleState; problem: string | null }): { code: string; message: string } | null {
  if (problem === null) return null;
  const said = sentences[problem] ?? tokenSentence(Number(problem)) ?? `微信没有收（${problem}）。请把这个号码告诉维护系统的人。${byHand}`;
  const failed = state === 'draft_failed' ? '草稿没做成。' : state === 'publish_failed' ? '没发布成。' : '';
  return { code: problem, message: `${failed}${said}` };
}

/** WeChat's way to say “not now”. */
export const passing: ReadonlySet<number> = new Set([-1, 45009, 45011]);
