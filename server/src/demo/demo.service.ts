import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import type { Role } from '@weidangxiao/shared/permissions.ts';
import { CallerViewService, type LoggedIn } from '../logins/caller-view.service.ts';
import { type Holder, LoginsService } from '../logins/logins.service.ts';
import { OperatorsService } from '../logins/operators.service.ts';
import { MembersService } from '../members/members.service.ts';
import { RolesService } from '../members/roles.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { OpenScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import type { Town } from '../towns/town.entity.ts';
import { TownsService } from '../towns/towns.service.ts';
import { demoOperator, demoRoles, sampleTownCode } from './demo-people.ts';

/** What only the demo can do: become anybody, and move the time. Elsewhere these routes do not exist. */
@Injectable()
export class DemoService {
  constructor(
    private readonly config: Config,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly towns: TownsService,
    private readonly members: MembersService,
    private readonly roles: RolesService,
    private readonly operators: OperatorsService,
    private readonly logins: LoginsService,
    private readonly views: CallerViewService,
    private readonly acts: Acts,
  ) {}

  /** Also answered outside the demo, so that the apps know that there is none. */
  async about(): Promise<Answer<'getDemo'>> {
    const now = this.clock.now();
    if (this.config.mode !== 'demo') return { demo: false, now, roles: [], town: null, sandboxUrl: null };
    const town = await this.towns.byCode(sampleTownCode);
    const roles = await Promise.all(demoRoles.map(async (role) => ({ ...role, name: await this.nameOf(town, role.role) })));
    return { demo: true, now, roles, town: town && { code: town.code, name: town.name }, sandboxUrl: this.config.sandboxUrl };
  }

  /** Moves business time and lets what has become due happen before it answers. */
  async moveClock(scope: OpenScope, instant: number): Promise<Answer<'setDemoClock'>> {
    this.requireDemo();
    await this.acts.perform(scope, () => this.clock.move(instant));
    await this.jobs.runDue();
    return { now: this.clock.now() };
  }

  async become(scope: OpenScope, role: Role): Promise<LoggedIn> {
    this.requireDemo();
    const holder = role === 'operator' ? await this.operator() : await this.memberWith(role);
    return this.acts.perform(scope, async () => this.views.loggedIn(await this.logins.begin(holder, 'demo')));
  }

  private requireDemo(): void {
    if (this.config.mode !== 'demo') throw new AppError('DEMO_ONLY');
  }

  private async nameOf(town: Town | null, role: Role): Promise<string> {
    if (role === 'operator') return demoOperator;
    const memberId = town && (await this.personFor(town, role));
    return (memberId && (await this.members.people(systemScope(town.id, 'demo'), [memberId])).get(memberId)?.name) || '';
  }

  private async operator(): Promise<Holder> {
    return { townId: null, memberId: null, operatorId: (await this.operators.named(demoOperator)).id };
  }

  private async memberWith(role: Exclude<Role, 'operator'>): Promise<Holder> {
    const town = await this.towns.byCode(sampleTownCode);
    const memberId = town && (await this.personFor(town, role));
    if (!memberId) throw new AppError('NOT_FOUND');
    return { townId: town.id, memberId, operatorId: null };
  }

  /** Always the same person for a role; as a member somebody without any other role, from the first leader's group. */
  private async personFor(town: Town, role: Role): Promise<string | null> {
    const scope = systemScope(town.id, 'demo');
    if (role === 'admin' || role === 'approver' || role === 'committee') return (await this.roles.holders(scope, role)).sort()[0] ?? null;
    const [leader] = (await this.roles.leaders(scope)).sort((a, b) => a.memberId.localeCompare(b.memberId));
    if (!leader || role === 'leader') return leader?.memberId ?? null;
    const fellows = await this.members.activeOfGroup(scope, leader.groupId ?? '');
    const granted = new Set((await this.roles.ofMembers(scope, fellows.map(({ id }) => id))).map(({ memberId }) => memberId));
    return fellows.find(({ id, paper }) => !granted.has(id) && !paper)?.id ?? null;
  }
}
