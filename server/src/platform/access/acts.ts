import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { requestContext } from '../context/request-context.ts';
import { Clock } from '../clock/clock.ts';
import { Database } from '../database/database.ts';
import type { Scope } from './scope.ts';

export const auditSql = 'INSERT INTO audit_rows (town_id, id, at, act, actor, target) VALUES (?, ?, ?, ?, ?, ?)';

export interface About {
  /** Id of what was acted upon; never a name, a phone or a text. */
  target?: string;
  /** For jobs and commands, and where one route does different things; else the act of the route table. */
  act?: string;
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

  /** Tells `listener` of every committed act of this process: for whoever keeps a copy of what it changed. */
  onAct(listener: ActListener): void {
    this.listeners.push(listener);
  }

  /** For the rare mutating route that found nothing to change: it leaves no row. */
  changedNothing(): void {
    const context = requestContext();
    if (context) context.audited = true;
  }

  private async record(scope: Scope, act: string, target: string | null): Promise<void> {
    await this.database.run(auditSql, [scope.townId, randomUUID(), this.clock.real(), act, actorOf(scope), target]);
    this.database.afterCommit(() => this.listeners.forEach((listener) => listener(scope.townId, act)));
    const context = requestContext();
    if (context) context.audited = true;
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
