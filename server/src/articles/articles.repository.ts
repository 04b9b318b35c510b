import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import type { HostScope, SystemScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { Article } from './article.entity.ts';

export type ArticleChanges = Partial<Omit<Article, 'townId' | 'id' | 'themeId' | 'revision' | 'leaseToken'>>;

/** An article that this process has leased: while it asks WeChat, no other does. */
export interface Held {
  readonly scope: SystemScope;
  readonly article: Article;
  readonly token: string;
}

@Injectable()
export class ArticlesRepository {
  constructor(private readonly database: Database) {}

  ofTheme(scope: TownScope, themeId: string): Promise<Article | null> {
    const { sql, params } = within(scope, { town: 'article.townId' });
    return this.database.rows(Article).createQueryBuilder('article').where(sql, params).andWhere('article.themeId = :themeId', { themeId }).getOne();
  }

  /** Their drafts lie at WeChat and are not published. */
  drafted({ townId }: SystemScope): Promise<Article[]> {
    return this.database.rows(Article).findBy({ townId, state: 'drafted' });
  }

  async insert({ townId }: TownScope, article: Omit<Article, 'townId'>): Promise<void> {
    await this.database.rows(Article).insert({ ...article, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_articles_theme');
  }

  /** Only while it is as it was seen; whoever had leased it has lost it. False when somebody was faster. */
  async move({ townId }: TownScope, { id, revision }: Article, changes: ArticleChanges): Promise<boolean> {
    const { affected } = await this.database.rows(Article).update({ townId, id, revision }, { ...changes, revision: revision + 1, leaseToken: null });
    return affected === 1;
  }

  /** What a job has to do by now, across towns, what waits longest first. */
  due(_: HostScope, now: number, take: number): Promise<Article[]> {
    return this.database.rows(Article).find({ where: { nextAt: LessThanOrEqual(now) }, order: { nextAt: 'ASC', id: 'ASC' }, take });
  }

  /** The leases that are out, across towns. */
  async leases(_: HostScope): Promise<string[]> {
    const rows = await this.database.rows(Article).find({ select: { townId: true, id: true, leaseToken: true }, where: { leaseToken: Not(IsNull()) } });
    return rows.flatMap(({ leaseToken }) => leaseToken ?? []);
  }

  /** False when another replica was faster, or a person has done something to it. */
  async claim({ townId }: SystemScope, { id, revision }: Article, lost: readonly string[], leaseToken: string): Promise<boolean> {
    const asSeen = { townId, id, revision };
    const free = [{ ...asSeen, leaseToken: IsNull() }, ...(lost.length > 0 ? [{ ...asSeen, leaseToken: In([...lost]) }] : [])];
    for (const where of free) if (((await this.database.rows(Article).update(where, { leaseToken })).affected ?? 0) > 0) return true;
    return false;
  }

  /** Notes something about the step at hand, under another token: a lease that changes is not lost. False when it is. */
  async note({ scope: { townId }, article: { id, revision }, token }: Held, leaseToken: string | null, changes: ArticleChanges = {}): Promise<boolean> {
    const { affected } = await this.database.rows(Article).update({ townId, id, revision, leaseToken: token }, { ...changes, leaseToken });
    return affected === 1;
  }

  /** Of any town: the article that this publication is about. */
  ofPublication(_: HostScope, appId: string, publishId: string): Promise<Article | null> {
    return this.database.rows(Article).findOneBy({ appId, publishId });
  }

  /** Of any town: those that were handed in and whose number is not known. */
  handedIn(_: HostScope, appId: string): Promise<Article[]> {
    return this.database.rows(Article).findBy({ appId, state: 'submitting', askedAt: Not(IsNull()) });
  }
}
