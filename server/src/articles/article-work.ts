import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SeenLeases } from '../platform/jobs/seen-leases.ts';
import { Log } from '../platform/log/log.ts';
import { uploadsTake } from '../platform/wechat/wechat-api.ts';
import { WechatApis } from '../platform/wechat/wechat-apis.ts';
import { WechatRefused, WechatUnreachable } from '../platform/wechat/wechat-failures.ts';
import { ArticleCorrections } from './article-corrections.ts';
import { ArticleDrafts, type Renew } from './article-drafts.ts';
import { ArticlePublications } from './article-publications.ts';
import { ArticleResults } from './article-results.ts';
import { passing } from './article-words.ts';
import type { Article } from './article.entity.ts';
import { ArticlesRepository, type Held } from './articles.repository.ts';

const everyMs = 5_000;
const batch = 50;

/** A person or another replica has taken the article meanwhile: what was learned is dropped. */
class LeaseLost extends Error {}

/**
 * Carries articles on, step by step: each call to WeChat under a lease that changes before it, each answer written before
 * the next call. What a crash interrupts, whoever finds the lease lost goes on with.
 */
@Injectable()
export class ArticleWork implements OnModuleInit, OnModuleDestroy {
  private readonly leases: SeenLeases;
  private stopping = false;

  constructor(
    private readonly articles: ArticlesRepository,
    private readonly corrections: ArticleCorrections,
    private readonly drafts: ArticleDrafts,
    private readonly publications: ArticlePublications,
    private readonly results: ArticleResults,
    private readonly jobs: Jobs,
    private readonly apis: WechatApis,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
    config: Config,
  ) {
    const longestCallMs = (config.wechat?.timeoutMs ?? 0) * uploadsTake;
    this.leases = new SeenLeases(2 * (longestCallMs + config.lockWaitMs), 0, () => clock.real());
  }

  onModuleInit(): void {
    this.jobs.every(everyMs, 'articles', () => this.workAll());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private async workAll(): Promise<void> {
    await this.corrections.follow();
    const due = this.apis.isOn ? await this.articles.due(hostScope(), this.clock.real(), batch) : [];
    const lost = this.leases.lostAmong(due.length > 0 ? await this.articles.leases(hostScope()) : []);
    for (const article of due) if (!this.stopping) await this.work(article, lost);
  }

  /** One article's trouble stops no other. */
  private async work(article: Article, lost: readonly string[]): Promise<void> {
    const held = { scope: systemScope(article.townId, 'articles'), article, token: randomUUID() };
    if (!(await this.database.write(() => this.articles.claim(held.scope, article, lost, held.token)))) return;
    try {
      await this.stepOf(held, this.renewing(held));
    } catch (error) {
      await this.settle(held, error);
    } finally {
      await this.database.write(() => this.articles.note(held, null));
    }
  }

  private stepOf(held: Held, renew: Renew): Promise<void> {
    if (held.article.state === 'making') return this.drafts.make(held, renew);
    return held.article.state === 'submitting' ? this.publications.submit(held, renew) : this.publications.follow(held, renew);
  }

  private renewing(held: { -readonly [Name in keyof Held]: Held[Name] }): Renew {
    return async (changes = undefined) => {
      const next = randomUUID();
      if (this.stopping || !(await this.database.write(() => this.articles.note(held, next, changes ?? {})))) throw new LeaseLost();
      held.token = next;
    };
  }

  private async settle(held: Held, error: unknown): Promise<void> {
    if (error instanceof LeaseLost) return;
    this.log.warn('WeChat did not take a step of an article', { townId: held.article.townId, articleId: held.article.id, error });
    if (!(error instanceof WechatRefused)) return this.results.later(held, error instanceof WechatUnreachable ? 'unreachable' : 'failure');
    // What is out stays out, whatever WeChat says about its number.
    if (held.article.state === 'published') return this.results.watched(held);
    if (passing.has(error.errcode)) await this.results.later(held, String(error.errcode), { answered: true });
    else await this.results.refused(held.scope, held.article, String(error.errcode));
  }
}
