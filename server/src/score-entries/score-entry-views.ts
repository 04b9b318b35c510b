import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { OpeningEntry } from './opening-entry.entity.ts';
import type { ScoreEntry } from './score-entry.entity.ts';
import type { ScoreProposal } from './score-proposal.entity.ts';

export type ScoreEntryView = Answer<'createScoreEntry'>;
export type ScoreProposalView = Answer<'createScoreProposal'>;
export type OpeningEntryView = Answer<'createOpeningEntry'>;

type Reversed = Pick<ScoreEntry, 'reversedAt' | 'reversedBy' | 'reversalReason'>;
type PersonOf = (id: string) => Person;

/** Entries and proposals as people read them: people and groups by their names. */
@Injectable()
export class ScoreEntryViews {
  constructor(
    private readonly members: MembersService,
    private readonly groups: GroupsService,
  ) {}

  async entries(scope: TownScope, rows: readonly ScoreEntry[]): Promise<ScoreEntryView[]> {
    const personOf = await this.names(scope, rows.flatMap(({ memberId, enteredBy, reversedBy }) => [memberId, enteredBy, reversedBy]));
    const groups = await this.groups.names(scope);
    return rows.map((row) => {
      const { id, kind, period, memberId, groupId, points, happenedOn, reason, evidence, fileId, talkedBy, enteredAt, enteredBy } = row;
      const told = { on: happenedOn, reason, evidence, hasFile: fileId !== null, talkedBy, enteredAt, enteredBy: personOf(enteredBy), reversal: reversalOf(row, personOf) };
      return { id, kind, period, member: personOf(memberId), group: { id: groupId, name: groups.get(groupId) ?? '' }, points: points === null ? null : twoPlaces(points), ...told };
    });
  }

  async entry(scope: TownScope, row: ScoreEntry): Promise<ScoreEntryView> {
    return only(await this.entries(scope, [row]));
  }

  async proposals(scope: TownScope, rows: readonly ScoreProposal[]): Promise<ScoreProposalView[]> {
    const personOf = await this.names(scope, rows.flatMap(({ memberId, proposedBy, decidedBy }) => [memberId, proposedBy, decidedBy]));
    const groups = await this.groups.names(scope);
    return rows.map(({ id, state, kind, month, memberId, groupId, points, happenedOn, reason, evidence, proposedBy, proposedAt, decidedAt, decidedBy, decisionReason }) => ({
      ...{ id, state, kind, month, member: personOf(memberId), group: { id: groupId, name: groups.get(groupId) ?? '' }, points: twoPlaces(points) },
      ...{ on: happenedOn, reason, evidence, proposedBy: personOf(proposedBy), proposedAt },
      decision: decidedAt && decidedBy ? { at: decidedAt, by: personOf(decidedBy), reason: decisionReason } : null,
    }));
  }

  async proposal(scope: TownScope, row: ScoreProposal): Promise<ScoreProposalView> {
    return only(await this.proposals(scope, [row]));
  }

  async openings(scope: TownScope, rows: readonly OpeningEntry[]): Promise<OpeningEntryView[]> {
    const personOf = await this.names(scope, rows.flatMap(({ memberId, enteredBy, reversedBy }) => [memberId, enteredBy, reversedBy]));
    return rows.map((row) => {
      const { id, period, memberId, figure, evidence, enteredAt, enteredBy } = row;
      return { id, period, member: personOf(memberId), figure: figure === null ? null : twoPlaces(figure), evidence, enteredAt, enteredBy: personOf(enteredBy), reversal: reversalOf(row, personOf) };
    });
  }

  async opening(scope: TownScope, row: OpeningEntry): Promise<OpeningEntryView> {
    return only(await this.openings(scope, [row]));
  }

  private async names(scope: TownScope, ids: readonly (string | null)[]): Promise<PersonOf> {
    const people = await this.members.people(scope, ids);
    return (id) => people.get(id) ?? { memberId: id, name: '' };
  }
}

function reversalOf({ reversedAt, reversedBy, reversalReason }: Reversed, personOf: PersonOf): ScoreEntryView['reversal'] {
  return reversedAt && reversedBy ? { at: reversedAt, by: personOf(reversedBy), reason: reversalReason ?? '' } : null;
}

function only<T>(views: readonly T[]): T {
  const [view] = views;
  if (!view) throw new Error('an entry was lost on its way out');
  return view;
}
