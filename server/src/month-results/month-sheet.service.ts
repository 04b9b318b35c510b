import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { groupKey } from '@weidangxiao/shared/rules/group-name.ts';
import { byCountedName, byName } from '@weidangxiao/shared/rules/name-order.ts';
import { twoPlaces } from '@weidangxiao/shared/rules/score-entry.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MonthlyScoresService } from '../monthly-scores/monthly-scores.service.ts';
import type { ScoredRow } from '../monthly-scores/month-scoring.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { type Talk, ScoreEntriesService } from '../score-entries/score-entries.service.ts';
import type { SheetGroup } from '../publications/publication-sheets.service.ts';

type Draft = Answer<'getPublicationDraft'>;
type DraftGroup = Draft['groups'][number];

export interface MonthResults extends Pick<Draft, 'groups' | 'poors' | 'poorsInAll' | 'untalked'> {}

const pageSize = 500;
const poorsShown = 200;
const noGroup = '没有小组';

/** A month's rows as a sheet: group by group as people count them, by surname, never by figures. */
@Injectable()
export class MonthSheetService {
  constructor(
    private readonly scores: MonthlyScoresService,
    private readonly entries: ScoreEntriesService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
  ) {}

  async *lines(scope: TownScope, month: string): AsyncGenerator<SheetGroup> {
    for (const { id, name } of await this.groupsOf(scope, month)) {
      const rows = await this.rowsOf(scope, month, id);
      const people = await this.members.people(scope, rows.map(({ memberId }) => memberId));
      const lines = rows.map(({ memberId, rated, grade }) => ({ memberId, name: people.get(memberId)?.name ?? '', grade: rated ? grade : null }));
      yield { groupId: id, name, lines: lines.sort((a, b) => byName(a.name, b.name) || a.memberId.localeCompare(b.memberId)) };
    }
  }

  /** How many of which grade in each group, and everybody whose month is poor. */
  async results(scope: TownScope, month: string): Promise<MonthResults> {
    const found: DraftGroup[] = [];
    const poor: { row: ScoredRow; group: DraftGroup['group'] }[] = [];
    for (const { id, name } of await this.groupsOf(scope, month)) {
      const rows = await this.rowsOf(scope, month, id);
      const group = id === null ? null : { id, name };
      found.push({ group, ...countsOf(rows) });
      poor.push(...rows.filter(({ rated, grade }) => rated && grade === 'poor').map((row) => ({ row, group })));
    }
    const ids = poor.map(({ row }) => row.memberId);
    const [people, talks] = await Promise.all([this.members.people(scope, ids.slice(0, poorsShown)), this.entries.talksOf(scope, month, ids)]);
    const poors = poor.slice(0, poorsShown).map(({ row, group }) => ({ member: people.get(row.memberId) ?? { memberId: row.memberId, name: '' }, group, m: twoPlaces(row.m ?? 0), talk: talkOf(talks.get(row.memberId) ?? null) }));
    return { groups: found, poors, poorsInAll: poor.length, untalked: ids.filter((id) => !talks.has(id)).length };
  }

  private async groupsOf(scope: TownScope, month: string): Promise<{ id: string | null; name: string }[]> {
    const [names, counts] = [await this.groups.names(scope), await this.scores.countByGroup(scope, month)];
    const named = [...counts.keys()].flatMap((id) => (id === null ? [] : [{ id, name: names.get(id) ?? '' }]));
    named.sort((a, b) => byCountedName(groupKey(a.name), groupKey(b.name)));
    return counts.has(null) ? [...named, { id: null, name: noGroup }] : named;
  }

  private async rowsOf(scope: TownScope, month: string, groupId: string | null): Promise<ScoredRow[]> {
    const found: ScoredRow[] = [];
    for (;;) {
      const { rows, total } = await this.scores.pageOfGroup(scope, month, groupId, found.length, pageSize);
      found.push(...rows);
      if (rows.length === 0 || found.length >= total) return found;
    }
  }
}

function countsOf(rows: readonly ScoredRow[]): Omit<DraftGroup, 'group'> {
  const counts = { excellent: 0, good: 0, fair: 0, poor: 0, notRated: 0 };
  for (const { rated, grade } of rows) counts[rated && grade ? grade : 'notRated'] += 1;
  return counts;
}

/** As the committee reads it. */
export const talkOf = (talk: Talk | null): Draft['poors'][number]['talk'] => (talk ? { reason: talk.reason, talkedBy: talk.talkedBy, talkedOn: talk.talkedOn } : null);
