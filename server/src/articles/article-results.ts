import { Injectable } from '@nestjs/common';
import { articleUrlOf, type ArticleAct, moveArticle } from '@weidangxiao/shared/rules/article.ts';
import { Acts } from '../platform/access/acts.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { ArticleNews } from './article-news.ts';
import type { Article } from './article.entity.ts';
import { type ArticleChanges, ArticlesRepository, type Held } from './articles.repository.ts';
import type { Publication } from './wechat-articles.ts';

const second = 1000;
const day = 86_400 * second;
/** A published article is looked at again so many days, because WeChat may take it down. */
const watchedDays = 7;
/** After so many vain tries, the last ones ten minutes apart, a person decides. */
const mostTries = 60;

/** What WeChat's answers make of an article: its state, the theme's link, and who is told. No network in here. */
@Injectable()
export class ArticleResults {
  constructor(
    private readonly articles: ArticlesRepository,
    private readonly themes: ThemesService,
    private readonly news: ArticleNews,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  made(held: Held, draftMediaId: string, appId: string): Promise<boolean> {
    return this.step(held.scope, held.article, 'made', { draftMediaId, appId, nextAt: null });
  }

  taken(scope: SystemScope, article: Article, publishId: string): Promise<boolean> {
    return this.step(scope, article, 'taken', { publishId, nextAt: this.clock.real() + 5 * second });
  }

  /** It is out, but where must still be said by WeChat; an address that is none is a person's to give. */
  async out(scope: SystemScope, article: Article, given: string | null): Promise<boolean> {
    const url = given === null ? null : articleUrlOf(given);
    if (url === null) return this.refused(scope, article, 'silent');
    return this.step(scope, article, 'out', { url, way: 'api', nextAt: this.clock.real() + day }, () => this.themes.setArticleUrl(scope, article.themeId, url));
  }

  refused(scope: SystemScope, article: Article, problem: string): Promise<boolean> {
    return this.step(scope, article, 'refused', { problem, nextAt: null });
  }

  removed(scope: SystemScope, article: Article, problem: 'deleted' | 'banned'): Promise<boolean> {
    return this.step(scope, article, 'removed', { problem, nextAt: null }, async () => {
      const theme = await this.themes.one(scope, article.themeId);
      if (theme.articleUrl === article.url) await this.themes.setArticleUrl(scope, article.themeId, null);
    });
  }

  /** A publication, whoever tells of it: the poll or the event. False where it told nothing new. */
  publication(scope: SystemScope, article: Article, { outcome, url }: Publication): Promise<boolean> {
    const isOut = article.state === 'published';
    if (outcome === 'running') return Promise.resolve(false);
    if (outcome === 'ok') return isOut ? Promise.resolve(false) : this.out(scope, article, url);
    return outcome === 'deleted' || outcome === 'banned' ? this.removed(scope, article, outcome) : this.refused(scope, article, outcome);
  }

  /** Tries again later; in the end a person has to. `answered`: WeChat has said that it did nothing. */
  async later(held: Held, problem: string, { waitMs = waitAfter(held.article.attempts), answered = false } = {}): Promise<void> {
    const attempts = held.article.attempts + 1;
    if (attempts >= mostTries) await this.refused(held.scope, held.article, problem === 'running' || problem === 'unsure' ? 'silent' : 'given_up');
    else await this.note(held, { attempts, problem, nextAt: this.clock.real() + waitMs, ...(answered && { askedAt: null }) });
  }

  /** Still out: looks again tomorrow, for a week. */
  async watched(held: Held): Promise<void> {
    const attempts = held.article.attempts + 1;
    await this.note(held, { attempts, nextAt: attempts < watchedDays ? this.clock.real() + day : null });
  }

  private async note(held: Held, changes: ArticleChanges): Promise<void> {
    await this.database.write(() => this.articles.note(held, null, changes));
  }

  /** False, and nothing changed, where a person or another report was faster. */
  private step(scope: SystemScope, seen: Article, act: ArticleAct, changes: ArticleChanges, also: () => Promise<void> = async () => undefined): Promise<boolean> {
    return this.database.write(async () => {
      const moved = afterMove(seen, act, changes, this.clock.now());
      if (!moved || !(await this.articles.move(scope, seen, moved))) return false;
      await also();
      await this.acts.perform(scope, () => this.news.of(scope, { ...seen, ...moved }), { act: `article.${act}`, target: seen.themeId });
      return true;
    });
  }
}

function afterMove(seen: Article, act: ArticleAct, changes: ArticleChanges, changedAt: number): ArticleChanges | null {
  const state = moveArticle(seen.state, act);
  return state && { problem: null, attempts: 0, askedAt: null, changedAt, ...changes, state };
}

/** 5 s, 10 s, 20 s … 10 minutes. */
function waitAfter(attempts: number): number {
  return Math.min(5 * second * 2 ** attempts, 600 * second);
}
