import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OfficialAccountsService } from '../official-accounts/official-accounts.service.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { WechatApi } from '../platform/wechat/wechat-api.ts';
import { WechatApis } from '../platform/wechat/wechat-apis.ts';
import { WechatEvents } from '../wechat-events/wechat-events.service.ts';
import type { Renew } from './article-drafts.ts';
import { ArticleResults } from './article-results.ts';
import { ArticlesRepository, type Held } from './articles.repository.ts';
import { findPublished, type Publication, publicationOf, readPublication, submitDraft } from './wechat-articles.ts';

const minute = 60_000;
/** So long a publication may run unseen: handed in again before that, it could come out twice. */
const unsureMs = 15 * minute;

/** Hands a draft in for publication and follows it to its end, by poll and by event, whichever is first. */
@Injectable()
export class ArticlePublications implements OnModuleInit {
  constructor(
    private readonly articles: ArticlesRepository,
    private readonly accounts: OfficialAccountsService,
    private readonly results: ArticleResults,
    private readonly apis: WechatApis,
    private readonly events: WechatEvents,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.events.on('PUBLISHJOBFINISH', ({ appId, fields }) => this.told(appId, (fields['PublishEventInfo'] ?? {}) as Record<string, unknown>));
  }

  /** @throws WechatRefused, WechatUnreachable, LeaseLost */
  async submit(held: Held, renew: Renew): Promise<void> {
    const { scope, article } = held;
    const api = await this.apiOf(held);
    if (!api) return;
    if (article.askedAt !== null && (await this.isSettled(held, api, article.askedAt, renew))) return;
    await renew({ askedAt: this.clock.real() });
    await this.results.taken(scope, article, await submitDraft(api, article.draftMediaId ?? ''));
  }

  /** @throws as `submit` */
  async follow(held: Held, renew: Renew): Promise<void> {
    const { scope, article } = held;
    const api = await this.apiOf(held);
    if (!api) return article.state === 'published' ? this.results.watched(held) : undefined;
    await renew();
    const publication = await publicationOf(api, article.publishId ?? '');
    if (await this.results.publication(scope, article, publication)) return;
    if (article.state === 'published') await this.results.watched(held);
    else if (publication.outcome === 'running') await this.results.later(held, 'running');
  }

  /** The event of a publication's end, in WeChat's own words. One of which nothing is known is none of ours. */
  async told(appId: string, info: Readonly<Record<string, unknown>>): Promise<void> {
    const publication = readPublication(info);
    const publishId = String(info['publish_id'] ?? '');
    if (!publication || publishId === '') return;
    const known = await this.articles.ofPublication(hostScope(), appId, publishId);
    if (known) await this.results.publication(systemScope(known.townId, 'article-events'), known, publication);
    else await this.adopt(appId, publishId, publication);
  }

  /** The event may be here before the answer that names the publication, or that answer was lost. With two candidates nobody guesses. */
  private async adopt(appId: string, publishId: string, publication: Publication): Promise<void> {
    const [article, another] = await this.articles.handedIn(hostScope(), appId);
    if (!article || another) return;
    const scope = systemScope(article.townId, 'article-events');
    if (!(await this.results.taken(scope, article, publishId))) return;
    const taken = await this.articles.ofPublication(hostScope(), appId, publishId);
    if (taken) await this.results.publication(scope, taken, publication);
  }

  /** An answer was lost: it may be out, or on its way. True where nothing is to be handed in now. */
  private async isSettled(held: Held, api: WechatApi, askedAt: number, renew: Renew): Promise<boolean> {
    await renew();
    const url = await findPublished(api, held.article.draftKey ?? '');
    if (url) return this.results.out(held.scope, held.article, url);
    if (this.clock.real() - askedAt >= unsureMs) return false;
    await this.results.later(held, 'unsure', { waitMs: minute });
    return true;
  }

  /** Of the account in which the draft lies; a town that has changed it has to begin anew. */
  private async apiOf({ scope, article }: Held): Promise<WechatApi | null> {
    const account = await this.accounts.known(scope);
    if (account?.app.appId === article.appId) return this.apis.of(account.app);
    if (article.state !== 'published') await this.results.refused(scope, article, 'no_account');
    return null;
  }
}
