import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { pointsFault } from '@weidangxiao/shared/rules/score-entry.ts';
import { randomUUID } from 'node:crypto';
import { reaches } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { GroupScope, PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { EntryMonthsService } from './entry-months.service.ts';
import { figureOf } from './new-entry.ts';
import { ScoreEntryIntakeService } from './score-entry-intake.service.ts';
import { ScoreEntryNews } from './score-entry-news.ts';
import { type ScoreProposalView, ScoreEntryViews } from './score-entry-views.ts';
import type { ScoreProposal } from './score-proposal.entity.ts';
import { ScoreProposalsRepository } from './score-proposals.repository.ts';

type Body = Input<'createScoreProposal'>['body'];

/** What leaders propose for their groups, and what the committee makes of it. */
@Injectable()
export class ScoreProposalsService {
  constructor(
    private readonly proposals: ScoreProposalsRepository,
    private readonly intake: ScoreEntryIntakeService,
    private readonly months: EntryMonthsService,
    private readonly views: ScoreEntryViews,
    private readonly news: ScoreEntryNews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize, state, mine }: Input<'listScoreProposals'>['query']): Promise<Answer<'listScoreProposals'>> {
    const [rows, total] = await this.proposals.page(scope, { state, proposedBy: mine ? scope.memberId : undefined }, (page - 1) * pageSize, pageSize);
    return { items: await this.views.proposals(scope, rows), page, pageSize, total };
  }

  /** @throws AppError NOT_FOUND, ENTRY_ONESELF, ENTRY_NO_GROUP, MONTH_PUBLISHED, CLIENT_ID_REUSED, INPUT_INVALID */
  async create(scope: GroupScope, body: Body): Promise<ScoreProposalView> {
    const points = figureOf(body.points, pointsFault);
    const known = await this.known(scope, body, points);
    if (known) return this.asItIs(scope, known);
    const proposal = await this.judged(scope, body, points);
    try {
      return await this.acts.perform(scope, () => this.propose(scope, proposal));
    } catch (error) {
      const faster = this.proposals.isKnown(error) ? await this.known(scope, body, points) : null;
      if (!faster) throw error;
      return this.asItIs(scope, faster);
    }
  }

  /** The same word twice is one decision. @throws AppError NOT_FOUND, ENTRY_ONESELF, SCORE_PROPOSAL_DECIDED, and what an entry throws */
  async decide(scope: WholeTownScope, id: string, { accept, reason }: Input<'decideScoreProposal'>['body']): Promise<ScoreProposalView> {
    const proposal = await this.proposals.one(scope, id);
    if (!proposal) throw new AppError('NOT_FOUND');
    if (proposal.memberId === scope.memberId) throw new AppError('ENTRY_ONESELF');
    if (proposal.state === (accept ? 'accepted' : 'declined')) return this.asItIs(scope, proposal);
    if (proposal.state !== 'waiting') throw new AppError('SCORE_PROPOSAL_DECIDED');
    if (!accept && !reason) throw new AppError('INPUT_INVALID', { field: 'reason', detail: { reason: '写一句为什么不采纳，好让组长知道' } });
    return this.acts.perform(scope, () => (accept ? this.accept(scope, proposal) : this.settle(scope, proposal, { state: 'declined', decisionReason: reason })));
  }

  private async propose(scope: GroupScope, proposal: ScoreProposal): Promise<ScoreProposalView> {
    await this.months.requireOpen(scope, proposal.month);
    await this.proposals.insert(scope, proposal);
    await this.news.proposed(scope, proposal);
    return this.views.proposal(scope, proposal);
  }

  /** The decision first: two who accept at once make one entry. */
  private async accept(scope: WholeTownScope, proposal: ScoreProposal): Promise<ScoreProposalView> {
    const { kind, month, memberId, points, happenedOn, reason, evidence } = proposal;
    const view = await this.settle(scope, proposal, { state: 'accepted' });
    await this.intake.enter(scope, { clientId: proposal.id, kind, period: month, memberId, points, happenedOn, reason, evidence, fileId: null, talkedBy: null });
    return view;
  }

  private async settle(scope: WholeTownScope, proposal: ScoreProposal, changes: Partial<ScoreProposal>): Promise<ScoreProposalView> {
    const decided = { ...proposal, ...changes, decidedAt: this.clock.now(), decidedBy: scope.memberId };
    if (!(await this.proposals.decide(scope, proposal.id, decided))) throw new AppError('SCORE_PROPOSAL_DECIDED');
    await this.news.decided(scope, decided);
    return this.views.proposal(scope, decided);
  }

  private async judged(scope: GroupScope, { clientId, kind, month, memberId, on, reason, evidence }: Body, points: number): Promise<ScoreProposal> {
    await this.months.isOpen(scope, month);
    const groupId = await this.months.groupOf(scope, memberId, month);
    if (!groupId || !reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    if (memberId === scope.memberId) throw new AppError('ENTRY_ONESELF', { field: 'memberId' });
    this.months.requireDay(month, on);
    return {
      ...{ townId: scope.townId, id: randomUUID(), kind, month, memberId, groupId, points, happenedOn: on, reason, evidence, state: 'waiting', clientId },
      ...{ proposedBy: scope.memberId, proposedAt: this.clock.now(), decidedAt: null, decidedBy: null, decisionReason: null },
    };
  }

  private async known(scope: GroupScope, { clientId, kind, month, memberId }: Body, points: number): Promise<ScoreProposal | null> {
    const known = await this.proposals.byClientId(scope, clientId);
    if (known && (known.kind !== kind || known.month !== month || known.memberId !== memberId || known.points !== points)) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return known;
  }

  private asItIs(scope: PersonScope, proposal: ScoreProposal): Promise<ScoreProposalView> {
    this.acts.changedNothing();
    return this.views.proposal(scope, proposal);
  }
}
