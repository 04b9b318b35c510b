import { isBusy } from '@weidangxiao/shared/rules/article.ts';
import { FailureNote, Note } from '../../components/states.tsx';
import { useClock, whenInChinese } from '../../platform/clock.ts';
import type { Failure } from '../../platform/failure.ts';
import { ArticleStepper } from './article-stepper.tsx';
import type { Article, ThemeArticle } from './use-article.ts';

/** How far the article is, what stands in its way, and where it can be read. */
export function ArticleProgress({ of: { theme, article }, failure }: { of: ThemeArticle; failure: Failure | null }) {
  const approved = theme.state === 'scheduled' || theme.state === 'sent';
  return (
    <>
      <ArticleStepper article={article} />
      <FailureNote failure={failure} placed={['url']} />
      {approved ? null : <Note>主题审核通过以后，才能做成公众号文章。</Note>}
      {article.faults.map(({ field, message }) => (
        <Note key={field} tone="amber">{message}</Note>
      ))}
      {article.problem ? <Note tone={isBusy(article.state) ? 'blue' : 'amber'} role="status">{article.problem.message}</Note> : null}
      {article.outdated ? <Note tone="amber">{outdatedWords[article.state] ?? '课文改过，和公众号里的不一样了。'}</Note> : null}
      {article.url && article.state === 'published' ? <Where article={article} /> : null}
    </>
  );
}

const outdatedWords: Partial<Record<Article['state'], string>> = {
  drafted: '课文改过，公众号里的草稿会自动换成新的；一会儿没换，就点“重做草稿”。',
  published: '文章发布以后，课文更正过。公众号里的不会自己变：可以重做草稿、再发布一篇，再到公众号后台删掉旧的。',
};

function Where({ article: { url, way, changedAt } }: { article: Article }) {
  const sandbox = useClock(({ demo }) => demo?.sandboxUrl ?? null);
  return (
    <Note tone="green">
      <p>
        {way === 'api' ? '微信发布了' : '链接贴好了'}
        {changedAt === null ? '' : `，${whenInChinese(changedAt)}`}。手机上的主题里点得开。
      </p>
      <p>
        <a href={inDemo(url ?? '', sandbox)} target="_blank" rel="noreferrer">{url}</a>
      </p>
    </Note>
  );
}

/** The articles of the demo stand in its own WeChat, not in the real one. */
function inDemo(url: string, sandbox: string | null): string {
  return sandbox === null ? url : url.replace('https://mp.weixin.qq.com', sandbox);
}
