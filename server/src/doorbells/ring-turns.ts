import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { type Job, Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Config } from '../platform/config/config.ts';
import { Database } from '../platform/database/database.ts';
import { Log } from '../platform/log/log.ts';

/** A round in which something is due. */
export interface Turn {
  readonly townId: string;
  readonly roundId: string;
}

const queueName = 'doorbells';
const closesWithinMs = 5_000;
const saysEveryMs = 60_000;

/**
 * Tells the replicas at once, through Redis, that a round has something due; without Redis nothing is told, and each replica
 * finds it at its next look. The tables are the truth either way: what Redis loses, or tells twice, changes nothing.
 */
@Injectable()
export class RingTurns implements BeforeApplicationShutdown {
  private readonly redis: Redis[] = [];
  private readonly queue: Queue<Turn> | null;
  private worker: Worker<Turn> | null = null;
  private underWay: Promise<unknown> = Promise.resolve();
  private saidAt = -Infinity;

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly log: Log,
  ) {
    this.queue = this.config.redisUrl ? new Queue(queueName, { ...this.place(), connection: this.connection({ enableOfflineQueue: false }) }) : null;
    this.queue?.on('error', (error) => this.say(error));
  }

  /** When the unit of work around it is committed. Nobody waits for Redis: what cannot be left is found in the tables. */
  call(turn: Turn): void {
    const { queue } = this;
    if (queue) this.database.afterCommit(() => void queue.add('due', turn, { removeOnComplete: true, removeOnFail: true }).catch((error: unknown) => this.say(error)));
  }

  /** One turn at a time in this replica. */
  serve(take: (turn: Turn) => Promise<void>): void {
    if (!this.queue) return;
    const taken = ({ data }: Job<Turn>): Promise<void> => {
      const turn = take(data);
      this.underWay = turn.catch(() => undefined);
      return turn;
    };
    this.worker = new Worker<Turn>(queueName, taken, { ...this.place(), connection: this.connection({ maxRetriesPerRequest: null }), concurrency: 1 });
    this.worker.on('error', (error) => this.say(error));
    this.worker.on('failed', (_, error) => this.log.error('A turn of doorbells failed', { error }));
  }

  /**
   * What is under way is waited for, but not for a Redis that is gone: BullMQ would wait until it can tell it that the turn is over,
   * and its connections would try to reach it for as long as the process lives. Cut off only once it knows that it closes, or it tries again.
   */
  async beforeApplicationShutdown(): Promise<void> {
    const isAway = this.redis.some(({ status }) => status !== 'ready');
    if (isAway) await this.underWay;
    const closing = Promise.allSettled([this.worker?.close(isAway), this.queue?.close()]);
    if (isAway) this.disconnect();
    await Promise.race([closing, pause(closesWithinMs, undefined, { ref: false })]);
    this.disconnect();
  }

  private disconnect(): void {
    for (const redis of this.redis) redis.disconnect();
  }

  /** Several deployments may share a Redis. */
  private place(): { prefix: string } {
    const { database } = this.config;
    const where = database.engine === 'sqlite' ? database.file : `${database.hosts.map(({ host, port }) => `${host}:${port}`).sort().join()}${new URL(database.url).pathname}`;
    return { prefix: `weidangxiao-${createHash('sha256').update(where).digest('hex').slice(0, 16)}` };
  }

  private connection(options: { enableOfflineQueue?: boolean; maxRetriesPerRequest?: null }): Redis {
    return this.kept(new Redis(this.config.redisUrl ?? '', { ...options, retryStrategy: (times) => Math.min(times * 200, 5_000) }));
  }

  /** A worker makes itself another of its connection, to wait on. */
  private kept(redis: Redis): Redis {
    redis.on('error', (error) => this.say(error));
    this.redis.push(redis);
    const duplicate = redis.duplicate.bind(redis);
    redis.duplicate = (more) => this.kept(duplicate(more));
    return redis;
  }

  private say(error: unknown): void {
    if (Date.now() - this.saidAt < saysEveryMs) return;
    this.saidAt = Date.now();
    this.log.warn('Redis cannot be reached; the doorbells go on from the tables', { error });
  }
}
