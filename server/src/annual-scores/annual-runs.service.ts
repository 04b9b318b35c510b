import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { publishedUntil } from '@weidangxiao/shared/rules/month-calendar.ts';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { hundredthsOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { FrozenLinesService } from '../objections/frozen-lines.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { PublicationNewsService } from '../publications/publication-news.service.ts';
import { PublicationSheetsService } from '../publications/publication-sheets.service.ts';
import type { Publication } from '../publications/publication.entity.ts';
import { PublicationsService } from '../publications/publications.service.ts';
import { LaterPoorsService } from '../score-adjustments/later-poors.service.ts';
import { WorkingDaysService } from '../working-days/working-days.service.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';
import type { AssessmentYear } from './assessment-year.entity.ts';
import { AssessmentYearsRepository } from './assessment-years.repository.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import { YearSheetService } from './year-sheet.service.ts';

/** No days on show reach further, whatever the holidays. */
const mostDays = 60;

/** The committee's acts on a whole year: to have it summed up, and to publish it. The work is done in `annual-scoring.service.ts`. */
@Injectable()
export class AnnualRunsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly rows: AssessmentYearsRepository,
    private readonly scores: AnnualScoresRepository,
    private readonly sheet: YearSheetService,
    private readonly sheets: PublicationSheetsService,
    private readonly publications: PublicationsService,
    private readonly news: PublicationNewsService,
    private readonly frozen: FrozenLinesService,
    private readonly laterPoors: LaterPoorsService,
    private readonly workingDays: WorkingDaysService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Sent twice it is one run. @throws AppError YEAR_NOT_OVER, YEAR_STATE, YEAR_FROZEN, YEAR_RUN_AGAIN, INPUT_INVALID */
  async run(scope: WholeTownScope, year: string, { after, W }: Input<'runAssessmentYear'>['body']): Promise<Answer<'runAssessmentYear'>> {
    const weight = hundredthsOf(W);
    if (weight === 0) throw new AppError('INPUT_INVALID', { field: 'W', detail: { reason: '学习所占的分值要大于0' } });
    const standing = await this.years.year(scope, year);
    const known = standing.row?.run ?? 0;
    if (known === after + 1 && standing.row?.weight === weight) return this.asItIs(known);
    if (known !== after) throw new AppError('YEAR_RUN_AGAIN');
    this.years.requireAllows(standing, 'run');
    await this.requireAnswered(scope, standing);
    return this.acts.perform(scope, () => this.begin(scope, standing, weight), { target: year });
  }

  /** @throws AppError YEAR_NOT_OVER, YEAR_STATE, YEAR_FROZEN, YEAR_UNTALKED, YEAR_RUN_AGAIN */
  async publish(scope: WholeTownScope, year: string): Promise<Answer<'publishAssessmentYear'>> {
    const standing = await this.years.year(scope, year);
    this.years.requireAllows(standing, 'publish');
    await this.requireAnswered(scope, standing);
    await this.requireTalkedWith(scope, standing);
    const on = businessDate(this.clock.now());
    const until = publishedUntil(on, 'year', await this.workingDays.exceptions(scope, on, addDays(on, mostDays)));
    const publication = await this.acts.perform(scope, () => this.putUp(scope, standing, { publishedOn: on, publishedUntil: until }), { target: year });
    return { on, until, code: this.publications.view(publication).code };
  }

  /** A line that waits for its answer may become another one: nothing is summed up over it. */
  private async requireAnswered(scope: WholeTownScope, { year, months }: StandingYear): Promise<void> {
    const count = await this.frozen.count(scope, 'month', months.map(({ month }) => month));
    if (count > 0) throw new AppError('YEAR_FROZEN', { detail: { year, count } });
  }

  /** A month that became poor after its publication has had no talk before it. */
  private async requireTalkedWith(scope: WholeTownScope, { year, months }: StandingYear): Promise<void> {
    const untalked = await this.laterPoors.untalked(scope, months.map(({ month }) => month));
    const count = untalked.reduce((sum, { people }) => sum + people, 0);
    if (count > 0) throw new AppError('YEAR_UNTALKED', { detail: { year, count } });
  }

  private async putUp(scope: WholeTownScope, standing: StandingYear, dates: Pick<Publication, 'publishedOn' | 'publishedUntil'>): Promise<Publication> {
    const isMine = standing.row !== null && (await this.rows.publish(scope, standing.row, { ...dates, publishedBy: scope.memberId }));
    if (!isMine) throw new AppError('YEAR_RUN_AGAIN');
    const publication = await this.sheets.publish(scope, { kind: 'year', period: standing.year, ...dates }, this.sheet.published(scope, standing));
    await this.news.published(scope, publication);
    return publication;
  }

  private async begin(scope: WholeTownScope, { year, row, rubric }: StandingYear, weight: number): Promise<{ run: number }> {
    const run = (row?.run ?? 0) + 1;
    const begun = { run, weight, rubricVersion: rubric.version, startedAt: this.clock.now(), startedBy: scope.memberId, scoredThrough: null, scoredAt: null };
    if (row) await this.beginAgain(scope, row, begun);
    else await this.beginFirst(scope, { year, ...begun, publishedOn: null, publishedUntil: null, publishedBy: null });
    return { run };
  }

  private async beginFirst(scope: WholeTownScope, row: Omit<AssessmentYear, 'townId'>): Promise<void> {
    try {
      await this.rows.insert(scope, row);
    } catch (error) {
      if (this.rows.isBegun(error)) throw new AppError('YEAR_RUN_AGAIN');
      throw error;
    }
  }

  /** What the committee decided on a tie stays in its minutes; a tie that comes back is decided anew. */
  private async beginAgain(scope: WholeTownScope, seen: AssessmentYear, changes: Partial<AssessmentYear>): Promise<void> {
    if (!(await this.rows.again(scope, seen, changes))) throw new AppError('YEAR_RUN_AGAIN');
    await this.scores.deleteOf(scope, seen.year);
  }

  private asItIs(run: number): { run: number } {
    this.acts.changedNothing();
    return { run };
  }
}
