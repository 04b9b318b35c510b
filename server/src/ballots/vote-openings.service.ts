import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Grade, grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { votedMonth } from '@weidangxiao/shared/rules/ballot.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomInt } from 'node:crypto';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { RubricsService } from '../rubrics/rubrics.service.ts';
import { TownsService } from '../towns/towns.service.ts';
import { CirclesService } from './circles.service.ts';
import type { VoteCount } from './vote-count.entity.ts';
import { type Voter, VotersService } from './voters.service.ts';
import { VotesRepository } from './votes.repository.ts';

const minute = 60_000;
/** A counter begins somewhere below, far from what 32 bits hold. */
const startsBelow = 1_000_000_000;
const name = 'votes';

const placeOf = (townId: string, month: string, rateeId: string) => ({ townId, column: `vote_counts.start_cipher/${month}/${rateeId}` });

/**
 * Lays out a month's vote on its first day: a flag for every voter and four counters for everybody, in the order of ids, a chunk of members
 * at a time. The cursor moves in the transaction that writes a chunk, so a kill costs one chunk and two replicas never lay out the same.
 */
@Injectable()
export class VoteOpeningsService implements OnModuleInit {
  constructor(
    private readonly votes: VotesRepository,
    private readonly circles: CirclesService,
    private readonly months: AssessmentMonthsService,
    private readonly voters: VotersService,
    private readonly rubrics: RubricsService,
    private readonly towns: TownsService,
    private readonly vault: Vault,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(minute, name, () => this.openAll(), { followsClock: true });
  }

  /**
   * Also for whoever comes before the job, or after days on which the server stood still. False before the vote's first day, and for a month
   * long past that nobody was asked about: a look opens no vote in which nobody can vote any more.
   */
  async opened({ townId }: TownScope, month: string): Promise<boolean> {
    const scope = systemScope(townId, name);
    if (await this.isOpened(scope, month)) return true;
    const { calendar } = await this.months.month(scope, month);
    const today = businessDate(this.clock.now());
    if (today < calendar.voteFrom || (month < votedMonth(today) && today > calendar.voteUntil)) return false;
    for (let more = true; more; ) more = await this.database.write(() => this.nextChunk(scope, month));
    return true;
  }

  async isOpened(scope: TownScope, month: string): Promise<boolean> {
    return (await this.votes.opening(scope, month))?.done === true;
  }

  /** Where that person's counters began. */
  startOf({ townId, month, rateeId, startCipher }: VoteCount): Readonly<Record<Grade, number>> {
    return JSON.parse(this.vault.open(startCipher, placeOf(townId, month, rateeId))) as Record<Grade, number>;
  }

  private async openAll(): Promise<void> {
    const month = votedMonth(businessDate(this.clock.now()));
    for (const { id } of await this.towns.all()) await this.opened(systemScope(id, name), month);
  }

  /** True while there may be more. */
  private async nextChunk(scope: SystemScope, month: string): Promise<boolean> {
    const opening = await this.begun(scope, month);
    if (!opening || opening.done) return false;
    const { through, voters } = await this.voters.after(scope, month, opening.through);
    if (!(await this.votes.advance(scope, opening, through === null ? { done: true } : { through }))) return true;
    if (through === null) await this.finish(scope, month);
    else await this.layOut(scope, month, voters);
    return through !== null;
  }

  /** Two who begin at once: the second waits for the first, and then goes on behind it. */
  private async begun(scope: SystemScope, month: string) {
    const known = await this.votes.opening(scope, month);
    if (known) return known;
    try {
      await this.votes.begin(scope, month);
    } catch (error) {
      if (!this.votes.isBegun(error)) throw error;
    }
    return this.votes.opening(scope, month);
  }

  private async layOut(scope: SystemScope, month: string, voters: readonly Voter[]): Promise<void> {
    const circleOf = await this.circles.circleOf(scope, month);
    const rows = voters.map(({ memberId, groupId }) => {
      const start = Object.fromEntries(grades.map((grade) => [grade, randomInt(startsBelow)])) as Record<Grade, number>;
      return { memberId, circleId: circleOf(groupId), start, startCipher: this.vault.seal(JSON.stringify(start), placeOf(scope.townId, month, memberId)) };
    });
    await this.votes.layOut(scope, month, rows);
  }

  private async finish(scope: SystemScope, month: string): Promise<void> {
    const { rubric } = await this.rubrics.forMonth(scope, month);
    await this.acts.perform(scope, () => this.votes.layOutBoxes(scope, month, rubric.vote.leastBallots + 1), { act: 'vote.opened', target: month });
  }
}
