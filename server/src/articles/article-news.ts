import { Injectable } from '@nestjs/common';
import { RolesService } from '../members/roles.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { articleProblem } from './article-words.ts';
import type { Article } from './article.entity.ts';

const titles: Partial<Record<Article['state'], string>> = {
  drafted: '公众号草稿做好了',
  draft_failed: '公众号草稿没做成',
  publish_failed: '公众号文章没发布成',
  published: '公众号文章发布了',
  removed: '公众号文章不在了',
};

/** Who is told how it goes on with an article: whoever asked for it, or the admins. Called inside a unit of work. */
@Injectable()
export class ArticleNews {
  constructor(
    private readonly notices: NoticesService,
    private readonly roles: RolesService,
    private readonly themes: ThemesService,
  ) {}

  async of(scope: SystemScope, article: Article): Promise<void> {
    const title = titles[article.state];
    if (title) await this.tell(scope, article, title, articleProblem(article)?.message ?? (article.state === 'drafted' ? '看一遍预览，再发布。' : '主题上已经有链接，手机上点得开。'));
  }

  /** The draft is made again because what it says was corrected. */
  async redone(scope: SystemScope, article: Article): Promise<void> {
    await this.tell(scope, article, '公众号草稿在重做', '课文或主题改过，公众号里的草稿会换成新的。在后台对草稿做过的改动会被盖掉。');
  }

  private async tell(scope: SystemScope, { id, themeId, changedBy, changedAt, state }: Article, title: string, text: string): Promise<void> {
    const { monday, title: name } = await this.themes.one(scope, themeId);
    const whom = changedBy ? [changedBy] : await this.roles.holders(scope, 'admin');
    await this.notices.tell(scope, whom, { kind: 'article', title, text: `“${name.replaceAll('\n', '')}”：${text}`, link: `/themes/${monday}/article`, dedupeKey: `article:${id}:${state}:${changedAt}` });
  }
}
