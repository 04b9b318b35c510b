import { Injectable } from '@nestjs/common';
import { messageInstant } from '@weidangxiao/shared/rules/doorbell.ts';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { addDays, dateInChinese, startOf } from '@weidangxiao/shared/rules/week.ts';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { NoticesService } from '../notices/notices.service.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { Publication } from './publication.entity.ts';
import { PublicationsRepository } from './publications.repository.ts';

/** Tells everybody on a sheet that it is up. */
@Injectable()
export class PublicationNewsService {
  constructor(
    private readonly notices: NoticesService,
    private readonly publications: PublicationsRepository,
    private readonly doorbells: DoorbellsService,
    private readonly clock: Clock,
  ) {}

  /** Inside the unit of work that publishes, a page at a time. */
  async published(scope: TownScope, publication: Publication): Promise<void> {
    const { id, kind, period, publishedUntil } = publication;
    const news = { kind: 'score', title: `${periodInChinese(period)}的结果公示了`, text: `公示到${dateInChinese(publishedUntil)}。哪一项不对，点开那一项就能提异议。`, link: kind === 'year' ? `/years/${period}` : `/receipts/${period}`, dedupeKey: `published:${id}` };
    const told: string[] = [];
    for (let place = 0; ; place += 1) {
      const page = await this.publications.onPlace(publication, place);
      if (!page) break;
      const memberIds = page.lines.map(({ memberId }) => memberId);
      await this.notices.tell(scope, memberIds, news);
      told.push(...memberIds);
    }
    await this.ring(scope, publication, told);
  }

  private ring(scope: TownScope, { id, kind, period, publishedUntil }: Publication, memberIds: readonly string[]): Promise<void> {
    const page = kind === 'year' ? `packages/record/year/index?year=${period}` : `packages/record/receipt/index?month=${period}`;
    const announcement = { title: `${periodInChinese(period)}的结果公示了`, date: messageInstant(this.clock.now()), hint: `公示到${dateInChinese(publishedUntil)}`, page };
    return this.doorbells.announce(scope, { kind: 'month_published', subject: id, announcement, endsAt: startOf(addDays(publishedUntil, 1)) }, memberIds);
  }
}
