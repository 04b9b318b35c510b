import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { planStateOf } from '@weidangxiao/shared/rules/implementation-plan.ts';
import { businessDate, dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { ImplementationPlan } from './implementation-plan.entity.ts';
import { ImplementationPlansRepository, type PlanHead } from './implementation-plans.repository.ts';

type PlanView = Answer<'getImplementationPlan'>;
type PlanRow = Answer<'listImplementationPlans'>['items'][number];
type NewPlan = Input<'createImplementationPlan'>['body'];

/** The town's 《实施方案》, version by version. */
@Injectable()
export class ImplementationPlansService {
  constructor(
    private readonly plans: ImplementationPlansRepository,
    private readonly members: MembersService,
    private readonly files: FilesService,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async get(scope: PersonScope, asked: number | undefined): Promise<PlanView> {
    const version = asked ?? (await this.toRead(scope))?.version;
    const plan = version === undefined ? null : await this.plans.version(scope, version);
    if (!plan) throw new AppError('NOT_FOUND');
    return this.viewOf(scope, plan);
  }

  async list(scope: PersonScope, { page, pageSize }: Input<'listImplementationPlans'>['query']): Promise<Answer<'listImplementationPlans'>> {
    const [heads, total] = await this.plans.page(scope, (page - 1) * pageSize, pageSize);
    return { items: await this.rowsOf(scope, heads), page, pageSize, total };
  }

  /** However often it is sent: one version. @throws AppError IMPLEMENTATION_PLAN_CHANGED, CLIENT_ID_REUSED, INPUT_INVALID, NOT_FOUND for a picture that is not there */
  async create(scope: WholeTownScope, body: NewPlan): Promise<PlanView> {
    const known = await this.known(scope, body);
    if (known) return known;
    try {
      return await this.acts.perform(scope, () => this.follow(scope, body));
    } catch (error) {
      const raced = this.plans.isKnown(error) || this.plans.isVersionTaken(error);
      // Whoever was faster may have been the same phone, with the same plan.
      const faster = raced || (error instanceof AppError && error.code === 'IMPLEMENTATION_PLAN_CHANGED') ? await this.known(scope, body) : null;
      if (faster) return faster;
      if (raced) throw changed((await this.plans.latest(scope))?.version ?? 0);
      throw error;
    }
  }

  private async follow(scope: WholeTownScope, { basedOn, ...written }: NewPlan): Promise<PlanView> {
    const latest = await this.plans.latest(scope);
    if ((latest?.version ?? 0) !== basedOn) throw changed(latest?.version ?? 0);
    requireLater(latest, written.effectiveFrom);
    const pictures = written.blocks.flatMap((block) => ('fileId' in block ? [block.fileId] : []));
    await this.files.requireAll(scope, pictures, 'lesson');
    const plan: ImplementationPlan = { ...written, townId: scope.townId, id: randomUUID(), version: basedOn + 1, createdAt: this.clock.now(), createdBy: scope.memberId };
    await this.plans.insert(scope, plan);
    await this.files.publish(scope, pictures);
    return this.viewOf(scope, plan);
  }

  private async known(scope: WholeTownScope, body: NewPlan): Promise<PlanView | null> {
    const same = await this.plans.byClientId(scope, body.clientId);
    if (!same) return null;
    const { title, changes, effectiveFrom, blocks } = body;
    if (JSON.stringify([same.title, same.changes, same.effectiveFrom, same.blocks]) !== JSON.stringify([title, changes, effectiveFrom, blocks])) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    this.acts.changedNothing();
    return this.viewOf(scope, same);
  }

  private async toRead(scope: PersonScope): Promise<PlanHead | null> {
    const today = businessDate(this.clock.now());
    return (await this.plans.inForce(scope, today)) ?? this.plans.firstToCome(scope, today);
  }

  private async viewOf(scope: PersonScope, plan: ImplementationPlan): Promise<PlanView> {
    const [row] = await this.rowsOf(scope, [plan]);
    if (!row) throw new Error('a plan was lost on its way out');
    return { ...row, blocks: plan.blocks };
  }

  private async rowsOf(scope: PersonScope, heads: readonly PlanHead[]): Promise<PlanRow[]> {
    const inForce = (await this.plans.inForce(scope, businessDate(this.clock.now())))?.version ?? null;
    const people = await this.members.people(scope, heads.map(({ createdBy }) => createdBy));
    return heads.map((head) => {
      const { id, version, title, effectiveFrom, changes, createdAt, createdBy } = head;
      return { id, version, title, effectiveFrom, changes, state: planStateOf(head, inForce), created: { at: createdAt, by: people.get(createdBy) ?? { memberId: createdBy, name: '' } } };
    });
  }
}

const changed = (version: number): AppError => new AppError('IMPLEMENTATION_PLAN_CHANGED', { detail: { version } });

function requireLater(latest: PlanHead | null, effectiveFrom: string): void {
  if (!latest || effectiveFrom >= latest.effectiveFrom) return;
  throw new AppError('INPUT_INVALID', { field: 'effectiveFrom', detail: { reason: `上一版${latest.effectiveFrom.slice(0, 4)}年${dateInChinese(latest.effectiveFrom)}起施行，这一版不能更早` } });
}
