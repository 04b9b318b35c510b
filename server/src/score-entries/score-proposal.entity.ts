import type { PointKind, ScoreProposalState } from '@weidangxiao/shared/rules/score-entry.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Hundredths, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** What a leader proposes for somebody of the group; accepted it becomes an entry, whose `clientId` is the proposal's id. */
@Entity('score_proposals')
@Index('uq_score_proposals_client', ['townId', 'proposedBy', 'clientId'], { unique: true })
@Index('ix_score_proposals_state', ['townId', 'state', 'proposedAt'])
@Index('ix_score_proposals_group', ['townId', 'groupId', 'proposedAt'])
export class ScoreProposal {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(10) kind!: PointKind;
  @Text(7) month!: string;
  @Id() memberId!: string;
  @Id() groupId!: string;
  @Hundredths() points!: number;
  @DateText() happenedOn!: string;
  @Text(200) reason!: string;
  @Text(200) evidence!: string;
  @Text(10) state!: ScoreProposalState;
  @Id() clientId!: string;
  @Id() proposedBy!: string;
  @Instant() proposedAt!: number;
  @Instant({ nullable: true }) decidedAt!: number | null;
  @Id({ nullable: true }) decidedBy!: string | null;
  @Text(200, { nullable: true }) decisionReason!: string | null;
}
