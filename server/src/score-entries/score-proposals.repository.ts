import { Injectable } from '@nestjs/common';
import type { ScoreProposalState } from '@weidangxiao/shared/rules/score-entry.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { ScoreProposal } from './score-proposal.entity.ts';

export interface ProposalFilter {
  readonly state?: ScoreProposalState | undefined;
  readonly proposedBy?: string | undefined;
}

@Injectable()
export class ScoreProposalsRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<ScoreProposal | null> {
    return this.database.rows(ScoreProposal).findOneBy({ townId, id });
  }

  byClientId({ townId, memberId }: PersonScope, clientId: string): Promise<ScoreProposal | null> {
    return this.database.rows(ScoreProposal).findOneBy({ townId, proposedBy: memberId, clientId });
  }

  /** Newest first. A leader of two sees what the other proposed for the group, never what is proposed about oneself. */
  page(scope: PersonScope, { state, proposedBy }: ProposalFilter, skip: number, take: number): Promise<[ScoreProposal[], number]> {
    const { sql, params } = within(scope, { town: 'proposal.townId', group: 'proposal.groupId' });
    const query = this.database.rows(ScoreProposal).createQueryBuilder('proposal').where(sql, params);
    if (scope.reach !== 'town') query.andWhere('proposal.memberId <> :self', { self: scope.memberId });
    if (state) query.andWhere('proposal.state = :state', { state });
    if (proposedBy) query.andWhere('proposal.proposedBy = :proposedBy', { proposedBy });
    return query.orderBy('proposal.proposedAt', 'DESC').addOrderBy('proposal.id', 'DESC').offset(skip).limit(take).getManyAndCount();
  }

  async insert({ townId }: TownScope, proposal: ScoreProposal): Promise<void> {
    await this.database.rows(ScoreProposal).insert({ ...proposal, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_score_proposals_client');
  }

  /** Once: false when somebody else was faster. */
  async decide({ townId }: TownScope, id: string, decision: Partial<ScoreProposal>): Promise<boolean> {
    const { affected } = await this.database.rows(ScoreProposal).update({ townId, id, state: 'waiting' }, decision);
    return affected === 1;
  }
}
