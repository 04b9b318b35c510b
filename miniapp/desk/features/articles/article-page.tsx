import { articleStateNames } from '@weidangxiao/shared/rules/article.ts';
import { Chip, type Tone } from '../../components/chip.tsx';
import { Page } from '../../components/page.tsx';
import { Empty, Failed, Skeleton } from '../../components/states.tsx';
import { dateWithYear } from '../../platform/clock.ts';
import { useAct } from '../../platform/use-act.ts';
import type { Loaded } from '../../platform/use-loaded.ts';
import { ArticleActions } from './article-actions.tsx';
import { ArticlePreview } from './article-preview.tsx';
import { ArticleProgress } from './article-progress.tsx';
import { ByHand } from './by-hand.tsx';
import css from './article-page.module.css';
import { type Article, type ThemeArticle, useArticle } from './use-article.ts';

export const articleTones: Readonly<Record<Article['state'], Tone>> = {
  ...{ none: 'line', making: 'blue', drafted: 'blue', draft_failed: 'amber', submitting: 'blue', publishing: 'blue', publish_failed: 'amber', published: 'green', removed: 'amber' },
};

/** A Monday's theme in the town's official account: what it will look like, how far it is, and the way by hand. */
export function ArticlePage({ monday }: { monday: string }) {
  const loaded = useArticle(monday);
  const back = <a href={`#/themes/${monday}`}>回到主题</a>;
  const found = loaded.data;
  if (!found) {
    return (
      <Page title="公众号" aside={back}>
        {loaded.failure ? <Failed failure={loaded.failure} retry={() => void loaded.reload()} /> : <Skeleton lines={10} />}
      </Page>
    );
  }
  if (!found.of) {
    return (
      <Page title="公众号" aside={back}>
        <Empty title="这个周一还没写">写好、审过以后，就能做成公众号文章</Empty>
      </Page>
    );
  }
  return <Shown monday={monday} of={found.of} loaded={loaded} />;
}

function Shown({ monday, of, loaded }: { monday: string; of: ThemeArticle; loaded: Loaded<{ of: ThemeArticle | null }> }) {
  const act = useAct();
  const { theme, article } = of;
  const put = (next: Article): void => loaded.put({ of: { theme, article: next } });
  return (
    <Page title="公众号" aside={<a href={`#/themes/${monday}`}>回到主题</a>} actions={<ArticleActions of={of} act={act} onDone={put} />}>
      <div className={css.columns}>
        <section className={css.panel} aria-label="这一周的文章">
          <div className={css.title}>
            <h2>{article.source.title}</h2>
            <Chip tone={articleTones[article.state]}>{articleStateNames[article.state]}</Chip>
            <span className="grow" />
            <span className="note-size minor">{dateWithYear(monday)}</span>
          </div>
          <ArticleProgress of={of} failure={act.failure} />
          <ByHand of={of} act={act} onDone={put} />
        </section>
        <aside className={css.preview}>
          <ArticlePreview article={article} />
        </aside>
      </div>
    </Page>
  );
}
