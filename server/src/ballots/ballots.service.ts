import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthAllows, voteIsOpen } from '@weidangxiao/shared/rules/assessment-month.ts';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { ballotFault, type BallotGrades, votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService, type StandingMonth } from '../assessment-months/assessment-months.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { OwnScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { CirclesService } from './circles.service.ts';
import { peopleByName } from './people-by-name.ts';
import type { VoteFlag } from './vote-flag.entity.ts';
import { VoteOpeningsService } from './vote-openings.service.ts';
import { VotesRepository } from './votes.repository.ts';

export interface Votes {
  readonly ballots: Partial<Record<Grade, number>>;
  readonly entitled: number;
}

type VoteState = Answer<'getMyBallot'>['state'];

/** One's own ballot, and what scoring reads of everybody's. */
@Injectable()
export class BallotsService {
  constructor(
    private readonly votes: VotesRepository,
    private readonly openings: VoteOpeningsService,
    private readonly circles: CirclesService,
    private readonly months: AssessmentMonthsService,
    private readonly members: MembersService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  async mine(scope: OwnScope): Promise<Answer<'getMyBallot'>> {
    const standing = await this.months.month(scope, votedMonth(this.today()));
    const { month, calendar } = standing;
    const state = this.stateOf(standing);
    const view = { month, voteFrom: calendar.voteFrom, voteUntil: calendar.voteUntil, state, cast: false, groups: [], ratees: [] };
    if (!(await this.openings.opened(scope, month))) return { ...view, part: null };
    const flag = await this.votes.flag(scope, month, scope.memberId);
    if (!flag) return { ...view, part: 'not_listed' };
    const groups = (await this.circles.groupsOf(scope, month))(flag.circleId);
    const box = await this.votes.box(scope, month, flag.circleId);
    if (!box?.votes) return { ...view, groups, part: 'too_few' };
    return { ...view, groups, part: 'votes', cast: flag.cast, ratees: await this.named(scope, await this.ratees(scope, flag)) };
  }

  /**
   * The flag and the counters in one transaction, and nothing else: no row of the ballot, none in the audit, no time.
   * @throws AppError BALLOT_EARLY, BALLOT_LATE, BALLOT_NOT_LISTED, BALLOT_TOO_FEW, BALLOT_CAST, BALLOT_ONESELF, BALLOT_UNKNOWN, BALLOT_MISSING
   */
  async cast(scope: OwnScope, { month, grades: given }: Input<'castBallot'>['body']): Promise<void> {
    await this.requireOpen(scope, month);
    await this.openings.opened(scope, month);
    const flag = await this.votes.flag(scope, month, scope.memberId);
    if (!flag) throw new AppError('BALLOT_NOT_LISTED');
    if (flag.cast) throw new AppError('BALLOT_CAST');
    if (!(await this.votes.box(scope, month, flag.circleId))?.votes) throw new AppError('BALLOT_TOO_FEW');
    requireWhole(scope.memberId, await this.ratees(scope, flag), given);
    await this.database.write(() => this.count(scope, flag, given));
    await this.database.mergeJournal();
  }

  /** By person; who is on no list of that vote is left out, and everybody before it has begun. */
  async tallies(scope: TownScope, month: string, memberIds: readonly string[]): Promise<Map<string, Votes>> {
    if (!(await this.openings.isOpened(scope, month))) return new Map();
    const counts = await this.votes.counts(scope, month, memberIds);
    const boxes = new Map((await this.votes.boxesNamed(scope, month, [...new Set(counts.map(({ circleId }) => circleId))])).map((box) => [box.circleId, box]));
    return new Map(
      counts.flatMap((row) => {
        const box = boxes.get(row.circleId);
        if (!box?.votes) return [];
        const start = this.openings.startOf(row);
        return [[row.rateeId, { ballots: Object.fromEntries(grades.map((grade) => [grade, row[grade] - start[grade]])), entitled: box.people - 1 }]];
      }),
    );
  }

  /** Writes flags and counters of the month, if that has not been done. False before the vote's first day. */
  open(scope: TownScope, month: string): Promise<boolean> {
    return this.openings.opened(scope, month);
  }

  stateOf({ stage, calendar }: StandingMonth): VoteState {
    if (this.today() < calendar.voteFrom) return 'coming';
    return monthAllows[stage].includes('vote') && voteIsOpen(calendar, this.today()) ? 'open' : 'closed';
  }

  /** The box first: it lets the voters of a circle in one after the other. */
  private async count(scope: OwnScope, flag: VoteFlag, given: BallotGrades): Promise<void> {
    await this.votes.changeBox(scope, flag, { voted: 1 });
    if (!(await this.votes.turnFlag(scope, flag, flag.voterId, false))) throw new AppError('BALLOT_CAST');
    for (const grade of grades) await this.votes.count(scope, flag.month, { grade, by: 1, rateeIds: Object.keys(given).filter((memberId) => given[memberId] === grade) });
  }

  private async requireOpen(scope: OwnScope, month: string): Promise<void> {
    const standing = await this.months.month(scope, month);
    const state = this.stateOf(standing);
    if (state === 'coming') throw new AppError('BALLOT_EARLY', { detail: { from: dateInChinese(standing.calendar.voteFrom) } });
    if (state === 'closed') throw new AppError('BALLOT_LATE', { detail: { until: dateInChinese(standing.calendar.voteUntil) } });
  }

  private async ratees(scope: TownScope, { month, circleId, voterId }: VoteFlag): Promise<string[]> {
    return (await this.votes.people(scope, month, circleId)).filter((memberId) => memberId !== voterId);
  }

  private async named(scope: TownScope, memberIds: readonly string[]) {
    return [...(await this.members.people(scope, memberIds)).values()].sort(peopleByName);
  }

  private today(): string {
    return businessDate(this.clock.now());
  }
}

function requireWhole(voterId: string, ratees: readonly string[], given: BallotGrades): void {
  const fault = ballotFault(voterId, ratees, given);
  if (fault?.why === 'oneself') throw new AppError('BALLOT_ONESELF', { field: 'grades' });
  if (fault?.why === 'unknown') throw new AppError('BALLOT_UNKNOWN', { field: 'grades' });
  if (fault?.why === 'missing') throw new AppError('BALLOT_MISSING', { field: 'grades', detail: { count: fault.count } });
}
