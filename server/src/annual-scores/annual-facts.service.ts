import { Injectable } from '@nestjs/common';
import { type AnnualFacts, yearMonths, yearOrder } from '@weidangxiao/shared/rules/annual-scores/facts.ts';
import type { Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import type { Span } from '@weidangxiao/shared/rules/span.ts';
import { hoursText, toHundredths } from '@weidangxiao/shared/rules/study-hours.ts';
import { datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { StudyHoursService } from '../study-hours/study-hours.service.ts';
import { type PublishedMonth, YearSourcesService } from './year-sources.service.ts';

export interface YearPerson {
  readonly memberId: string;
  /** When they belonged to any group. */
  readonly belonged: readonly Span[];
}

export interface PersonYear {
  readonly facts: AnnualFacts;
  readonly published: readonly PublishedMonth[];
}

/** What people's year is made of, as it is known now. */
@Injectable()
export class AnnualFactsService {
  constructor(
    private readonly sources: YearSourcesService,
    private readonly hours: StudyHoursService,
  ) {}

  /** @param W what study weighs in the town's own sheet */
  async of(scope: TownScope, year: string, people: readonly YearPerson[], { rubric, W }: { rubric: Rubric; W: string }): Promise<Map<string, PersonYear>> {
    if (people.length === 0) return new Map();
    const ids = people.map(({ memberId }) => memberId);
    const { published, opening, results } = await this.sources.of(scope, year, ids);
    // A month that was entered is one in which they belonged, before this town was here.
    const belonged = people.map(({ memberId, belonged: spans }) => ({ memberId, belonged: [...spans, ...(opening.get(memberId)?.months ?? []).map(({ month }) => datesOfMonth(month))] }));
    const hours = await this.hours.yearOf(scope, year, belonged);
    return new Map(
      ids.map((id): [string, PersonYear] => {
        const months = published.get(id) ?? [];
        const entered = opening.get(id);
        const { earned = 0, required = 0 } = hours.get(id) ?? {};
        const facts: AnnualFacts = {
          months: yearMonths(months, entered?.months ?? []),
          ...{ hours: hoursText(earned + toHundredths(entered?.hours ?? '0')), requiredHours: hoursText(required), results: results.get(id) ?? '0.00', W },
          ...yearOrder(rubric, months.map(({ facts: of }) => of)),
        };
        return [id, { facts, published: months }];
      }),
    );
  }
}
