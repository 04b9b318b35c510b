import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import { type ExemptShare, exemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import { ownMondays, type SelfStudyRecords, selfStudyFacts } from '@weidangxiao/shared/rules/self-study.ts';
import { sessionFacts, type SessionFacts } from '@weidangxiao/shared/rules/session-month.ts';
import type { Span } from '@weidangxiao/shared/rules/span.ts';
import { businessDate, datesOfMonth } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceMonthService } from '../attendance/attendance-month.service.ts';
import { CheckInsMonthService, type HeldMonday } from '../check-ins/check-ins-month.service.ts';
import { ExemptionsService } from '../exemptions/exemptions.service.ts';
import { MonthRollsService, type OnTheRoll } from '../members/month-rolls.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { MonthMondaysService } from './month-mondays.service.ts';

/** What somebody did in a month, without what colleagues gave and what the committee entered. */
export interface PersonMonth {
  readonly memberId: string;
  /** Of the month's last day, or today's while it runs; null for somebody without one. */
  readonly groupId: string | null;
  readonly exempt: ExemptShare;
  readonly facts: MonthFacts;
}

export interface MonthChunk {
  /** The last member looked at; whoever goes on begins behind. */
  readonly through: string;
  /** In the order of ids. */
  readonly people: readonly PersonMonth[];
}

export interface TownMonthAsk {
  /** A member's id; from the first one unless told. */
  readonly after?: string | null;
  /** At the cut-off only Mondays count whose theme was sent; before, those too whose theme still can be. */
  readonly cutOff?: boolean;
}

const chunk = 1_000;
const noSessions = sessionFacts([]);

interface Records {
  readonly sessions: ReadonlyMap<string, SessionFacts>;
  readonly checkIns: ReadonlyMap<string, readonly HeldMonday[]>;
  readonly notes: ReadonlyMap<string, number>;
  readonly exempt: ReadonlyMap<string, readonly Span[]>;
}

/** The facts of a whole town's month: one read a noun for a thousand members, put together by the rules of the receipt. */
@Injectable()
export class MonthFactsService {
  constructor(
    private readonly rolls: MonthRollsService,
    private readonly attendance: AttendanceMonthService,
    private readonly checkIns: CheckInsMonthService,
    private readonly reflections: ReflectionsService,
    private readonly exemptions: ExemptionsService,
    private readonly mondays: MonthMondaysService,
    private readonly clock: Clock,
  ) {}

  /** @param month 'YYYY-MM' */
  async *ofTown(scope: TownScope, month: string, { after = null, cutOff = false }: TownMonthAsk = {}): AsyncGenerator<MonthChunk> {
    const { to } = datesOfMonth(month);
    const now = this.clock.now();
    const today = businessDate(now);
    const mondays = cutOff ? await this.mondays.sent(scope, month) : await this.mondays.withTheme(scope, month, now);
    for (let from = after; ; ) {
      const { through, people } = await this.rolls.after(scope, today < to ? today : to, from, chunk);
      if (through === null) return;
      yield { through, people: await this.together(scope, month, mondays, people) };
      from = through;
    }
  }

  /** Of these members, as their records are now; who is not on the month's sheet is left out. */
  async ofMembers(scope: TownScope, month: string, memberIds: readonly string[]): Promise<PersonMonth[]> {
    const { to } = datesOfMonth(month);
    const today = businessDate(this.clock.now());
    return this.together(scope, month, await this.mondays.sent(scope, month), await this.rolls.some(scope, today < to ? today : to, memberIds));
  }

  private async together(scope: TownScope, month: string, mondays: SelfStudyRecords['mondays'], people: readonly OnTheRoll[]): Promise<PersonMonth[]> {
    if (people.length === 0) return [];
    const records = await this.records(scope, month, people.map(({ memberId }) => memberId));
    const days = datesOfMonth(month);
    return people.map(({ memberId, groupId, belonged }) => {
      const exempt = records.exempt.get(memberId) ?? [];
      const checkIns = records.checkIns.get(memberId) ?? [];
      const own = ownMondays(mondays, { belonged, exempt }, checkIns);
      const selfStudy = selfStudyFacts({ mondays: own, checkIns, notes: records.notes.get(memberId) ?? 0 });
      // Day by day only where there is something to share out.
      return { memberId, groupId, exempt: exempt.length > 0 ? exemptShare(days, belonged, exempt) : 'none', facts: { ...(records.sessions.get(memberId) ?? noSessions), selfStudy } };
    });
  }

  private async records(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Records> {
    const { from, to } = datesOfMonth(month);
    return {
      sessions: await this.attendance.facts(scope, month, memberIds),
      checkIns: await this.checkIns.held(scope, month, memberIds),
      notes: await this.reflections.acceptedCounts(scope, memberIds, month),
      exempt: await this.exemptions.spans(scope, from, to, memberIds),
    };
  }
}
