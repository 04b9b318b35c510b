import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { grades } from '@weidangxiao/shared/rules/assessment/rubric.ts';
import { countOf, noCounts, paperDifferences, type PaperFault, paperFault, type PaperTally } from '@weidangxiao/shared/rules/ballot-paper.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, TownScope, WholeTownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { peopleByName } from './people-by-name.ts';
import { PaperBoxesRepository } from './paper-boxes.repository.ts';
import { countsThem, type OpenBox, PaperBoxesService } from './paper-boxes.service.ts';
import type { VoteBox } from './vote-box.entity.ts';
import { VoteOpeningsService } from './vote-openings.service.ts';
import { VotesRepository } from './votes.repository.ts';

type Where = GroupScope | WholeTownScope;
type Entered = Answer<'enterPaperTally'>;

const whyInChinese: Readonly<Record<PaperFault['why'], string>> = {
  ballots: '票数要在1到发出的{handed}张之间',
  unknown: '有一位不在这张名单里，请刷新',
  missing: '{name}那一行没有填，没人评的填0',
  more_than_ballots: '{name}得的票比箱里的{ballots}张票还多',
  nobody_left_out: '不能评自己，{ballots}张票里至少有{ballots}个人少一票，请核对',
};

/** Two people count a box, each alone. Only when they agree are the counts added, and what they entered is gone. */
@Injectable()
export class PaperCountsService {
  constructor(
    private readonly votes: VotesRepository,
    private readonly paper: PaperBoxesRepository,
    private readonly boxes: PaperBoxesService,
    private readonly openings: VoteOpeningsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly database: Database,
  ) {}

  /** @throws AppError NOT_FOUND, PAPER_ADDED, PAPER_COUNT_EARLY, PAPER_FEW, PAPER_COUNT_WRONG, PAPER_TWO_ENTERED */
  async enter(scope: Where, { month, id }: Input<'enterPaperTally'>['params'], tally: PaperTally): Promise<Entered> {
    const found = await this.boxes.find(scope, month, id);
    const people = await this.votes.people(scope, month, found.box.circleId);
    const entered = await this.acts.perform(scope, () => this.receive(scope, found, people, tally), { target: id });
    await this.database.mergeJournal();
    return entered;
  }

  /** Both count anew. @throws AppError NOT_FOUND, PAPER_ADDED */
  async clear(scope: WholeTownScope, { month, id }: Input<'clearPaperTallies'>['params']): Promise<void> {
    const { box } = await this.boxes.find(scope, month, id);
    if (box.added) throw new AppError('PAPER_ADDED');
    await this.acts.perform(scope, () => this.paper.forget(scope, box), { target: id });
  }

  private async receive(scope: Where, found: OpenBox, people: readonly string[], tally: PaperTally): Promise<Entered> {
    await this.votes.changeBox(scope, found.box, {});
    const box = (await this.votes.box(scope, found.box.month, found.box.circleId)) ?? found.box;
    if (box.added) throw new AppError('PAPER_ADDED');
    if (!this.boxes.canCount({ ...found, box })) throw new AppError('PAPER_COUNT_EARLY');
    if (!countsThem(scope, box)) throw new AppError('PAPER_FEW', { detail: { handed: box.handed } });
    await this.requirePossible(scope, tally, paperFault(tally, { handed: box.handed, people }), box.handed);
    // Whose paper it is must be forgotten before anything of what is on it is known.
    await this.votes.forgetHolders(scope, box);
    await this.votes.setBox(scope, box, { counting: true });
    return this.compare(scope, box, tally);
  }

  private async compare(scope: Where, box: VoteBox, tally: PaperTally): Promise<Entered> {
    const others = (await this.paper.tallies(scope, box)).filter(({ enteredBy }) => enteredBy !== scope.memberId);
    if (others.length > 1) throw new AppError('PAPER_TWO_ENTERED');
    await this.paper.put(scope, box, scope.memberId, tally);
    const [other] = others;
    if (!other) return { state: 'first', ballotsDiffer: false, differences: [] };
    const differ = paperDifferences(tally, other);
    const ballotsDiffer = tally.ballots !== other.ballots;
    if (differ.length === 0 && !ballotsDiffer) return this.add(scope, box, tally);
    return { state: 'differs', ballotsDiffer, differences: [...(await this.members.people(scope, differ)).values()].sort(peopleByName) };
  }

  private async add(scope: Where, box: VoteBox, { ballots, counts }: PaperTally): Promise<Entered> {
    await this.requireRoom(scope, box, { ballots, counts });
    for (const grade of grades) {
      const numbers = new Set(Object.values(counts).map((given) => given[grade]));
      for (const by of numbers) await this.votes.count(scope, box.month, { grade, by, rateeIds: Object.keys(counts).filter((memberId) => counts[memberId]?.[grade] === by) });
    }
    await this.paper.forget(scope, box);
    await this.votes.setBox(scope, box, { added: true });
    await this.acts.perform(scope, async () => undefined, { act: 'paper-tally.added', target: box.circleId });
    return { state: 'added', ballotsDiffer: false, differences: [] };
  }

  /** Nobody can get more votes, with those of phones, than there are others in the circle: else somebody's own vote was counted for another. */
  private async requireRoom(scope: TownScope, box: VoteBox, tally: PaperTally): Promise<void> {
    const over = (await this.votes.countsOfCircle(scope, box.month, box.circleId)).find((row) => {
      const start = this.openings.startOf(row);
      const phones = grades.reduce((sum, grade) => sum + row[grade] - start[grade], 0);
      return phones + countOf(tally.counts[row.rateeId] ?? noCounts) > box.people - 1;
    });
    if (over) await this.requirePossible(scope, tally, { why: 'more_than_ballots', memberId: over.rateeId }, box.handed);
  }

  private async requirePossible(scope: TownScope, { ballots }: PaperTally, fault: PaperFault | null, handed: number): Promise<void> {
    if (!fault) return;
    const person = fault.memberId ? (await this.members.people(scope, [fault.memberId])).get(fault.memberId) : undefined;
    const words: Readonly<Record<string, string | number>> = { handed, ballots, name: person?.name ?? '有人' };
    const reason = whyInChinese[fault.why].replace(/\{(\w+)\}/g, (_, key: string) => String(words[key] ?? ''));
    throw new AppError('PAPER_COUNT_WRONG', { field: fault.memberId ? `counts.${fault.memberId}` : 'ballots', detail: { reason } });
  }
}
