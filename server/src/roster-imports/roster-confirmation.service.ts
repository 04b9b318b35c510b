import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MovesService } from '../members/moves.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { type Changes, changesOf, groupTarget } from './judging/find-changes.ts';
import type { Judged, Judgement, TownPerson } from './judging/judgement.ts';
import type { RosterImport } from './roster-import.entity.ts';
import { RosterImportsRepository } from './roster-imports.repository.ts';
import { digestOf, requireOpen, resultOf, RosterImportsService, type Standing, viewOf } from './roster-imports.service.ts';
import type { Undo, UndoneChange } from './roster-secrets.ts';
import { TownPictureService } from './town-picture.service.ts';

type Confirmed = Answer<'confirmRosterImport'>;

/** Writes the good rows of an import: all of them, or none. */
@Injectable()
export class RosterConfirmationService {
  constructor(
    private readonly imports: RosterImportsService,
    private readonly rows: RosterImportsRepository,
    private readonly town: TownPictureService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly moves: MovesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /**
   * @param since first day in the group for whoever is added or moved; today unless told
   * @throws AppError ROSTER_IMPORT_WRITTEN, ROSTER_IMPORT_WITHDRAWN, ROSTER_IMPORT_STALE, ROSTER_NOTHING_TO_WRITE
   */
  async confirm(scope: PersonScope, id: string, since?: string): Promise<Confirmed> {
    this.requirePast(since);
    await this.showAgainIfStale(scope, id);
    return this.acts.perform(scope, async () => {
      await this.rows.takeTurns(scope);
      const row = requireOpen(await this.imports.find(scope, id));
      const standing = await this.imports.open(scope, row);
      if (digestOf(standing.judgement) !== row.digest) throw new AppError('ROSTER_IMPORT_STALE');
      const undo = await this.write(scope, standing.judgement, since ?? this.today());
      return this.markWritten(scope, row, standing, undo);
    }, { target: id });
  }

  /** What a person saw last is no longer what would be written: from now on it is what `getRosterImport` shows. */
  private async showAgainIfStale(scope: PersonScope, id: string): Promise<void> {
    const row = requireOpen(await this.imports.find(scope, id));
    const digest = digestOf((await this.imports.open(scope, row)).judgement);
    if (digest === row.digest) return;
    await this.acts.perform(scope, () => this.rows.update(scope, row, { digest }), { act: 'roster-import.stale', target: id });
    throw new AppError('ROSTER_IMPORT_STALE');
  }

  private async write(scope: PersonScope, { rows, newGroups }: Judgement, since: string): Promise<Undo> {
    if (!rows.some(({ outcome }) => ['added', 'changed', 'unchanged'].includes(outcome))) throw new AppError('ROSTER_NOTHING_TO_WRITE');
    const made = await this.groups.addAll(scope, newGroups.map(({ name }) => name));
    const groupIds = new Map(newGroups.map(({ key }, at) => [`create:${key}`, made[at]?.id ?? '']));
    const groupOf = (target: string | null): string | null => (target === null ? null : (groupIds.get(target) ?? target));
    const added = await this.add(scope, rows.filter(({ outcome }) => outcome === 'added'), groupOf, since);
    const changed: UndoneChange[] = [];
    for (const row of rows) if (row.outcome === 'changed' && row.member) changed.push(await this.change(scope, row, row.member, groupOf, since));
    return { added, changed, groups: made.map((group) => group.id) };
  }

  private async add(scope: PersonScope, rows: readonly Judged[], groupOf: (target: string | null) => string | null, since: string): Promise<TownPerson[]> {
    const people = rows.map(({ name, phone, phoneShared, gender, tags, duty, joinedOn, remark, group }) => ({
      ...{ name: name ?? '', phone, phoneShared, gender, tags: [...tags], duty, joinedOn, remark, since },
      groupId: groupOf(groupTarget({ group })),
    }));
    return (await this.members.addAll(scope, people)).map((member) => this.town.personOf(member));
  }

  private async change(scope: PersonScope, row: Judged, before: TownPerson, groupOf: (target: string | null) => string | null, since: string): Promise<UndoneChange> {
    const changes = changesOf(row, before);
    await this.changeFields(scope, before.id, changes);
    const groupId = groupOf(changes.group ?? null);
    const movedOn = groupId && (await this.move(scope, before.id, groupId, since));
    return { before, after: this.town.personOf(await this.members.find(scope, before.id)), movedOn };
  }

  private async changeFields(scope: PersonScope, id: string, { phone, remark, group: _, tags, ...fields }: Changes): Promise<void> {
    const sealed = { ...(phone && this.members.sealPhone(scope, phone)), ...(remark && { remarkCipher: this.members.sealRemark(scope, remark) }) };
    await this.moves.change(scope, id, { ...fields, ...sealed, ...(tags && { tags: [...tags] }) });
  }

  /** Nobody is moved to before the day on which the present group began. */
  private async move(scope: PersonScope, id: string, groupId: string, since: string): Promise<string> {
    const current = (await this.moves.memberships(scope, id)).find(({ toDate }) => toDate === null);
    const on = current && current.fromDate > since ? current.fromDate : since;
    await this.moves.move(scope, await this.members.find(scope, id), groupId, on);
    return on;
  }

  private async markWritten(scope: PersonScope, row: RosterImport, standing: Standing, undo: Undo): Promise<Confirmed> {
    const secrets = this.imports.secrets(row);
    const result = resultOf(standing);
    const written = { state: 'written' as const, writtenAt: this.clock.now(), resultCipher: secrets.seal('result', result), undoCipher: secrets.seal('undo', undo) };
    if (!(await this.rows.update(scope, row, written))) throw new AppError('ROSTER_IMPORT_STALE');
    return { ...viewOf({ ...row, ...written }, result), groupsCreated: undo.groups.length };
  }

  private requirePast(since: string | undefined): void {
    if (since && since > this.today()) throw new AppError('INPUT_INVALID', { field: 'since', detail: { reason: '日期不能在今天以后' } });
  }

  private today(): string {
    return businessDate(this.clock.now());
  }
}
