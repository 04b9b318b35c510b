import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module.ts';
import { LessonsModule } from '../lessons/lessons.module.ts';
import { MembersModule } from '../members/members.module.ts';
import { NoticesModule } from '../notices/notices.module.ts';
import { OfficialAccountsModule } from '../official-accounts/official-accounts.module.ts';
import { ThemesModule } from '../themes/themes.module.ts';
import { TownsModule } from '../towns/towns.module.ts';
import { WechatEventsModule } from '../wechat-events/wechat-events.module.ts';
import { ArticleCorrections } from './article-corrections.ts';
import { ArticleDrafts } from './article-drafts.ts';
import { ArticleNews } from './article-news.ts';
import { ArticlePictures } from './article-pictures.ts';
import { ArticlePublications } from './article-publications.ts';
import { ArticleResults } from './article-results.ts';
import { ArticleSources } from './article-sources.ts';
import { ArticleUploadsRepository } from './article-uploads.repository.ts';
import { ArticleView } from './article-view.ts';
import { ArticleWork } from './article-work.ts';
import { ArticlesController } from './articles.controller.ts';
import { ArticlesRepository } from './articles.repository.ts';
import { ArticlesService } from './articles.service.ts';

/** Themes as articles of the town's official account. */
@Module({
  imports: [FilesModule, LessonsModule, MembersModule, NoticesModule, OfficialAccountsModule, ThemesModule, TownsModule, WechatEventsModule],
  controllers: [ArticlesController],
  providers: [
    ArticleCorrections,
    ArticleDrafts,
    ArticleNews,
    ArticlePictures,
    ArticlePublications,
    ArticleResults,
    ArticleSources,
    ArticleUploadsRepository,
    ArticleView,
    ArticleWork,
    ArticlesRepository,
    ArticlesService,
  ],
})
export class ArticlesModule {}
