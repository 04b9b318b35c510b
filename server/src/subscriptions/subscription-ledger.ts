import { Injectable } from '@nestjs/common';
import { allowedMessages } from '@weidangxiao/shared/rules/subscription-credits.ts';
import { randomUUID } from 'node:crypto';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { ReportKind, SubscriptionReport } from './subscription-report.entity.ts';
import { type CreditKey, SubscriptionReportsRepository } from './subscription-reports.repository.ts';

export type Report = Pick<SubscriptionReport, 'kind' | 'source' | 'at'>;

/** What is older than this stands near nothing that may still come. */
const longAgoMs = 90 * 86_400_000;

/**
 * Credits as they follow from what was reported. The same report changes nothing twice, and none depends on which came
 * first. All of it inside the caller's unit of work, which holds the credit's row before it looks.
 */
@Injectable()
export class SubscriptionLedger {
  constructor(
    private readonly rows: SubscriptionReportsRepository,
    private readonly clock: Clock,
  ) {}

  /** The phone reports accepts of these templates, some time after they were given. */
  async tapped(scope: TownScope, memberId: string, templateIds: readonly string[], source: string): Promise<void> {
    const keys = templateIds.map((templateId) => ({ memberId, templateId }));
    for (const key of keys) await this.rows.hold(scope, key, this.clock.real());
    for (const key of keys) await this.reported(scope, key, { kind: 'tap', source, at: this.clock.now() });
  }

  /** WeChat told of it. */
  async heard(scope: TownScope, key: CreditKey, report: Report): Promise<void> {
    await this.rows.hold(scope, key, this.clock.real());
    await this.reported(scope, key, report);
  }

  /** WeChat refused a message: there are no credits. */
  async refused(scope: TownScope, key: CreditKey): Promise<void> {
    await this.heard(scope, key, { kind: 'refusal', source: randomUUID(), at: this.clock.now() });
    await this.rows.change(scope, key, { most: 0, by: 0 }, this.clock.real());
  }

  private async reported(scope: TownScope, key: CreditKey, report: Report): Promise<void> {
    if (await this.rows.isKnown(scope, key, report.source)) return;
    const before = await this.rows.reports(scope, key, this.clock.now() - longAgoMs);
    const fresh = { ...report, at: afterRefusal(report, before) };
    await this.rows.insert(scope, key, fresh);
    const [was, is] = [allowed(before), allowed([...before, fresh])];
    const change = report.kind === 'refusal' ? { most: is, by: 0 } : { most: null, by: is - was };
    await this.rows.change(scope, key, change, this.clock.real());
  }
}

/** In the millisecond of a refusal, a tap that is reported after it came after it. */
function afterRefusal({ kind, at }: Report, before: readonly Report[]): number {
  return kind === 'tap' && at === refusedAt(before) ? at + 1 : at;
}

function allowed(reports: readonly Report[]): number {
  const of = (kind: ReportKind): number[] => reports.filter((report) => report.kind === kind).map(({ at }) => at);
  return allowedMessages({ taps: of('tap'), events: of('event') }, refusedAt(reports));
}

function refusedAt(reports: readonly Report[]): number {
  return Math.max(0, ...reports.filter(({ kind }) => kind === 'refusal').map(({ at }) => at));
}
