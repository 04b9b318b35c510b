import { Injectable } from '@nestjs/common';
import type { Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { exemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import type { ReceiptFacts } from '@weidangxiao/shared/rules/receipt.ts';
import { type OwnDays, ownMondays, type SelfStudyMonth, selfStudyMonth } from '@weidangxiao/shared/rules/self-study.ts';
import { holdsOn, type Span } from '@weidangxiao/shared/rules/span.ts';
import { type BusinessDate, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { ExemptionsService } from '../exemptions/exemptions.service.ts';
import { MovesService } from '../members/moves.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { MonthMondaysService } from './month-mondays.service.ts';

export interface MonthOfMember {
  readonly memberId: string;
  /** 'YYYY-MM' */
  readonly month: string;
  readonly ended: boolean;
  readonly now: number;
  readonly rubric: Rubric;
}

/** Gathers one member's month from the nouns that hold its records. */
@Injectable()
export class StudyFactsService {
  constructor(
    private readonly attendance: AttendanceFactsService,
    private readonly exemptions: ExemptionsService,
    private readonly mondays: MonthMondaysService,
    private readonly checkIns: CheckInsService,
    private readonly reflections: ReflectionsService,
    private readonly moves: MovesService,
  ) {}

  /** Sessions, Mondays and notes together, each with its evidence: what the receipt of the month is made of. */
  async monthOf(scope: TownScope, of: MonthOfMember): Promise<ReceiptFacts> {
    const { from, to } = datesOfMonth(of.month);
    const days = { belonged: await this.membershipOf(scope, of.memberId), exempt: await this.exemptions.spansOf(scope, of.memberId, from, to) };
    const sessions = await this.attendance.monthOf(scope, of.memberId, of.month, of.rubric.credit, (date) => isOn(days.exempt, date));
    const selfStudy = await this.selfStudy(scope, of, days);
    return {
      ...{ month: of.month, ended: of.ended, exempt: exemptShare({ from, to }, days.belonged, days.exempt) },
      facts: { ...sessions.facts, selfStudy: selfStudy.facts },
      best: { ...sessions.best, selfStudy: selfStudy.best },
      events: { ...sessions.events, selfStudy: selfStudy.events },
      hints: { ...sessions.hints, selfStudy: selfStudy.hints },
    };
  }

  private async selfStudy(scope: TownScope, { memberId, month, ended, now, rubric }: MonthOfMember, days: OwnDays): Promise<SelfStudyMonth> {
    const all = await this.mondays.withTheme(scope, month, now);
    const checkIns = await this.checkIns.factsOf(scope, memberId, all.map(({ monday }) => monday));
    const mondays = ownMondays(all, days, checkIns);
    const { accepted, inReview } = await this.reflections.notesOf(scope, memberId, month);
    return selfStudyMonth({ mondays, checkIns, notes: accepted, notesInReview: inReview, notePoints: rubric.note, now, monthEnded: ended });
  }

  private async membershipOf(scope: TownScope, memberId: string): Promise<Span[]> {
    return (await this.moves.memberships(scope, memberId)).map(({ fromDate, toDate }) => ({ from: fromDate, to: toDate }));
  }
}

const isOn = (spans: readonly Span[], date: BusinessDate): boolean => spans.some((span) => holdsOn(span, date));
