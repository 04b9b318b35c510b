import { Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { inRequest } from '../context/request-context.ts';
import { Log } from '../log/log.ts';

interface Job {
  readonly everyMs: number;
  readonly followsClock: boolean;
  readonly run: () => Promise<unknown>;
  timer?: NodeJS.Timeout;
  running?: Promise<void>;
}

/**
 * Named jobs in this process. A job's next run is counted from the end of its last one, so it never overlaps itself
 * here; other replicas run the same jobs at the same time, so a job claims its work in the database. A failing run is
 * logged and tried again at its next turn.
 */
@Injectable()
export class Jobs implements BeforeApplicationShutdown {
  private readonly jobs = new Map<string, Job>();
  private started = false;
  private stopped = false;

  constructor(private readonly log: Log) {}

  /**
   * Call in a provider's `onModuleInit`. The first run comes right after the start.
   * `followsClock`: what it does depends on business time, so it also runs when the demo moves the clock.
   */
  every(everyMs: number, name: string, run: () => Promise<unknown>, { followsClock = false } = {}): void {
    if (this.jobs.has(name)) throw new Error(`There are two jobs called ${name}`);
    this.jobs.set(name, { everyMs, run, followsClock });
  }

  /** From now on the jobs run by themselves. Without it they run only through `runNow`, as in tests. */
  start(): void {
    if (this.started) return;
    this.started = true;
    for (const name of this.jobs.keys()) this.schedule(name, 0);
  }

  /** Runs a job and answers when it is through; a run under way is waited for first. @throws what the job throws. */
  async runNow(name: string): Promise<void> {
    const job = this.jobNamed(name);
    while (job.running) await job.running.catch(() => undefined);
    await this.run(name, job);
  }

  /** Business time has jumped: what follows it runs at once, in the order in which it was registered. @throws what a job throws. */
  async runDue(): Promise<void> {
    for (const [name, { followsClock }] of this.jobs) if (followsClock) await this.runNow(name);
  }

  /** No run begins any more; those under way are waited for. */
  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    const jobs = [...this.jobs.values()];
    for (const job of jobs) clearTimeout(job.timer);
    await Promise.allSettled(jobs.map((job) => job.running));
  }

  private schedule(name: string, delayMs: number): void {
    if (this.stopped) return;
    const job = this.jobNamed(name);
    job.timer = setTimeout(() => void this.turn(name, job), delayMs);
  }

  private async turn(name: string, job: Job): Promise<void> {
    try {
      if (!job.running) await this.run(name, job);
    } catch (error) {
      this.log.error('A job failed', { jobName: name, error });
    }
    this.schedule(name, job.everyMs);
  }

  private async run(name: string, job: Job): Promise<void> {
    job.running = inRequest(`job:${name}:${randomUUID()}`, job.run).then(() => undefined);
    try {
      await job.running;
    } finally {
      delete job.running;
    }
  }

  private jobNamed(name: string): Job {
    const job = this.jobs.get(name);
    if (!job) throw new Error(`There is no job called ${name}`);
    return job;
  }
}
