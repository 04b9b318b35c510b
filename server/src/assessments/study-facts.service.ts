import { Injectable } from '@nestjs/common';
import { type SelfStudyMonth, type SelfStudyRecords, selfStudyMonth } from '@weidangxiao/shared/rules/self-study.ts';
import { type BusinessDate, datesOfMonth, mondaysOfMonth, weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { MovesService } from '../members/moves.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { HolidaysService } from '../themes/holidays.service.ts';
import { ThemesService } from '../themes/themes.service.ts';

export interface MonthOfMember {
  readonly memberId: string;
  /** 'YYYY-MM' */
  readonly month: string;
  readonly ended: boolean;
  readonly now: number;
  /** Points that the rubric gives for a note. */
  readonly notePoints: string;
}

/** Gathers one member's month from the nouns that hold its records. */
@Injectable()
export class StudyFactsService {
  constructor(
    private readonly themes: ThemesService,
    private readonly holidays: HolidaysService,
    private readonly checkIns: CheckInsService,
    private readonly reflections: ReflectionsService,
    private readonly moves: MovesService,
  ) {}

  async selfStudy(scope: TownScope, { memberId, month, ended, now, notePoints }: MonthOfMember): Promise<SelfStudyMonth> {
    const all = await this.mondaysWithTheme(scope, month, now);
    const checkIns = await this.checkIns.factsOf(scope, memberId, all.map(({ monday }) => monday));
    const belonged = await this.membershipOf(scope, memberId);
    // Somebody who joined on a Tuesday owes nothing for the Monday before, but a check-in for it counts.
    const mondays = all.filter(({ monday }) => belonged(monday) || checkIns.some((checkIn) => checkIn.monday === monday));
    const { accepted, inReview } = await this.reflections.notesOf(scope, memberId, month);
    return selfStudyMonth({ mondays, checkIns, notes: accepted, notesInReview: inReview, notePoints, now, monthEnded: ended });
  }

  /** Those whose theme was sent, and those whose theme still can be: no holiday, and the week not over. */
  private async mondaysWithTheme(scope: TownScope, month: string, now: number): Promise<SelfStudyRecords['mondays']> {
    const titles = await this.themes.sentTitles(scope, month);
    const { from, to } = datesOfMonth(month);
    const holidays = await this.holidays.labels(scope, from, to);
    const mondays = mondaysOfMonth(month).map((monday) => ({ monday, sent: titles.has(monday), title: titles.get(monday) ?? null }));
    return mondays.filter(({ monday, sent }) => sent || (weekEndsAt(monday) > now && !holidays.has(monday)));
  }

  private async membershipOf(scope: TownScope, memberId: string): Promise<(date: BusinessDate) => boolean> {
    const memberships = await this.moves.memberships(scope, memberId);
    return (date) => memberships.some(({ fromDate, toDate }) => fromDate <= date && (toDate === null || date <= toDate));
  }
}
