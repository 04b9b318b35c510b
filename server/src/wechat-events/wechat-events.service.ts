import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { createHash, randomUUID } from 'node:crypto';
import { hostScope } from '../platform/access/mint.ts';
import { HOST, type OpenScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vault } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SeenLeases } from '../platform/jobs/seen-leases.ts';
import { Log } from '../platform/log/log.ts';
import type { Fields } from './push-message.ts';
import type { WechatEventRow } from './wechat-event.entity.ts';
import { WechatEventsRepository } from './wechat-events.repository.ts';

/** Something that happened at WeChat, such as the answer to a subscription request. */
export interface WechatEvent {
  /** The same for what WeChat tells twice. */
  readonly id: string;
  readonly appId: string;
  readonly openid: string;
  /** By WeChat's clock, epoch ms. */
  readonly createdAt: number;
  readonly event: string;
  /** WeChat's own names; every value is text, a list always a list. */
  readonly fields: Fields;
}

/** Does its work at least once: what it changes must not count twice for the same `id`. */
export type WechatEventHandler = (event: WechatEvent) => Promise<void>;

const place = { townId: HOST, column: 'wechat_events.body_cipher' };
const [second, minute, day] = [1_000, 60_000, 86_400_000];
const leaseMs = 2 * minute;
/** How long the last handler of a turn may take. */
const slackMs = minute;
const mostInATurn = 200;
const waits = [second, 10 * second, minute, 10 * minute, 60 * minute, 6 * 60 * minute, 12 * 60 * minute];
const keptMs = 7 * day;

/** The inbox of WeChat's events: kept before WeChat is answered, worked after it, by whichever replica comes first. */
@Injectable()
export class WechatEvents implements OnModuleInit {
  private readonly handlers = new Map<string, WechatEventHandler[]>();
  private readonly leases: SeenLeases;

  constructor(
    private readonly rows: WechatEventsRepository,
    private readonly database: Database,
    private readonly vault: Vault,
    private readonly clock: Clock,
    private readonly jobs: Jobs,
    private readonly log: Log,
  ) {
    this.leases = new SeenLeases(leaseMs, slackMs, () => this.clock.real());
  }

  onModuleInit(): void {
    this.jobs.every(second, 'wechat-events', () => this.work());
    this.jobs.every(60 * minute, 'wechat-events-forgotten', () => this.forget());
  }

  /** Call in a provider's `onModuleInit`. Several may want the same event. */
  on(event: string, handler: WechatEventHandler): void {
    this.handlers.set(event, [...(this.handlers.get(event) ?? []), handler]);
  }

  /** What nobody wants is kept too, without its words: its signature is used up. @throws AppError WECHAT_PUSH_UNREADABLE */
  async keep(scope: OpenScope, appId: string, fields: Fields, signedBy: string): Promise<'new' | 'known' | 'replayed'> {
    const { id, event } = eventOf(appId, fields);
    const isWanted = this.handlers.has(event);
    const bodyCipher = isWanted ? this.vault.seal(JSON.stringify(fields), place) : null;
    const now = this.clock.real();
    const row: WechatEventRow = { id, signedBy, appId, event, bodyCipher, state: isWanted ? 'waiting' : 'done', attempts: 0, dueAt: now, receivedAt: now, takenBy: null };
    return this.database.write(() => this.rows.insert(scope, row));
  }

  private async work(): Promise<void> {
    const scope = hostScope();
    const stopAt = this.leases.stopBefore();
    const lost = this.leases.lostAmong(await this.rows.turns(scope));
    const turn = { takenBy: randomUUID(), lost, now: this.clock.real(), most: mostInATurn };
    for (const row of await this.database.write(() => this.rows.take(scope, turn))) {
      // What is left after the time of this turn goes back untouched.
      const change = this.clock.real() < stopAt ? await this.outcomeOf(row) : {};
      await this.database.write(() => this.rows.settle(scope, row, change));
    }
  }

  private async outcomeOf(row: WechatEventRow): Promise<Partial<WechatEventRow>> {
    try {
      const event = eventOf(row.appId, JSON.parse(this.vault.open(row.bodyCipher ?? '', place)) as Fields);
      for (const handler of this.handlers.get(row.event) ?? []) await handler(event);
      return { state: 'done', bodyCipher: null };
    } catch (error) {
      this.log.error('An event of WeChat could not be worked', { event: row.event, eventId: row.id, error });
      const wait = waits[row.attempts];
      if (wait === undefined) return { state: 'failed' };
      return { attempts: row.attempts + 1, dueAt: this.clock.real() + wait };
    }
  }

  private async forget(): Promise<void> {
    await this.database.write(() => this.rows.forget(hostScope(), this.clock.real() - keptMs));
  }
}

function eventOf(appId: string, fields: Fields): WechatEvent {
  const { FromUserName: openid, CreateTime: seconds, Event: event } = fields;
  const isWhole = typeof openid === 'string' && typeof event === 'string' && typeof seconds === 'string' && event !== '' && event.length <= 64 && /^\d{1,11}$/.test(seconds);
  if (!isWhole) throw new AppError('WECHAT_PUSH_UNREADABLE');
  return { id: hashOf([appId, sorted(fields)]), appId, openid, createdAt: Number(seconds) * 1_000, event, fields };
}

function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 32);
}

/** Whatever order the names came in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, inner]) => [name, sorted(inner)]);
}
