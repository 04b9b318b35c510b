import { Injectable, type OnModuleInit } from '@nestjs/common';
import { moveArticle } from '@weidangxiao/shared/rules/article.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { ArticleNews } from './article-news.ts';
import { ArticleSources } from './article-sources.ts';
import type { Article } from './article.entity.ts';
import { ArticlesRepository } from './articles.repository.ts';

/** Acts after which a draft may say something else than its theme. */
const changing: ReadonlySet<string> = new Set(['theme.revised', 'theme.approved', 'lesson.changed', 'town.changed', 'official-account.set']);

/** A theme that is corrected after its draft was made: the draft is made again, and said so. What is published stays as it is until a person decides. */
@Injectable()
export class ArticleCorrections implements OnModuleInit {
  /** Towns to look at; null: all of them, as after a start, when nobody knows what happened before. */
  private changed: Set<string> | null = null;

  constructor(
    private readonly articles: ArticlesRepository,
    private readonly sources: ArticleSources,
    private readonly themes: ThemesService,
    private readonly towns: TownsService,
    private readonly news: ArticleNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.onAct((townId, act) => changing.has(act) && this.changed?.add(townId));
  }

  async follow(): Promise<void> {
    const towns = this.changed ?? (await this.towns.all()).map(({ id }) => id);
    this.changed = new Set();
    for (const townId of towns) await this.followIn(systemScope(townId, 'articles'));
  }

  private async followIn(scope: SystemScope): Promise<void> {
    for (const article of await this.articles.drafted(scope)) await this.followOne(scope, article);
  }

  /** A theme that was taken back is looked at again when it is approved. */
  private async followOne(scope: SystemScope, article: Article): Promise<void> {
    const theme = await this.themes.one(scope, article.themeId);
    if (theme.state !== 'scheduled' && theme.state !== 'sent') return;
    const { source, hash, account, faults } = await this.sources.of(scope, theme);
    const state = moveArticle(article.state, 'draft');
    if (!state || !account || hash === article.sourceHash || faults.length > 0) return;
    const changes = { state, source, sourceHash: hash, problem: null, attempts: 0, askedAt: null, nextAt: this.clock.real(), changedAt: this.clock.now() };
    await this.acts.perform(scope, async () => {
      if (await this.articles.move(scope, article, changes)) await this.news.redone(scope, { ...article, ...changes });
    }, { act: 'article.redrafted', target: article.themeId });
  }
}
