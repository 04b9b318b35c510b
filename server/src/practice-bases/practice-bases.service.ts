import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { byCountedName } from '@weidangxiao/shared/rules/name-order.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { PracticeBase } from './practice-bases.entity.ts';
import { PracticeBasesRepository } from './practice-bases.repository.ts';

type BaseView = Answer<'createPracticeBase'>;
type Changes = Input<'updatePracticeBase'>['body'];

/** Where the town practises what it has studied. */
@Injectable()
export class PracticeBasesService {
  constructor(
    private readonly bases: PracticeBasesRepository,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** The group's own first, then by name. A town's register is small: it is sorted here, whole. */
  async list(scope: PersonScope, { page, pageSize, closed, groupId, practice }: Input<'listPracticeBases'>['query']): Promise<Answer<'listPracticeBases'>> {
    const own = groupId ?? scope.groupId;
    const all = (await this.bases.all(scope, closed)).filter(({ practices }) => !practice || practices.some((one) => one.includes(practice)));
    const sorted = all.sort((a, b) => Number(b.groupId === own && own !== null) - Number(a.groupId === own && own !== null) || byCountedName(a.name, b.name));
    return { items: await this.viewsOf(scope, sorted.slice((page - 1) * pageSize, page * pageSize)), page, pageSize, total: sorted.length };
  }

  /** The whole register by name, for paper. */
  async all(scope: TownScope): Promise<BaseView[]> {
    const bases = await this.bases.all(scope, false);
    return this.viewsOf(scope, bases.sort((a, b) => byCountedName(a.name, b.name)));
  }

  /** Closed ones too. @throws AppError NOT_FOUND */
  async find(scope: TownScope, id: string): Promise<PracticeBase> {
    const base = await this.bases.one(scope, id);
    if (!base) throw new AppError('NOT_FOUND');
    return base;
  }

  /** @throws AppError NOT_FOUND for a group or keeper that is not there, NAME_TAKEN */
  add(scope: TownScope, { name, practices, ...rest }: Input<'createPracticeBase'>['body']): Promise<BaseView> {
    return this.acts.perform(scope, async () => {
      const { groupId = null, keeperId = null, address = '', note = '' } = rest;
      await this.requireThere(scope, rest);
      const base: PracticeBase = {
        ...{ townId: scope.townId, id: randomUUID(), name, nameKey: name, practices, address, groupId, keeperId, note },
        ...{ createdAt: this.clock.now(), closedAt: null },
      };
      await this.bases.insert(scope, base);
      return this.viewOf(scope, base);
    });
  }

  /** @throws AppError NOT_FOUND, NAME_TAKEN, PRACTICE_BASE_CLOSED */
  change(scope: TownScope, id: string, body: Changes): Promise<BaseView> {
    return this.acts.perform(scope, async () => {
      const base = await this.find(scope, id);
      if (base.closedAt !== null) throw new AppError('PRACTICE_BASE_CLOSED');
      await this.requireThere(scope, body);
      const given: Partial<PracticeBase> = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      const changes = { ...given, ...(body.name && { nameKey: body.name }) };
      if (Object.keys(changes).length > 0) await this.bases.update(scope, id, changes);
      return this.viewOf(scope, { ...base, ...changes });
    });
  }

  /** Closing a closed one changes nothing. @throws AppError NOT_FOUND */
  close(scope: TownScope, id: string): Promise<BaseView> {
    return this.acts.perform(scope, async () => {
      const base = await this.find(scope, id);
      const closed = { closedAt: base.closedAt ?? this.clock.now(), nameKey: `${base.name}#${id}` };
      await this.bases.update(scope, id, closed);
      return this.viewOf(scope, { ...base, ...closed });
    });
  }

  private async requireThere(scope: TownScope, { groupId, keeperId }: Pick<Changes, 'groupId' | 'keeperId'>): Promise<void> {
    if (groupId) await this.groups.find(scope, groupId);
    if (keeperId) await this.members.find(scope, keeperId);
  }

  private async viewOf(scope: TownScope, base: PracticeBase): Promise<BaseView> {
    const [view] = await this.viewsOf(scope, [base]);
    if (!view) throw new Error('a practice base was lost on its way out');
    return view;
  }

  private async viewsOf(scope: TownScope, bases: readonly PracticeBase[]): Promise<BaseView[]> {
    const people = await this.members.people(scope, bases.map(({ keeperId }) => keeperId));
    const groups = await this.groups.names(scope);
    return bases.map(({ id, name, practices, address, note, groupId, keeperId, closedAt }) => ({
      ...{ id, name, practices, address, note, closed: closedAt !== null },
      group: groupId ? { id: groupId, name: groups.get(groupId) ?? '' } : null,
      keeper: keeperId ? (people.get(keeperId) ?? null) : null,
    }));
  }
}
