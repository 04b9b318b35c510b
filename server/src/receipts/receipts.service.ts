import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { atCutOff } from '@weidangxiao/shared/rules/cut-off.ts';
import { type ReceiptFacts, receiptOf } from '@weidangxiao/shared/rules/receipt.ts';
import { addDays, businessDate, datesOfMonth, startOf } from '@weidangxiao/shared/rules/week.ts';
import { StudyFactsService } from '../assessments/study-facts.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import type { OwnScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { ScoreAdjustment } from '../score-adjustments/score-adjustment.entity.ts';
import { figuresRead, StandingScoresService } from '../score-adjustments/standing-scores.service.ts';

type Receipt = Answer<'getMyReceipt'>;

/** Every point of a member's month with its reason. A kind without a record that counts is not offered. After the cut-off it is made of the facts taken then. */
@Injectable()
export class ReceiptsService {
  constructor(
    private readonly members: MembersService,
    private readonly facts: StudyFactsService,
    private readonly rubrics: RubricsService,
    private readonly scores: MonthlyScoresService,
    private readonly standing: StandingScoresService,
    private readonly entries: ScoreEntriesService,
    private readonly clock: Clock,
  ) {}

  async mine(scope: OwnScope, month: string): Promise<Receipt> {
    return this.receipt(scope, await this.members.self(scope), month);
  }

  async ofMember(scope: WholeTownScope, id: string, month: string): Promise<Receipt> {
    return this.receipt(scope, await this.members.find(scope, id), month);
  }

  private async receipt(scope: PersonScope, { id, name }: Member, month: string): Promise<Receipt> {
    this.scores.requireBegun(month);
    const now = this.clock.now();
    const ended = now >= startOf(addDays(datesOfMonth(month).to, 1));
    const { rubric } = await this.rubrics.forMonth(scope, month);
    const live = await this.facts.monthOf(scope, { memberId: id, month, ended, now, rubric });
    const facts = ended ? await this.asTaken(scope, id, live) : live;
    return { month, member: { memberId: id, name }, state: ended ? 'ended' : 'running', exempt: facts.exempt ?? 'none', asOf: now, ...receiptOf(rubric, { ...facts, entries: await this.entries.linesOf(scope, month, id) }), ...(await this.afterwards(scope, id, month)) };
  }

  /** What was put up for everybody, and every dated change since. */
  private async afterwards(scope: PersonScope, memberId: string, month: string): Promise<Pick<Receipt, 'published' | 'corrections'>> {
    const { publishedOn, publishedUntil, stage } = await this.scores.month(scope, month);
    const found = publishedOn && publishedUntil ? (await this.standing.rowsOf(scope, month, [memberId])).get(memberId) : undefined;
    if (!publishedOn || !publishedUntil || !found) return { published: null, corrections: [] };
    return { published: { on: publishedOn, until: publishedUntil, locked: stage === 'locked', ...figuresRead(found.row) }, corrections: found.adjustments.map(correctionOf) };
  }

  private async asTaken(scope: PersonScope, memberId: string, live: ReceiptFacts): Promise<ReceiptFacts> {
    const taken = await this.scores.takenOf(scope, live.month, memberId);
    if (!taken) return live;
    const { calendar } = await this.scores.month(scope, live.month);
    return atCutOff(live, { until: calendar.completeUntil, today: businessDate(this.clock.now()), exempt: taken.exempt, facts: taken.facts });
  }
}

function correctionOf({ id, bookedOn, kind, reason, evidence, wasFigures, ...is }: ScoreAdjustment): Receipt['corrections'][number] {
  return { id, on: bookedOn, kind, reason, evidence, before: figuresRead(wasFigures), after: figuresRead(is) };
}
