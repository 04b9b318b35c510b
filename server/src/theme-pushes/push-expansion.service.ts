import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { DoorbellsService } from '../doorbells/doorbells.service.ts';
import { MembersService } from '../members/members.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { oneByOne } from '../platform/jobs/one-by-one.ts';
import type { ThemePush } from './theme-push.entity.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

/** Members a transaction: long enough to be cheap, short enough that nobody waits for the lock. */
const chunk = 2_000;

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
    private readonly doorbells: DoorbellsService,
    private readonly members: MembersService,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleDestroy(): void {
    this.stopping = true;
  }

  async expandAll(): Promise<void> {
    const begun = await this.pushes.growing(hostScope());
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
    const { last, isEnd } = await this.members.activeSpan(scope, push.expandedTo, chunk);
    const expandedTo = last ?? push.expandedTo;
    // The cursor first: its row lock lets one replica in and shows the next one that the chunk is taken.
    if (!(await this.pushes.advance(scope, push, { expandedTo, expandedAt: isEnd ? this.clock.now() : null }))) return true;
    if (last !== null) await this.deliver(scope, push, last);
    if (isEnd) await this.finish(scope, push);
    return !isEnd;
  }

  /** The engine writes the rows from the rows: a member's own never come here. */
  private async deliver(scope: SystemScope, push: ThemePush, last: string): Promise<void> {
    const after = push.expandedTo ?? '';
    await this.deliveries.insertFrom(scope, push, this.members.activeSource(scope, after, last), this.clock.now());
    await this.doorbells.add(scope, push.id, this.deliveries.inboxSource(scope, push.id, after, last));
  }

  private async finish(scope: SystemScope, { id }: ThemePush): Promise<void> {
    await this.acts.perform(scope, () => this.doorbells.fill(scope, id), { act: 'theme-push.delivered', target: id });
  }
}
