import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { rubricChanges } from '@weidangxiao/shared/rules/assessment/rubric-changes.ts';
import { addDays, businessDate, datesOfMonth, monthOf, monthWithYear } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../platform/access/acts.ts';
import type { PersonScope, WholeTownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { RubricViews, type VersionView } from './rubric-views.ts';
import type { RubricVersion } from './rubric-version.entity.ts';
import { RubricsRepository } from './rubrics.repository.ts';
import { builtInRubric, RubricsService } from './rubrics.service.ts';

type NewVersion = Input<'createRubricVersion'>['body'];

/** A town's versions of the rubric: written for a month that has not begun, taken back until it begins, never changed. */
@Injectable()
export class RubricVersionsService {
  constructor(
    private readonly versions: RubricsRepository,
    private readonly rubrics: RubricsService,
    private readonly views: RubricViews,
    private readonly acts: Acts,
    private readonly clock: Clock,
  ) {}

  async list(scope: PersonScope, { page, pageSize }: Input<'listRubricVersions'>['query']): Promise<Answer<'listRubricVersions'>> {
    // The built-in one stands before all rows of the table.
    const skip = (page - 1) * pageSize;
    const [rows, own] = await this.versions.page(scope, Math.max(0, skip - 1), skip === 0 ? pageSize - 1 : pageSize);
    const items = await this.views.all(scope, rows);
    return { items: skip === 0 ? [await this.views.builtIn(scope), ...items] : items, page, pageSize, total: own + 1 };
  }

  /** However often it is sent: one version. @throws AppError RUBRIC_FAULTY, RUBRIC_MONTH_BEGUN, RUBRIC_MONTH_TAKEN, RUBRIC_VERSION_TAKEN, RUBRIC_SAME, CLIENT_ID_REUSED */
  async create(scope: WholeTownScope, body: NewVersion): Promise<VersionView> {
    const known = await this.known(scope, body);
    if (known) return known;
    this.rubrics.requireFaultless(body.rubric);
    this.requireNotBegun(body.month);
    try {
      return await this.acts.perform(scope, () => this.adopt(scope, body));
    } catch (error) {
      // Whoever was faster may have been the same computer, with the same version.
      const faster = await this.known(scope, body);
      if (faster) return faster;
      if (this.versions.isDuplicate(error)) await this.requireFree(scope, body);
      throw error;
    }
  }

  /** @throws AppError NOT_FOUND, RUBRIC_BEGUN */
  async withdraw(scope: WholeTownScope, id: string, reason: string): Promise<VersionView> {
    const version = await this.versions.one(scope, id);
    if (!version) throw new AppError('NOT_FOUND');
    if (version.heldFrom === null) return this.asItIs(scope, version);
    if (version.effectiveFrom <= businessDate(this.clock.now())) throw new AppError('RUBRIC_BEGUN', { detail: { version: version.version } });
    return this.acts.perform(scope, async () => {
      const withdrawn = { withdrawnAt: this.clock.now(), withdrawnBy: scope.memberId, withdrawnReason: reason };
      if (await this.versions.withdraw(scope, id, withdrawn)) return this.views.one(scope, { ...version, ...withdrawn, heldFrom: null });
      return this.asItIs(scope, (await this.versions.one(scope, id)) ?? version);
    });
  }

  private async adopt(scope: WholeTownScope, { clientId, month, reason, rubric }: NewVersion): Promise<VersionView> {
    // What it is compared with is read first: whoever was faster meanwhile is then found by the second read.
    const before = await this.rubrics.forMonth(scope, month);
    await this.requireFree(scope, { month, rubric });
    if (rubricChanges(before.rubric, rubric).length === 0) throw new AppError('RUBRIC_SAME', { field: 'rubric', detail: { version: before.version } });
    const { from } = datesOfMonth(month);
    const version: RubricVersion = {
      ...{ townId: scope.townId, id: randomUUID(), clientId, version: rubric.version, effectiveFrom: from, heldFrom: from, reason, rubric },
      ...{ createdAt: this.clock.now(), createdBy: scope.memberId, withdrawnAt: null, withdrawnBy: null, withdrawnReason: null },
    };
    await this.versions.insert(scope, version);
    return this.views.one(scope, version);
  }

  private async requireFree(scope: WholeTownScope, { month, rubric: { version } }: Pick<NewVersion, 'month' | 'rubric'>): Promise<void> {
    const taken = version === builtInRubric.version || (await this.versions.named(scope, version));
    if (taken) throw new AppError('RUBRIC_VERSION_TAKEN', { field: 'rubric.version', detail: { version } });
    const other = await this.versions.from(scope, datesOfMonth(month).from);
    if (other) throw new AppError('RUBRIC_MONTH_TAKEN', { field: 'month', detail: { month: monthWithYear(month), version: other.version } });
  }

  private requireNotBegun(month: string): void {
    const thisMonth = monthOf(businessDate(this.clock.now()));
    if (month > thisMonth) return;
    const next = monthOf(addDays(datesOfMonth(thisMonth).to, 1));
    throw new AppError('RUBRIC_MONTH_BEGUN', { field: 'month', detail: { earliest: monthWithYear(next) } });
  }

  private async known(scope: WholeTownScope, { clientId, month, reason, rubric }: NewVersion): Promise<VersionView | null> {
    const same = await this.versions.byClientId(scope, clientId);
    if (!same) return null;
    if (JSON.stringify([same.effectiveFrom, same.reason, same.rubric]) !== JSON.stringify([datesOfMonth(month).from, reason, rubric])) throw new AppError('CLIENT_ID_REUSED', { field: 'clientId' });
    return this.asItIs(scope, same);
  }

  private asItIs(scope: WholeTownScope, version: RubricVersion): Promise<VersionView> {
    this.acts.changedNothing();
    return this.views.one(scope, version);
  }
}
