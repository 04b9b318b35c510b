import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthAllows } from '@weidangxiao/shared/rules/assessment-month.ts';
import type { PublishObstacle } from '@weidangxiao/shared/rules/publication.ts';
import { dateInChinese, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService, type StandingMonth } from '../assessment-months/assessment-months.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { TownsService } from '../towns/towns.service.ts';
import { LaterPoorListService } from './later-poor-list.service.ts';
import { MonthSheetService } from './month-sheet.service.ts';
import { PublicationNewsService } from '../publications/publication-news.service.ts';
import { PublicationSheetsService } from '../publications/publication-sheets.service.ts';
import type { Publication } from '../publications/publication.entity.ts';
import { PublicationsService } from '../publications/publications.service.ts';

/** The committee's act: what the figures are at this moment is put up for everybody, and from then on only dated lines change it. */
@Injectable()
export class MonthPublishingService {
  constructor(
    private readonly months: AssessmentMonthsService,
    private readonly scores: MonthlyScoresService,
    private readonly sheet: MonthSheetService,
    private readonly laterPoors: LaterPoorListService,
    private readonly sheets: PublicationSheetsService,
    private readonly publications: PublicationsService,
    private readonly news: PublicationNewsService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
  ) {}

  /** @throws AppError INPUT_INVALID for a month that has not begun */
  async draft(scope: WholeTownScope, month: string): Promise<Answer<'getPublicationDraft'>> {
    const standing = await this.scores.month(scope, month);
    const results = await this.sheet.results(scope, month);
    return { month, stage: standing.stage, obstacles: obstaclesOf(standing, results.untalked), until: standing.publishedUntil ?? (await this.months.onShowUntil(scope)), ...results, ...(await this.laterPoors.of(scope, month)) };
  }

  /** Sent again by whoever published: the same. @throws AppError MONTH_NOT_READY, POOR_WITHOUT_TALK, MONTH_PUBLISHED */
  async publish(scope: WholeTownScope, month: string): Promise<Answer<'publishMonth'>> {
    const before = await this.publications.find(scope, 'month', month);
    if (before) return this.again(scope, before);
    this.requireReady(await this.scores.month(scope, month));
    await this.scores.settle(scope, month);
    const publication = await this.acts.perform(scope, () => this.putUp(scope, month), { target: month });
    return this.publications.view(publication);
  }

  private async putUp(scope: WholeTownScope, month: string): Promise<Publication> {
    // Nobody enters points or a talk of this town between the last look at the figures and the commit.
    await this.towns.takeTurn(scope);
    await this.scores.settle(scope, month);
    const { untalked } = await this.sheet.results(scope, month);
    if (untalked > 0) throw new AppError('POOR_WITHOUT_TALK', { detail: { count: untalked } });
    const dates = await this.months.publish(scope, month);
    const publication = await this.sheets.publish(scope, { kind: 'month', period: month, ...dates }, this.sheet.lines(scope, month));
    await this.news.published(scope, publication);
    return publication;
  }

  private again(scope: WholeTownScope, publication: Publication): Answer<'publishMonth'> {
    if (publication.publishedBy !== scope.memberId) throw new AppError('MONTH_PUBLISHED');
    this.acts.changedNothing();
    return this.publications.view(publication);
  }

  private requireReady({ month, stage, scoredAt, calendar }: StandingMonth): void {
    const refuse = (reason: string): never => {
      throw new AppError('MONTH_NOT_READY', { detail: { month: monthWithYear(month), reason } });
    };
    if (stage === 'publication' || stage === 'locked') throw new AppError('MONTH_PUBLISHED');
    if (!monthAllows[stage].includes('publish')) refuse(`要等互评结束，${dateInChinese(calendar.confirmFrom)}起可以公示`);
    if (scoredAt === null) refuse('得分还在计算，请过几分钟再试');
  }
}

function obstaclesOf({ stage, scoredAt }: StandingMonth, untalked: number): PublishObstacle[] {
  if (stage === 'publication' || stage === 'locked') return ['published'];
  const obstacles: PublishObstacle[] = [];
  if (!monthAllows[stage].includes('publish')) obstacles.push('not_yet');
  if (scoredAt === null) obstacles.push('not_scored');
  if (untalked > 0) obstacles.push('untalked');
  return obstacles;
}
