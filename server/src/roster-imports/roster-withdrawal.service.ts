import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { MovesService } from '../members/moves.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { TownPerson } from './judging/judgement.ts';
import type { RosterImport } from './roster-import.entity.ts';
import { RosterImportsRepository } from './roster-imports.repository.ts';
import { type ImportView, RosterImportsService } from './roster-imports.service.ts';
import type { Undo, UndoneChange } from './roster-secrets.ts';
import { TownPictureService, withdrawnReason } from './town-picture.service.ts';

/** EXPERIENCE: a batch can be withdrawn for seven days. */
const window = 7 * 24 * 3_600_000;

/** Rows that come to people without anybody's doing. */
const comeByThemselves = new Set(['deliveries', 'doorbells', 'notices']);

/** Takes a written import back, whole, while nothing has happened to its people since. */
@Injectable()
export class RosterWithdrawalService {
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

  /** @throws AppError ROSTER_NOT_WRITTEN, ROSTER_IMPORT_WITHDRAWN, ROSTER_WITHDRAW_LATE, ROSTER_WITHDRAW_IN_USE */
  withdraw(scope: PersonScope, id: string): Promise<ImportView> {
    return this.acts.perform(scope, async () => {
      await this.rows.takeTurns(scope);
      const row = await this.imports.find(scope, id);
      const undo = this.imports.secrets(row).open('undo', this.requireUndo(row));
      await this.requireUntouched(scope, undo);
      for (const change of undo.changed) await this.restore(scope, change);
      await this.remove(scope, undo.added.map((person) => person.id), businessDate(this.clock.now()));
      await this.closeEmpty(scope, undo.groups);
      if (!(await this.rows.update(scope, row, { state: 'withdrawn', withdrawnAt: this.clock.now() }))) throw new AppError('ROSTER_IMPORT_STALE');
      return this.imports.one(scope, id);
    }, { target: id });
  }

  private requireUndo({ state, writtenAt, undoCipher }: RosterImport): string {
    if (state === 'withdrawn') throw new AppError('ROSTER_IMPORT_WITHDRAWN');
    if (state === 'read' || undoCipher === null || writtenAt === null) throw new AppError('ROSTER_NOT_WRITTEN');
    if (this.clock.now() > writtenAt + window) throw new AppError('ROSTER_WITHDRAW_LATE');
    return undoCipher;
  }

  /** Everybody is still as the import left them, and nobody whom it brought has done anything. */
  private async requireUntouched(scope: PersonScope, { added, changed }: Undo): Promise<void> {
    const today = new Map((await this.members.active(scope)).map((member) => [member.id, member]));
    const isAsLeft = (person: TownPerson): boolean => {
      const member = today.get(person.id);
      return member !== undefined && JSON.stringify(this.town.personOf(member)) === JSON.stringify(person);
    };
    const touched = new Set([...added, ...changed.map(({ after }) => after)].filter((person) => !isAsLeft(person)).map(({ id }) => id));
    for (const [table, ids] of await this.moves.tracesOf(scope, added.map(({ id }) => id))) {
      if (!comeByThemselves.has(table)) for (const id of ids) touched.add(id);
    }
    const openGroups = new Set((await this.groups.open(scope)).map(({ id }) => id));
    for (const { before } of changed) if (before.groupId && !openGroups.has(before.groupId)) touched.add(before.id);
    if (touched.size > 0) throw new AppError('ROSTER_WITHDRAW_IN_USE', { detail: { count: touched.size } });
  }

  private async restore(scope: PersonScope, { before, movedOn }: UndoneChange): Promise<void> {
    const { id, groupId, phone, remark, name, phoneShared, gender, tags, duty, joinedOn } = before;
    if (movedOn) await this.moves.takeBack(scope, await this.members.find(scope, id), groupId, movedOn);
    const sealed = { ...this.members.sealPhone(scope, phone), remarkCipher: this.members.sealRemark(scope, remark) };
    await this.moves.change(scope, id, { ...sealed, name, phoneShared, gender, tags: [...tags], duty, joinedOn });
  }

  /** Whoever has got a Monday's theme meanwhile stays on record as closed, so that the push still adds up. */
  private async remove(scope: PersonScope, ids: readonly string[], today: string): Promise<void> {
    const received = new Set([...(await this.moves.tracesOf(scope, ids)).values()].flatMap((there) => [...there]));
    const untouched = ids.filter((id) => !received.has(id));
    if (untouched.length > 0) await this.moves.forget(scope, untouched);
    for (const id of received) await this.moves.leave(scope, await this.members.find(scope, id), { kind: 'closed', on: today, reason: withdrawnReason });
  }

  private async closeEmpty(scope: PersonScope, groupIds: readonly string[]): Promise<void> {
    const open = new Set((await this.groups.open(scope)).map(({ id }) => id));
    const counts = await this.members.countByGroup(scope);
    for (const id of groupIds) if (open.has(id) && !counts.get(id)) await this.groups.close(scope, id);
  }
}
