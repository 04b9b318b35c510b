import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Town } from './town.entity.ts';
import { TownsRepository } from './towns.repository.ts';

type NewTown = Input<'createTown'>['body'];

@Injectable()
export class TownsService {
  /** Ids by code. A code never changes and no town is ever deleted, so what was found once stays true, on every replica. */
  private readonly ids = new Map<string, string>();

  constructor(
    private readonly towns: TownsRepository,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  /** Every town, for jobs and commands. */
  all(): Promise<Town[]> {
    return this.towns.all();
  }

  byCode(code: string): Promise<Town | null> {
    return this.towns.byCode(code);
  }

  /** What every guest's request asks. */
  async idOf(code: string): Promise<string | null> {
    const known = this.ids.get(code);
    if (known) return known;
    const id = (await this.towns.byCode(code))?.id ?? null;
    if (id) this.ids.set(code, id);
    return id;
  }

  /**
   * First thing inside a unit of work whose rows must not overlap others: from here to its end nobody else of the town
   * decides about such, so what is read stays true until the commit.
   */
  takeTurn(scope: TownScope): Promise<void> {
    return this.towns.takeTurn(scope);
  }

  async own(scope: TownScope): Promise<Town> {
    const town = await this.towns.own(scope);
    if (!town) throw new AppError('NOT_FOUND');
    return town;
  }

  async list(scope: HostScope, { page, pageSize }: Input<'listTowns'>['query']): Promise<Answer<'listTowns'>> {
    const [towns, total] = await this.towns.page(scope, (page - 1) * pageSize, pageSize);
    const items = await Promise.all(towns.map(async (town) => ({ ...town, ...(await this.countsOf(town.id)) })));
    return { items, page, pageSize, total };
  }

  /** A town and its first admin, who binds by phone; nobody else of the host's can see into it afterwards. */
  create(scope: HostScope, { admin, ...town }: NewTown): Promise<Town> {
    return this.acts.perform(scope, async () => {
      const row: Town = { ...town, id: randomUUID(), contactPhone: null, createdAt: this.clock.real(), turn: null };
      await this.towns.insert(scope, row);
      const founding = systemScope(row.id, 'town-founding');
      const member = await this.members.add(founding, { name: admin.name, phone: admin.phone, groupId: null });
      await this.roles.give(founding, member.id, 'admin', null);
      return row;
    }, { act: 'town.created' });
  }

  async change(scope: TownScope, changes: Input<'updateTown'>['body']): Promise<Town> {
    return this.acts.perform(scope, async () => {
      if (Object.keys(changes).length > 0) await this.towns.update(scope, changes);
      return this.own(scope);
    });
  }

  private async countsOf(townId: string): Promise<{ groups: number; members: number }> {
    const scope = systemScope(townId, 'host-counts');
    const [groups, members] = await Promise.all([this.groups.countOpen(scope), this.members.countActive(scope)]);
    return { groups, members };
  }
}
