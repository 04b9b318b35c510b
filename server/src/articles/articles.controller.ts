import { Controller } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { By, In } from '../platform/access/request.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Serves } from '../platform/access/serves.ts';
import { ArticlesService } from './articles.service.ts';

@Controller()
export class ArticlesController {
  constructor(private readonly articles: ArticlesService) {}

  @Serves('getArticle')
  one(@By() scope: WholeTownScope, @In() { params }: Input<'getArticle'>): Promise<Answer<'getArticle'>> {
    return this.articles.one(scope, params.id);
  }

  @Serves('draftArticle')
  draft(@By() scope: WholeTownScope, @In() { params }: Input<'draftArticle'>): Promise<Answer<'draftArticle'>> {
    return this.articles.draft(scope, params.id);
  }

  @Serves('publishArticle')
  publish(@By() scope: WholeTownScope, @In() { params }: Input<'publishArticle'>): Promise<Answer<'publishArticle'>> {
    return this.articles.publish(scope, params.id);
  }

  @Serves('setArticleUrl')
  paste(@By() scope: WholeTownScope, @In() { params, body }: Input<'setArticleUrl'>): Promise<Answer<'setArticleUrl'>> {
    return this.articles.paste(scope, params.id, body.url);
  }
}
