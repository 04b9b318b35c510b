import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { excellentPlaces } from '@weidangxiao/shared/rules/assessment/annual.ts';
import { byName } from '@weidangxiao/shared/rules/name-order.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { figureOf } from '@weidangxiao/shared/rules/score-entry.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { AnnualScoreRow } from './annual-score.entity.ts';
import { AnnualScoresRepository } from './annual-scores.repository.ts';
import { AssessmentYearsRepository } from './assessment-years.repository.ts';
import { AssessmentYearsService, type StandingYear } from './assessment-years.service.ts';
import type { CapDecision } from './cap-decision.entity.ts';
import { CapDecisionsRepository } from './cap-decisions.repository.ts';

type Tie = Answer<'decideCapTie'>;
type Body = Input<'decideCapTie'>['body'];

/** Those who are equal at the cap's edge, and the committee's minuted word on them: never a silent pick. */
@Injectable()
export class CapDecisionsService {
  constructor(
    private readonly years: AssessmentYearsService,
    private readonly rows: AssessmentYearsRepository,
    private readonly scores: AnnualScoresRepository,
    private readonly decisions: CapDecisionsRepository,
    private readonly members: MembersService,
    private readonly groups: GroupsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** What waits first, then what was decided in this run. */
  async list(scope: WholeTownScope, year: string): Promise<Answer<'listCapTies'>> {
    const standing = await this.years.year(scope, year);
    if (standing.row === null || standing.groups === null) return { items: [] };
    const waiting = standing.groups.filter(({ tied }) => tied > 0).map(({ groupId }) => this.tie(scope, standing, groupId, null));
    const decided = (await this.decisions.ofRun(scope, year, standing.row.run)).map((one) => this.tie(scope, standing, groupOf(one.groupKey), one));
    return { items: await Promise.all([...waiting, ...decided]) };
  }

  /** @throws AppError CAP_DECIDED, YEAR_STATE, CAP_NOT_TIED, CAP_PLACES, CAP_MEETING_DATE, CLIENT_ID_REUSED */
  async decide(scope: WholeTownScope, year: string, body: Body): Promise<Tie> {
    const standing = await this.years.year(scope, year);
    const known = await this.decisions.byClientId(scope, scope.memberId, body.clientId);
    if (known) return this.asItIs(scope, standing, known, body);
    const { tied, run } = await this.requireTied(scope, standing, body);
    this.requireMet(standing, body.metOn);
    const decision: CapDecision = {
      ...{ townId: scope.townId, id: randomUUID(), year, run, groupKey: keyOf(body.groupId), tied, chosen: [...new Set(body.memberIds)], metOn: body.metOn, minutes: body.minutes, reason: body.reason },
      ...{ clientId: body.clientId, decidedAt: this.clock.now(), decidedBy: scope.memberId },
    };
    try {
      await this.acts.perform(scope, () => this.write(scope, standing, decision), { target: decision.id });
    } catch (error) {
      if (this.decisions.isDecided(error) || this.decisions.isKnown(error)) throw new AppError('CAP_DECIDED');
      throw error;
    }
    return this.tie(scope, standing, body.groupId, decision);
  }

  private async write(scope: WholeTownScope, { year, row }: StandingYear, decision: CapDecision): Promise<void> {
    // Held, so that nobody sums the year up anew in between.
    if (!row || !(await this.rows.hold(scope, row))) throw new AppError('YEAR_RUN_AGAIN');
    await this.decisions.insert(scope, decision);
    const others = decision.tied.filter((id) => !decision.chosen.includes(id));
    await this.scores.change(scope, year, decision.chosen, { grade: 'excellent', needsDecision: false });
    await this.scores.change(scope, year, others, { grade: 'good', needsDecision: false });
  }

  private async requireTied(scope: WholeTownScope, standing: StandingYear, { groupId, memberIds }: Body): Promise<{ tied: string[]; run: number }> {
    const run = standing.row?.run ?? 0;
    const decided = standing.groups !== null && (await this.decisions.ofRun(scope, standing.year, run)).some(({ groupKey }) => groupKey === keyOf(groupId));
    if (decided) throw new AppError('CAP_DECIDED');
    this.years.requireAllows(standing, 'decide');
    const rows = await this.scores.ofGroup(scope, standing.year, groupId);
    const tied = rows.filter(({ needsDecision }) => needsDecision).map(({ memberId }) => memberId);
    if (tied.length === 0 || memberIds.some((id) => !tied.includes(id))) throw new AppError('CAP_NOT_TIED', { field: 'memberIds' });
    const places = placesAmong(standing, rows, tied);
    const chosen = new Set(memberIds).size;
    if (chosen < 1 || chosen > places) throw new AppError('CAP_PLACES', { field: 'memberIds', detail: { places } });
    return { tied, run };
  }

  /** They were equal only once the year was summed up. */
  private requireMet({ row }: StandingYear, metOn: string): void {
    const from = businessDate(row?.scoredAt ?? 0);
    if (metOn < from || metOn > businessDate(this.clock.now())) throw new AppError('CAP_MEETING_DATE', { field: 'metOn', detail: { from: dateInChinese(from) } });
  }

  private asItIs(scope: WholeTownScope, standing: StandingYear, known: CapDecision, { groupId, memberIds, metOn, minutes, reason }: Body): Promise<Tie> {
    const same = JSON.stringify([known.groupKey, known.chosen, known.metOn, known.minutes, known.reason]) === JSON.stringify([keyOf(groupId), [...new Set(memberIds)], metOn, minutes, reason]);
    if (!same || known.year !== standing.year) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.tie(scope, standing, groupId, known);
  }

  private async tie(scope: WholeTownScope, standing: StandingYear, groupId: string | null, decision: CapDecision | null): Promise<Tie> {
    const rows = await this.scores.ofGroup(scope, standing.year, groupId);
    const tied = decision?.tied ?? rows.filter(({ needsDecision }) => needsDecision).map(({ memberId }) => memberId);
    const people = await this.members.people(scope, [...tied, decision?.decidedBy ?? null]);
    const person = (memberId: string) => people.get(memberId) ?? { memberId, name: '' };
    const names = await this.groups.names(scope);
    const equals = rows.filter(({ memberId }) => tied.includes(memberId)).map(({ memberId, t, facts: { centralizedRatio, absences, practices } }) => ({ member: person(memberId), T: figureOf(t) ?? '', centralizedRatio, absences, practices }));
    return {
      ...{ group: groupId === null ? null : { id: groupId, name: names.get(groupId) ?? '' }, places: placesAmong(standing, rows, tied) },
      people: equals.sort((a, b) => byName(a.member.name, b.member.name) || a.member.memberId.localeCompare(b.member.memberId)),
      decision: decision && { at: decision.decidedAt, by: person(decision.decidedBy), chosen: decision.chosen.map(person), metOn: decision.metOn, minutes: decision.minutes, reason: decision.reason },
    };
  }
}

/** What the cap leaves for those tied, after whoever is excellent without a tie. */
function placesAmong({ rubric }: StandingYear, rows: readonly AnnualScoreRow[], tied: readonly string[]): number {
  const graded = rows.filter(({ t }) => t !== null).length;
  const kept = rows.filter(({ memberId, grade }) => grade === 'excellent' && !tied.includes(memberId)).length;
  return excellentPlaces(rubric, graded) - kept;
}

const keyOf = (groupId: string | null): string => groupId ?? 'none';
const groupOf = (key: string): string | null => (key === 'none' ? null : key);
