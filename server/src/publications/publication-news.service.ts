import { Injectable } from '@nestjs/common';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Publication } from './publication.entity.ts';
import { PublicationsRepository } from './publications.repository.ts';

/** Tells everybody on a sheet that it is up. */
@Injectable()
export class PublicationNewsService {
  constructor(
    private readonly notices: NoticesService,
    private readonly publications: PublicationsRepository,
  ) {}

  /** Inside the unit of work that publishes, a page at a time. */
  async published(scope: TownScope, publication: Publication): Promise<void> {
    const { id, kind, period, publishedUntil } = publication;
    const news = { kind: 'score', title: `${periodInChinese(period)}的结果公示了`, text: `公示到${dateInChinese(publishedUntil)}。哪一项不对，点开那一项就能提异议。`, link: kind === 'year' ? `/years/${period}` : `/receipts/${period}`, dedupeKey: `published:${id}` };
    for (let place = 0; ; place += 1) {
      const page = await this.publications.onPlace(publication, place);
      if (!page) return;
      await this.notices.tell(scope, page.lines.map(({ memberId }) => memberId), news);
    }
  }
}
