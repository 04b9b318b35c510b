import { Injectable } from '@nestjs/common';
import type { MonthFacts } from '@weidangxiao/shared/rules/assessment.ts';
import type { ExemptShare } from '@weidangxiao/shared/rules/exemption.ts';
import { type AdjustmentKind, type AdjustmentPoints, factsSince, standingPoints } from '@weidangxiao/shared/rules/score-adjustment.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { MonthFactsService, type PersonMonth } from '../assessments/month-facts.service.ts';
import { MonthScoringService, type ScoredRow } from '../monthly-scores/month-scoring.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { AdjustmentNews } from './adjustment-news.ts';
import type { Figures, ScoreAdjustment } from './score-adjustment.entity.ts';
import { ScoreAdjustmentsRepository } from './score-adjustments.repository.ts';
import { type StandingRow, StandingScoresService } from './standing-scores.service.ts';

/** What a change says of itself, beside its figures. */
export interface Booking {
  readonly kind: AdjustmentKind;
  readonly reason: string;
  readonly evidence: string;
  readonly bookedBy: string | null;
  readonly clientId?: string | null;
  readonly objectionId?: string | null;
  /** Hundredths of a point of S. */
  readonly points?: number | null;
  readonly reverses?: string | null;
}

type Seen = Figures & Pick<ScoredRow, 'scoreLines'>;
interface Records {
  readonly exempt: ExemptShare;
  readonly facts: MonthFacts;
}

export interface Change {
  readonly was: Seen;
  readonly is: ScoredRow;
}

interface Asked {
  readonly standing: StandingRow;
  readonly person: PersonMonth | undefined;
  readonly more?: AdjustmentPoints;
}

/** Books dated changes on published months: the one function scores the month anew, and what it makes becomes the next line. */
@Injectable()
export class AdjustingService {
  constructor(
    private readonly standing: StandingScoresService,
    private readonly adjustments: ScoreAdjustmentsRepository,
    private readonly facts: MonthFactsService,
    private readonly scoring: MonthScoringService,
    private readonly news: AdjustmentNews,
    private readonly clock: Clock,
  ) {}

  /** Whose month would be another one by the records as they are now. Nothing is written. */
  async due(scope: TownScope, month: string, people: readonly PersonMonth[]): Promise<Change[]> {
    const rows = await this.standing.rowsOf(scope, month, people.map(({ memberId }) => memberId));
    const asked = people.flatMap((person) => {
      const standing = rows.get(person.memberId);
      return standing ? [{ standing, person }] : [];
    });
    const next = await this.scoredNow(scope, month, asked);
    return asked.flatMap(({ standing }, at) => {
      const is = next[at];
      return is && differs(last(standing), is) ? [{ was: last(standing), is }] : [];
    });
  }

  /** Inside a unit of work: by the records as they are now, and by points where there are some. Null where nothing changes by it, or the member is not on the sheet. */
  async book(scope: TownScope, month: string, memberId: string, booking: Booking): Promise<ScoreAdjustment | null> {
    try {
      return await this.bookNext(scope, month, memberId, booking);
    } catch (error) {
      // Somebody else has just booked for this member: this line follows that one.
      if (!this.adjustments.isTaken(error)) throw error;
      return this.bookNext(scope, month, memberId, booking);
    }
  }

  private async bookNext(scope: TownScope, month: string, memberId: string, booking: Booking): Promise<ScoreAdjustment | null> {
    const [person] = await this.facts.ofMembers(scope, month, [memberId]);
    const standing = (await this.standing.rowsOf(scope, month, [memberId])).get(memberId);
    if (!standing) return null;
    const id = randomUUID();
    const more = { id, points: booking.points ?? null, reverses: booking.reverses ?? null };
    const [is] = await this.scoredNow(scope, month, [{ standing, person, more }]);
    if (!is || (!booking.points && !differs(last(standing), is))) return null;
    return this.write(scope, id, standing, is, booking);
  }

  /** Each month scored anew: today's records, the votes, and the points that stand with those that are asked for. */
  private async scoredNow(scope: TownScope, month: string, asked: readonly Asked[]): Promise<ScoredRow[]> {
    const people = asked.map(({ standing: { row, adjustments }, person }) => ({ memberId: row.memberId, groupId: row.groupId, ...recordsOf({ row, adjustments }, person) }));
    const points = new Map(asked.map(({ standing: { row, adjustments }, more }) => [row.memberId, standingPoints(more ? [...adjustments, more] : adjustments)]));
    return this.scoring.score(scope, month, people, points);
  }

  private async write(scope: TownScope, id: string, { row, adjustments }: StandingRow, is: ScoredRow, { kind, reason, evidence, bookedBy, ...more }: Booking): Promise<ScoreAdjustment> {
    const now = this.clock.now();
    const was = adjustments.at(-1) ?? row;
    const adjustment: ScoreAdjustment = {
      ...{ townId: scope.townId, id, clientId: more.clientId ?? null, month: row.month, memberId: row.memberId, place: (adjustments.at(-1)?.place ?? 0) + 1 },
      ...{ kind, bookedOn: businessDate(now), bookedAt: now, bookedBy, reason, evidence, objectionId: more.objectionId ?? null, reverses: more.reverses ?? null, points: more.points ?? null },
      ...{ wasFigures: figuresOf(was), ...figuresOf(is), exempt: is.exempt, facts: is.facts, scoreLines: is.scoreLines },
    };
    await this.adjustments.insert(scope, adjustment);
    await this.news.booked(scope, adjustment);
    return adjustment;
  }
}

const last = ({ row, adjustments }: StandingRow): Records & Seen => adjustments.at(-1) ?? row;

/** Whoever is on the sheet no longer by today's memberships keeps the facts that stand. */
function recordsOf(standing: StandingRow, now: PersonMonth | undefined): Records {
  const { exempt, facts } = last(standing);
  return now ? { exempt: now.exempt, facts: factsSince(standing.row.facts, now.facts) } : { exempt, facts };
}

const figuresOf = ({ rated, s, p, m, grade }: Figures): Figures => ({ rated, s, p, m, grade });

/** By what people see; facts that were only put in another order change nothing. */
function differs(was: Seen, is: Seen): boolean {
  return JSON.stringify(seen(was)) !== JSON.stringify(seen(is));
}

const seen = (one: Seen): unknown => [figuresOf(one), one.scoreLines.map(({ dimension, earned, max }) => [dimension, earned, max])];
