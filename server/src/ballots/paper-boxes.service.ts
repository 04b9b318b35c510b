import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { monthAllows } from '@weidangxiao/shared/rules/assessment-month.ts';
import { leastPaper, paperDifferences } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { AssessmentMonthsService, type StandingMonth } from '../assessment-months/assessment-months.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { BallotsService } from './ballots.service.ts';
import { peopleByName } from './people-by-name.ts';
import { CirclesService, type GroupName } from './circles.service.ts';
import { PaperBoxesRepository } from './paper-boxes.repository.ts';
import type { PaperTallyRow } from './paper-tally.entity.ts';
import type { VoteBox } from './vote-box.entity.ts';
import { VotesRepository } from './votes.repository.ts';

type Where = GroupScope | WholeTownScope;
type View = Answer<'getPaperBox'>;

/** A box with the month and the groups it belongs to. */
export interface OpenBox {
  readonly box: VoteBox;
  readonly standing: StandingMonth;
  readonly groups: GroupName[];
}

/** Who hands out so few that a line of the counts is somebody's vote does not count them. */
export function countsThem({ reach }: Where, { handed }: Pick<VoteBox, 'handed'>): boolean {
  return reach === 'town' || handed >= leastPaper;
}

/** Who counts them is not told whose they are. */
function knowsHolders({ reach }: Where, { handed }: Pick<VoteBox, 'handed'>): boolean {
  return reach === 'group' || handed === 0 || handed >= leastPaper;
}

/** Who holds paper, until counting begins: from then on only how many. Counting itself is in `paper-counts.service.ts`. */
@Injectable()
export class PaperBoxesService {
  constructor(
    private readonly votes: VotesRepository,
    private readonly paper: PaperBoxesRepository,
    private readonly ballots: BallotsService,
    private readonly circles: CirclesService,
    private readonly months: AssessmentMonthsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  async view(scope: Where, month: string, groupId: string): Promise<View> {
    const open = await this.find(scope, month, groupId);
    const { box, standing, groups } = open;
    const { voteFrom, voteUntil } = standing.calendar;
    const briefs = await this.members.briefs(scope, await this.votes.people(scope, month, box.circleId));
    const people = [...briefs.values()].sort(peopleByName).map(({ memberId, name, paper }) => ({ memberId, name, paper }));
    return {
      ...{ month, voteFrom, voteUntil, groups, people, handed: box.handed, paper: stateOf(box) },
      holders: knowsHolders(scope, box) ? await this.votes.holders(scope, month, box.circleId) : null,
      canHand: this.canHand(open),
      canCount: this.canCount(open) && countsThem(scope, box),
      ...(await this.entries(scope, box)),
    };
  }

  /** Inside the caller's reach. @throws AppError NOT_FOUND, BALLOT_EARLY */
  async find(scope: Where, month: string, groupId: string): Promise<OpenBox> {
    const circleId = (await this.circles.circleOf(scope, month))(groupId);
    const groups = (await this.circles.groupsOf(scope, month))(circleId);
    if (!groups.some(({ id }) => reaches(scope, id))) throw new AppError('NOT_FOUND');
    const standing = await this.months.month(scope, month);
    const isOpened = await this.ballots.open(scope, month);
    const box = isOpened ? await this.votes.box(scope, month, circleId) : null;
    if (box) return { box, standing, groups };
    if (this.ballots.stateOf(standing) === 'coming' && groups.some(({ name }) => name)) throw new AppError('BALLOT_EARLY', { detail: { from: dateInChinese(standing.calendar.voteFrom) } });
    throw new AppError('NOT_FOUND');
  }

  /** Whoever gets paper has voted with it; whoever has voted already gets none. @throws AppError PAPER_NOT_NOW, BALLOT_TOO_FEW */
  async hand(scope: Where, { month, id }: Input<'handPaperBallots'>['params'], memberIds: readonly string[]): Promise<Answer<'handPaperBallots'>> {
    const found = await this.find(scope, month, id);
    const people = new Set(await this.votes.people(scope, month, found.box.circleId));
    const wanted = [...new Set(memberIds)];
    if (wanted.some((memberId) => !people.has(memberId))) throw new AppError('BALLOT_UNKNOWN', { field: 'memberIds' });
    const already: string[] = [];
    await this.acts.perform(scope, async () => {
      already.length = 0;
      const box = await this.locked(scope, found);
      for (const memberId of wanted) if (!(await this.votes.turnFlag(scope, box, memberId, true))) already.push(memberId);
      await this.votes.changeBox(scope, box, { voted: wanted.length - already.length, handed: wanted.length - already.length });
    }, { target: id });
    await this.database.mergeJournal();
    return { handed: wanted.length - already.length, already: [...(await this.members.people(scope, already)).values()].sort(peopleByName) };
  }

  /** @throws AppError PAPER_NOT_NOW, PAPER_NOT_HELD */
  async takeBack(scope: Where, { month, id }: Input<'takeBackPaperBallot'>['params'], memberId: string): Promise<void> {
    const found = await this.find(scope, month, id);
    await this.acts.perform(scope, async () => {
      const box = await this.locked(scope, found);
      if (!(await this.votes.turnBack(scope, box, memberId))) throw new AppError('PAPER_NOT_HELD');
      await this.votes.changeBox(scope, box, { voted: -1, handed: -1 });
    }, { target: id });
    await this.database.mergeJournal();
  }

  /** From the end of the vote, or as soon as all have voted, until the month is published. */
  canCount({ box, standing }: OpenBox): boolean {
    const isOver = this.ballots.stateOf(standing) === 'closed' || box.voted === box.people;
    return isOver && box.handed > 0 && !box.added && monthAllows[standing.stage].includes('enterPaperVotes');
  }

  /** Who else acts on this box waits until this unit of work is over. */
  private async locked(scope: Where, found: OpenBox): Promise<VoteBox> {
    await this.votes.changeBox(scope, found.box, {});
    const box = await this.votes.box(scope, found.box.month, found.box.circleId);
    if (!box?.votes) throw new AppError('BALLOT_TOO_FEW');
    if (!this.canHand({ ...found, box })) throw new AppError('PAPER_NOT_NOW');
    return box;
  }

  private canHand({ box, standing }: OpenBox): boolean {
    return box.votes && !box.counting && this.ballots.stateOf(standing) === 'open';
  }

  private async entries(scope: TownScope, box: VoteBox): Promise<Pick<View, 'enteredBy' | 'differences'>> {
    const tallies = await this.paper.tallies(scope, box);
    const people = await this.members.people(scope, tallies.map(({ enteredBy }) => enteredBy));
    const [one, other] = tallies;
    return { enteredBy: [...people.values()], differences: one && other ? await this.differences(scope, one, other) : null };
  }

  private async differences(scope: TownScope, one: PaperTallyRow, other: PaperTallyRow): Promise<View['differences']> {
    const people = await this.members.people(scope, paperDifferences(one, other));
    return { ballots: one.ballots !== other.ballots, people: [...people.values()].sort(peopleByName) };
  }
}

export function stateOf({ handed, counting, added }: Pick<VoteBox, 'handed' | 'counting' | 'added'>): View['paper'] {
  if (added) return 'added';
  if (counting) return 'counting';
  return handed > 0 ? 'handing' : 'none';
}
