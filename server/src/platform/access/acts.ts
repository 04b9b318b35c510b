import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { randomUUID } from 'node:crypto';
import { requestContext } from '../context/request-context.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { NewRow } from '../database/prepared.ts';
import { type Outcome, together } from '../database/together.ts';
import type { Scope } from './scope.ts';

export const intoAudit = 'INSERT INTO audit_rows (town_id, id, at, act, actor, target)';

const mostInserts = 32;

export interface About {
  /** Id of what was acted upon; never a name, a phone or a text. */
  target?: string;
  /** For jobs and commands, and where one route does different things; else the act of the route table. */
  act?: string;
}

/** An act of somebody who adds one row. */
interface Insert {
  readonly scope: Scope;
  readonly act: string;
  readonly row: NewRow;
  readonly target: string;
}

/** Town and act. */
export type ActListener = (townId: string, act: string) => unknown;

/**
 * The unit of work of every use case that changes something: one transaction that holds the change and the audit
 * row of the act, so neither exists without the other. Services call each other freely: an inner act joins the
 * outer transaction and leaves its own row only when it names an act of its own.
 */
@Injectable()
export class Acts {
  private readonly listeners: ActListener[] = [];
  private readonly insertTogether = together(mostInserts, (inserts: readonly Insert[]) => this.insertAll(inserts));

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  perform<T>(scope: Scope, work: () => Promise<T>, about: About = {}): Promise<T> {
    const inner = this.database.inWork();
    return this.database.write(async () => {
      const result = await work();
      const act = about.act ?? (inner ? null : requestContext()?.audit);
      if (act) await this.record(scope, act, about.target ?? idOf(result));
      else if (!inner) throw new Error('an act outside a request needs a name');
      return result;
    });
  }

  /**
   * An act that adds one row and does nothing else. Requests of many people that come at the same moment share a transaction,
   * and each is answered once it is committed. A row that is refused fails alone. Inside another act it joins that one.
   * @throws what the database refused `row` with; AppError BUSY, STORE_UNAVAILABLE, STORE_FULL
   */
  async insert(scope: Scope, row: NewRow, target: string): Promise<void> {
    const context = requestContext();
    if (!context?.audit || this.database.inWork()) return this.perform(scope, () => this.database.insert([row]), { target });
    await this.insertTogether({ scope, act: context.audit, row, target });
    context.audited = true;
  }

  /** Tells `listener` of every committed act of this process: for whoever keeps a copy of what it changed. */
  onAct(listener: ActListener): void {
    this.listeners.push(listener);
  }

  /** For the rare mutating route that found nothing to change: it leaves no row. */
  changedNothing(): void {
    const context = requestContext();
    if (context) context.audited = true;
  }

  private async insertAll(inserts: readonly Insert[]): Promise<Outcome<void>[]> {
    try {
      await this.database.write(() => this.insertRows(inserts));
      return inserts.map(() => undefined);
    } catch (error) {
      if (inserts.length === 1 || error instanceof AppError) return inserts.map(() => error as Error);
      // One of them was refused, and nothing of them all is there: each by itself.
      return (await Promise.all(inserts.map((one) => this.insertAll([one])))).flat();
    }
  }

  private async insertRows(inserts: readonly Insert[]): Promise<void> {
    for (const rows of Map.groupBy(inserts, ({ row }) => row.into).values()) await this.database.insert(rows.map(({ row }) => row));
    await this.database.insert(inserts.map(({ scope, act, target }) => this.auditRow(scope, act, target)));
    for (const { scope, act } of inserts) this.announce(scope, act);
  }

  private async record(scope: Scope, act: string, target: string | null): Promise<void> {
    await this.database.insert([this.auditRow(scope, act, target)]);
    this.announce(scope, act);
    const context = requestContext();
    if (context) context.audited = true;
  }

  private auditRow(scope: Scope, act: string, target: string | null): NewRow {
    return { into: intoAudit, values: [scope.townId, randomUUID(), this.clock.real(), act, actorOf(scope), target] };
  }

  private announce({ townId }: Scope, act: string): void {
    this.database.afterCommit(() => this.listeners.forEach((listener) => listener(townId, act)));
  }
}

/** How the audit names whoever acts. */
export function actorOf(scope: Scope): string {
  if (scope.memberId) return `member:${scope.memberId}`;
  if (scope.reach === 'system') return `system:${scope.name}`;
  if (scope.reach === 'host') return `operator:${scope.operatorId ?? 'command'}`;
  return scope.reach;
}

function idOf(result: unknown): string | null {
  const id = typeof result === 'object' && result !== null && 'id' in result ? result.id : null;
  return typeof id === 'string' ? id : null;
}
