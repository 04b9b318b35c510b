import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { picturesIn } from '@weidangxiao/shared/rules/article-source.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { WechatApis } from '../platform/wechat/wechat-apis.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { ArticlePictures } from './article-pictures.ts';
import { ArticleSources, asError, type PresentSource } from './article-sources.ts';
import { articleProblem } from './article-words.ts';
import type { Article } from './article.entity.ts';

/** An article as planners see it: what would be sent, what WeChat would refuse, and how far it is. */
@Injectable()
export class ArticleView {
  constructor(
    private readonly sources: ArticleSources,
    private readonly uploads: ArticlePictures,
    private readonly apis: WechatApis,
  ) {}

  async of(scope: TownScope, theme: Theme, article: Article | null): Promise<Answer<'getArticle'>> {
    const present = await this.sources.of(scope, theme);
    const { account, source, faults } = present;
    const { title, author, digest, blocks, coverFileId, card } = source;
    return {
      source: { title, author, digest, blocks: [...blocks], coverFileId, card },
      pictures: await this.picturesOf(scope, present),
      faults: faults.map((fault) => ({ field: fault.field, message: asError(fault).message })),
      connected: account !== null && this.apis.isOn,
      publishes: account?.publishes ?? false,
      ...progressOf(article, present),
    };
  }

  private async picturesOf(scope: TownScope, { account, source }: PresentSource): Promise<Answer<'getArticle'>['pictures']> {
    const ids = picturesIn(source.blocks);
    const urls = account ? await this.uploads.addresses(scope, account.app.appId, ids) : new Map<string, string>();
    return ids.map((fileId) => ({ fileId, url: urls.get(fileId) ?? null }));
  }
}

type Progress = Pick<Answer<'getArticle'>, 'state' | 'outdated' | 'url' | 'way' | 'problem' | 'changedAt'>;

function progressOf(article: Article | null, { hash }: PresentSource): Progress {
  if (!article) return { state: 'none', outdated: false, url: null, way: null, problem: null, changedAt: null };
  const { state, url, way, changedAt, sourceHash } = article;
  return { state, url, way, changedAt, problem: articleProblem(article), outdated: state !== 'none' && sourceHash !== hash };
}
