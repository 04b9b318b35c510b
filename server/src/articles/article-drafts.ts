import { Injectable } from '@nestjs/common';
import { articleHtml } from '@weidangxiao/shared/rules/article-html.ts';
import { picturesIn } from '@weidangxiao/shared/rules/article-source.ts';
import { OfficialAccountsService } from '../official-accounts/official-accounts.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import type { WechatApi } from '../platform/wechat/wechat-api.ts';
import { WechatApis } from '../platform/wechat/wechat-apis.ts';
import { WechatRefused } from '../platform/wechat/wechat-failures.ts';
import { ArticlePictures } from './article-pictures.ts';
import { ArticleResults } from './article-results.ts';
import type { FrozenSource } from './article.entity.ts';
import type { Held } from './articles.repository.ts';
import { addDraft, findDraft, updateDraft, type WechatArticle } from './wechat-articles.ts';

/** The draft or the cover is not there any more. */
const gone = 40007;

/** Changes the lease before the next call to WeChat. @throws LeaseLost */
export type Renew = (changes?: { askedAt: number }) => Promise<void>;

/** Makes a draft in the town's account: pictures first, each once, then the article. */
@Injectable()
export class ArticleDrafts {
  constructor(
    private readonly accounts: OfficialAccountsService,
    private readonly pictures: ArticlePictures,
    private readonly results: ArticleResults,
    private readonly apis: WechatApis,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /** @throws WechatRefused, WechatUnreachable, LeaseLost */
  async make(held: Held, renew: Renew): Promise<void> {
    const { scope, article } = held;
    const account = await this.accounts.known(scope);
    if (!account || !article.source) return void (await this.results.refused(scope, article, 'no_account'));
    const api = this.apis.of(account.app);
    const { appId } = account.app;
    const urls = await this.pictures.inside(scope, appId, picturesIn(article.source.blocks), api, renew);
    const thumb = await this.pictures.cover(scope, appId, article.source.coverFileId, api, renew);
    const cardUrl = await this.pictures.forCard(scope, urls);
    const body = this.bodyOf(article.source, urls, cardUrl, article.draftKey ?? '', thumb);
    const mediaId = await this.lay(held, body, appId, api, renew).catch((error: unknown) => this.withoutCover(held, appId, error));
    if (mediaId) await this.results.made(held, mediaId, appId);
  }

  /** The draft that lies there is changed, so that it stays one; else one is added, unless one that was added already is found. */
  private async lay({ article }: Held, body: WechatArticle, appId: string, api: WechatApi, renew: Renew): Promise<string> {
    if (article.draftMediaId !== null && article.appId === appId) {
      await renew();
      if (await updated(api, article.draftMediaId, body)) return article.draftMediaId;
    }
    if (article.askedAt !== null) {
      await renew();
      const found = await findDraft(api, article.draftKey ?? '');
      if (found) return found;
    }
    await renew({ askedAt: this.clock.real() });
    return addDraft(api, body);
  }

  /** Somebody has deleted the cover from the account's material: it is sent again, once. */
  private async withoutCover(held: Held, appId: string, error: unknown): Promise<null> {
    if (!(error instanceof WechatRefused) || error.errcode !== gone || held.article.attempts > 0) throw error;
    await this.pictures.forgetCover(held.scope, appId, held.article.source?.coverFileId ?? null);
    await this.results.later(held, String(gone), { waitMs: 0, answered: true });
    return null;
  }

  private bodyOf({ title, author, digest, blocks, card }: FrozenSource, urls: ReadonlyMap<string, string>, imageUrl: string | null, key: string, thumb: string): WechatArticle {
    const address = `${this.config.publicUrl}/${card.path}&article=${key}`;
    return { title, author, digest, content: articleHtml(blocks, urls, { ...card, imageUrl }), content_source_url: address, thumb_media_id: thumb };
  }
}

async function updated(api: WechatApi, mediaId: string, body: WechatArticle): Promise<boolean> {
  try {
    await updateDraft(api, mediaId, body);
    return true;
  } catch (error) {
    if (error instanceof WechatRefused && error.errcode === gone) return false;
    throw error;
  }
}
