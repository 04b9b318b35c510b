import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { articleStateNames, articleUrlOf, type ArticleAct, moveArticle } from '@weidangxiao/shared/rules/article.ts';
import { themeStateNames } from '@weidangxiao/shared/rules/theme.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { ArticleSources, type PresentSource, refuseFaults } from './article-sources.ts';
import { ArticleView } from './article-view.ts';
import type { Article } from './article.entity.ts';
import { type ArticleChanges, ArticlesRepository } from './articles.repository.ts';

type Shown = Answer<'getArticle'>;

/** What people do with a theme's article. What they ask of WeChat is done by a job: nobody waits for it here. */
@Injectable()
export class ArticlesService {
  constructor(
    private readonly articles: ArticlesRepository,
    private readonly sources: ArticleSources,
    private readonly themes: ThemesService,
    private readonly view: ArticleView,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async one(scope: WholeTownScope, themeId: string): Promise<Shown> {
    const theme = await this.themes.one(scope, themeId);
    return this.view.of(scope, theme, await this.articles.ofTheme(scope, themeId));
  }

  /** Asks for a draft, or for a new one of what has changed. @throws AppError THEME_STATE, OFFICIAL_ACCOUNT_MISSING, ARTICLE_TOO_LONG, ARTICLE_PICTURE, ARTICLE_STATE */
  draft(scope: WholeTownScope, themeId: string): Promise<Shown> {
    return this.change(scope, themeId, 'draft', (theme, seen, present) => {
      requireApproved(theme);
      if (!present.account) throw new AppError('OFFICIAL_ACCOUNT_MISSING');
      refuseFaults(present.faults);
      // A published draft is used up. Its key goes with it, so that the old article is not taken for the new one.
      const fresh = seen.draftMediaId === null || seen.state === 'published' || seen.state === 'removed';
      return { source: present.source, sourceHash: present.hash, publishId: null, nextAt: this.clock.real(), ...(fresh && { draftMediaId: null, draftKey: randomUUID() }) };
    });
  }

  /** Asks WeChat to publish the draft. @throws AppError THEME_STATE, ARTICLE_BY_HAND, ARTICLE_OUTDATED, ARTICLE_STATE */
  publish(scope: WholeTownScope, themeId: string): Promise<Shown> {
    return this.change(scope, themeId, 'publish', (theme, seen, present) => {
      requireApproved(theme);
      if (!present.account?.publishes) throw new AppError('ARTICLE_BY_HAND');
      if (seen.sourceHash !== present.hash || seen.appId !== present.account.app.appId) throw new AppError('ARTICLE_OUTDATED');
      return { publishId: null, nextAt: this.clock.real() };
    });
  }

  /** A person has published it in WeChat's console, or somewhere else, and says where. @throws AppError ARTICLE_URL */
  paste(scope: WholeTownScope, themeId: string, given: string): Promise<Shown> {
    const url = articleUrlOf(given);
    if (!url) throw new AppError('ARTICLE_URL', { field: 'url' });
    return this.change(scope, themeId, 'paste', async (theme, _seen, present) => {
      requireApproved(theme);
      await this.themes.setArticleUrl(scope, themeId, url);
      return { url, way: 'person', sourceHash: present.hash, publishId: null, draftMediaId: null, nextAt: null };
    });
  }

  private change(scope: WholeTownScope, themeId: string, act: ArticleAct, changesOf: (theme: Theme, seen: Article, present: PresentSource) => ArticleChanges | Promise<ArticleChanges>): Promise<Shown> {
    return this.acts.perform(scope, async () => {
      const theme = await this.themes.one(scope, themeId);
      const seen = (await this.articles.ofTheme(scope, themeId)) ?? (await this.begin(scope, themeId));
      const state = moveArticle(seen.state, act);
      if (!state) throw refusedIn(seen);
      const asked = await changesOf(theme, seen, await this.sources.of(scope, theme));
      const changes = { problem: null, attempts: 0, askedAt: null, changedAt: this.clock.now(), changedBy: scope.memberId, ...asked, state };
      if (!(await this.articles.move(scope, seen, changes))) throw refusedIn(seen);
      return this.view.of(scope, await this.themes.one(scope, themeId), { ...seen, ...changes });
    }, { target: themeId });
  }

  private async begin(scope: WholeTownScope, themeId: string): Promise<Article> {
    const article = blank(scope, themeId, this.clock.now());
    try {
      await this.articles.insert(scope, article);
      return article;
    } catch (error) {
      throw this.articles.isKnown(error) ? refusedIn(article) : error;
    }
  }
}

/** WeChat gets only what somebody else has read. */
function requireApproved({ state }: Theme): void {
  if (state !== 'scheduled' && state !== 'sent') throw new AppError('THEME_STATE', { detail: { state: themeStateNames[state] } });
}

function refusedIn({ state }: Article): AppError {
  return new AppError('ARTICLE_STATE', { detail: { state: articleStateNames[state] } });
}

function blank({ townId, memberId }: WholeTownScope, themeId: string, changedAt: number): Article {
  const nothing = { source: null, sourceHash: null, appId: null, draftKey: null, draftMediaId: null, publishId: null, url: null, way: null, problem: null, askedAt: null, nextAt: null, leaseToken: null };
  return { ...nothing, townId, id: randomUUID(), themeId, state: 'none', revision: 0, attempts: 0, changedAt, changedBy: memberId };
}
