import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { TownsService } from '../towns/towns.service.ts';
import { SessionCountsRepository } from './session-counts.repository.ts';
import { personOf } from './session-views.ts';

/** How many sessions since the founding: what came before, with its evidence, and what was closed here. */
@Injectable()
export class SessionCountsService {
  constructor(
    private readonly counts: SessionCountsRepository,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly towns: TownsService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async get(scope: PersonScope): Promise<Answer<'getSessionCount'>> {
    const { foundedOn } = await this.towns.own(scope);
    const counters = new Map((await this.counts.counters(scope)).map((counter) => [counter.owner, counter]));
    const of = (owner: string) => {
      const { opening, closedHere } = counters.get(owner) ?? { opening: 0, closedHere: 0 };
      return { opening, closedHere, total: opening + closedHere };
    };
    const groups = (await this.groups.open(scope)).map(({ id, name }) => ({ group: { id, name }, ...of(id) }));
    return { foundedOn, town: of('town'), groups, openings: await this.openings(scope) };
  }

  /** The entry made last counts; earlier ones stay to be read. @throws AppError NOT_FOUND */
  async setOpening(scope: WholeTownScope, { groupId, count, evidence }: Input<'setSessionOpening'>['body']): Promise<Answer<'setSessionOpening'>> {
    return this.acts.perform(scope, async () => {
      if (groupId) await this.groups.find(scope, groupId);
      const opening = { id: randomUUID(), groupId, count, evidence };
      await this.counts.insertOpening(scope, { ...opening, at: this.clock.now(), enteredBy: scope.memberId });
      await this.counts.open(scope, groupId ?? 'town', count);
      return opening;
    });
  }

  private async openings(scope: PersonScope): Promise<Answer<'getSessionCount'>['openings']> {
    const rows = await this.counts.openings(scope);
    const names = await this.groups.names(scope);
    const people = await this.members.people(scope, rows.map(({ enteredBy }) => enteredBy));
    return rows.map(({ id, groupId, count, evidence, at, enteredBy }) => ({ id, count, evidence, at, group: groupId ? { id: groupId, name: names.get(groupId) ?? '' } : null, by: personOf(people, enteredBy) }));
  }
}
