import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mayRingAt } from '@weidangxiao/shared/rules/doorbell.ts';
import { weekEndsAt } from '@weidangxiao/shared/rules/week.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { SeenLeases } from '../platform/jobs/seen-leases.ts';
import { Log } from '../platform/log/log.ts';
import { WeChat } from '../platform/wechat/wechat.ts';
import { TownsService } from '../towns/towns.service.ts';
import { type Batch, DoorbellLedgerService, type Ring } from './doorbell-ledger.service.ts';
import { messageOf, type Template } from './doorbell-message.ts';
import { DoorbellsRepository } from './doorbells.repository.ts';
import { oneByOne } from './one-by-one.ts';
import type { ThemePush } from './theme-push.entity.ts';
import { ThemePushesRepository } from './theme-pushes.repository.ts';

/** Messages on their way at once, in one replica. */
const lanes = 16;
/** So many unanswered in a row mean that WeChat is down, and the others need not find out one by one. */
const downAfter = lanes;
const restMs = 60_000;

/** What a drain knows while it goes on. */
interface Drain {
  readonly scope: SystemScope;
  readonly push: ThemePush;
  readonly schoolName: string;
  readonly lost: readonly string[];
  unanswered: number;
  begun: number;
}

/** Rings for the deliveries that wait, between 07:00 and 21:00. Whatever happens here, the deliveries stand. */
@Injectable()
export class DoorbellsService implements OnModuleDestroy {
  private readonly leases: SeenLeases;
  private stopping = false;

  constructor(
    private readonly pushes: ThemePushesRepository,
    private readonly doorbells: DoorbellsRepository,
    private readonly ledger: DoorbellLedgerService,
    private readonly towns: TownsService,
    private readonly wechat: WeChat,
    private readonly clock: Clock,
    private readonly database: Database,
    private readonly log: Log,
    config: Config,
  ) {
    this.leases = new SeenLeases(config.doorbellLeaseMs, (config.wechat?.timeoutMs ?? 0) + config.lockWaitMs, () => clock.real());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  async ringAll(): Promise<void> {
    const open = await this.pushes.open(hostScope());
    const lost = open.length > 0 ? this.leases.lostAmong(await this.doorbells.leases(hostScope())) : [];
    let isUp = true;
    await oneByOne(open, async (push) => {
      if (isUp && !this.stopping) isUp = await this.ringFor(push, lost);
    });
  }

  private async ringFor(push: ThemePush, lost: readonly string[]): Promise<boolean> {
    const scope = systemScope(push.townId, 'doorbells');
    const { schoolName } = await this.towns.own(scope);
    const isUp = await this.serve({ scope, push, schoolName, lost, unanswered: 0, begun: 0 });
    if (push.expandedAt !== null && (await this.doorbells.countWaiting(scope, push.id)) === 0) await this.settle(scope, push.id);
    return isUp;
  }

  private async settle(scope: SystemScope, pushId: string): Promise<void> {
    await this.database.write(() => this.pushes.settle(scope, pushId, this.clock.now()));
    this.log.info('The doorbells of a push are settled', { townId: scope.townId, pushId, doorbells: await this.doorbells.counts(scope, pushId) });
  }

  /** False when WeChat seems to be down. */
  private async serve(drain: Drain): Promise<boolean> {
    const { scope, push, lost } = drain;
    const now = this.clock.now();
    if (!this.wechat.isOn) await this.ledger.giveUp(scope, push.id, 'all', lost, 'off');
    else if (now >= weekEndsAt(push.monday)) await this.ledger.giveUp(scope, push.id, 'all', lost, 'week_over');
    // What was tried by day and did not get through is not tried again at another day's time.
    else if (!mayRingAt(now)) await this.ledger.giveUp(scope, push.id, 'tried', lost);
    else return this.drain(drain);
    return true;
  }

  private async drain(drain: Drain): Promise<boolean> {
    for (;;) {
      // Taken before the claim, so that the lease is never younger than this thinks.
      const stopAt = this.leases.stopBefore();
      const batch = await this.ledger.claim(drain.scope, drain.push.id, drain.lost);
      if (batch.claimed === 0) return true;
      const before = drain.begun;
      await this.ring(drain, batch, stopAt);
      if (drain.unanswered >= downAfter) {
        await this.ledger.postpone(drain.scope, drain.push.id, restMs, 'unreachable');
        return false;
      }
      const stuck = batch.rings.length > 0 && drain.begun === before;
      if (stuck || this.stopping) return true;
    }
  }

  /** One WeChat gets its messages one after the other (43108), different ones side by side. */
  private async ring(drain: Drain, batch: Batch, stopAt: number): Promise<void> {
    const queue = byOpenid(batch.rings);
    const goesOn = (): boolean => !this.stopping && drain.unanswered < downAfter && this.clock.real() < stopAt;
    const lane = async (): Promise<void> => {
      for (let rings = queue.shift(); rings; rings = queue.shift()) {
        for (const ring of rings) if (goesOn()) await this.ringOne(drain, batch.token, ring);
      }
    };
    const results = await Promise.allSettled(Array.from({ length: lanes }, lane));
    await this.ledger.release(drain.scope, batch.token);
    for (const result of results) if (result.status === 'rejected') throw result.reason;
  }

  private async ringOne(drain: Drain, token: string, { doorbell, openid }: Ring): Promise<void> {
    drain.begun += 1;
    const sent = await this.wechat.sendSubscribeMessage(messageOf(drain.push, drain.schoolName, this.template(), openid));
    drain.unanswered = sent.state === 'unreachable' ? drain.unanswered + 1 : 0;
    await this.ledger.record(drain.scope, token, doorbell, sent);
  }

  private template(): Template {
    return { id: this.wechat.themeTemplateId ?? '', fields: this.wechat.themeTemplateFields };
  }
}

function byOpenid(rings: readonly Ring[]): Ring[][] {
  const grouped = new Map<string, Ring[]>();
  for (const ring of rings) grouped.set(ring.openid, [...(grouped.get(ring.openid) ?? []), ring]);
  return [...grouped.values()];
}
