import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { nextRingInstant } from '@weidangxiao/shared/rules/doorbell.ts';
import { randomUUID } from 'node:crypto';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { oneByOne } from './one-by-one.ts';
import type { ThemePush } from './theme-push.entity.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

const chunk = 500;

/**
 * A delivery for every active member, chunk by chunk. The push's cursor moves in the transaction that writes a chunk,
 * so whoever goes on after a crash, here or in another replica, neither loses nor repeats anybody.
 */
@Injectable()
export class PushExpansionService implements OnModuleDestroy {
  private stopping = false;

  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  async expandAll(): Promise<void> {
    const begun = (await this.pushes.open(hostScope())).filter(({ expandedAt }) => expandedAt === null);
    await oneByOne(begun, ({ townId, monday }) => this.expand(systemScope(townId, 'theme-push'), monday));
  }

  private async expand(scope: SystemScope, monday: string): Promise<void> {
    let goOn = true;
    while (goOn && !this.stopping) goOn = await this.database.write(() => this.nextChunk(scope, monday));
  }

  /** True while there may be more. */
  private async nextChunk(scope: SystemScope, monday: string): Promise<boolean> {
    const push = await this.pushes.onMonday(scope, monday);
    if (!push || push.expandedAt !== null) return false;
    const members = await this.members.activeAfter(scope, push.expandedTo, chunk);
    const isLast = members.length < chunk;
    const expandedTo = members.at(-1)?.id ?? push.expandedTo;
    // The cursor first: its row lock lets one replica in and shows the next one that the chunk is taken.
    if (!(await this.pushes.advance(scope, push, { expandedTo, expandedAt: isLast ? this.clock.now() : null }))) return true;
    await this.deliver(scope, push, members);
    if (isLast) await this.acts.perform(scope, async () => undefined, { act: 'theme-push.delivered', target: push.id });
    return !isLast;
  }

  private async deliver(scope: SystemScope, { id: pushId, monday, title }: ThemePush, members: readonly Member[]): Promise<void> {
    const at = this.clock.now();
    const deliveries = members.map(({ id: memberId, groupId, paper }) => {
      const channel: 'inbox' | 'paper' = paper ? 'paper' : 'inbox';
      return { id: randomUUID(), pushId, memberId, groupId, monday, title, channel, at, readAt: null, handedOverAt: null, handedOverBy: null };
    });
    const unrung = { pushId, state: 'waiting' as const, reason: null, attempts: 0, credited: false, nextAt: nextRingInstant(at), leaseToken: null, msgid: null, settledAt: null };
    await this.deliveries.insert(scope, deliveries);
    await this.doorbells.insert(scope, deliveries.filter(({ channel }) => channel === 'inbox').map(({ id, memberId }) => ({ ...unrung, id, memberId })));
  }
}
