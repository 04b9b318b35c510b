import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import { randomUUID } from 'node:crypto';
import { NoticesService } from '../notices/notices.service.ts';
import { Acts } from '../platform/access/acts.ts';
import { hostScope, systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { SeenLeases } from '../platform/jobs/seen-leases.ts';
import { Log } from '../platform/log/log.ts';
import { BundleContentsService } from './bundle-contents.service.ts';
import type { PaperBundle } from './paper-bundle.entity.ts';
import { keptMs } from './paper-bundles.service.ts';
import { PaperBundlesRepository } from './paper-bundles.repository.ts';
import { docxOf } from './writing/docx.ts';
import { xlsxOf } from './writing/xlsx.ts';
import { type Entry, zipOf } from './writing/zip.ts';

const everyMs = 5_000;
const leaseMs = 120_000;
/** Sheets between two notes of how far it came. */
const noteEvery = 40;
const mostAttempts = 3;

/** Somebody else has it, or this process ends: what was begun is left. */
class Left extends Error {}

/**
 * Makes the bundles that were asked for, one at a time. The id of the file is the lease: whoever begins writes a new one
 * into the row, so a replica that was thought dead can finish nothing. What a crash left is begun again from the start.
 */
@Injectable()
export class BundleWorkService implements OnModuleInit, OnModuleDestroy {
  private readonly leases = new SeenLeases(leaseMs, 0, () => this.clock.real());
  private stopping = false;

  constructor(
    private readonly bundles: PaperBundlesRepository,
    private readonly contents: BundleContentsService,
    private readonly notices: NoticesService,
    private readonly store: FileStore,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.every(everyMs, 'paper-bundles', () => this.workAll());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private async workAll(): Promise<void> {
    for (const bundle of await this.bundles.finishedBefore(hostScope(), this.clock.now() - keptMs)) await this.sweep(scopeFor(bundle), bundle);
    const open = await this.bundles.unfinished(hostScope());
    const lost = this.leases.lostAmong(open.filter(({ state }) => state === 'making').map(leaseOf));
    for (const bundle of open) if (!this.stopping && (bundle.state === 'waiting' || lost.includes(leaseOf(bundle)))) await this.take(scopeFor(bundle), bundle);
  }

  private async take(scope: SystemScope, seen: PaperBundle): Promise<void> {
    if (seen.attempts >= mostAttempts) return this.giveUp(scope, seen);
    const mine: PaperBundle = { ...seen, state: 'making', fileId: randomUUID(), attempts: seen.attempts + 1, done: 0, total: await this.contents.count(scope, seen.period) };
    const { state, fileId, attempts, done, total } = mine;
    if (!(await this.database.write(() => this.bundles.change(scope, seen, { state, fileId, attempts, done, total })))) return;
    await this.discard(seen);
    await this.make(scope, mine, mine.fileId ?? '').catch((error: unknown) => this.leave(scope, mine, error));
  }

  private async make(scope: SystemScope, bundle: PaperBundle, fileId: string): Promise<void> {
    const zip = zipOf(this.entries(scope, bundle), new Date(this.clock.now()));
    const bytes = await this.store.putStream(fileId, zip);
    await this.acts.perform(scope, async () => {
      const finishedAt = this.clock.now();
      const isMine = await this.bundles.change(scope, bundle, { state: 'ready', kilobytes: Math.ceil(bytes / 1024), done: bundle.total, finishedAt });
      if (!isMine) throw new Left();
      await this.tell(scope, bundle, '表格打好了', `${periodInChinese(bundle.period)}全镇的表格打好了，可以下载，留7天。`);
    }, { act: 'paper-bundle.made', target: bundle.id });
  }

  private async *entries(scope: SystemScope, bundle: PaperBundle): AsyncIterable<Entry> {
    const write = bundle.format === 'xlsx' ? xlsxOf : docxOf;
    const taken = new Map<string, number>();
    let done = 0;
    for await (const { folder, form } of this.contents.sheets(scope, bundle.period)) {
      if (this.stopping) throw new Left();
      yield { path: `${unique(`${folder}/${form.fileName}`, taken)}.${bundle.format}`, packed: write(form, new Date(this.clock.now())) };
      done += 1;
      if (done % noteEvery === 0) await this.note(scope, bundle, done);
    }
  }

  /** How far it came, which also shows that somebody is at it. */
  private async note(scope: SystemScope, bundle: PaperBundle, done: number): Promise<void> {
    const isMine = await this.database.write(() => this.bundles.change(scope, bundle, { done: Math.min(done, bundle.total) }));
    if (!isMine) throw new Left();
  }

  /** Waits for its next attempt; the file that was begun goes. */
  private async leave(scope: SystemScope, bundle: PaperBundle, error: unknown): Promise<void> {
    const attempts = error instanceof Left ? bundle.attempts - 1 : bundle.attempts;
    await this.database.write(() => this.bundles.change(scope, bundle, { state: 'waiting', fileId: null, attempts, done: 0 }));
    await this.discard(bundle);
    if (!(error instanceof Left)) this.log.error('A bundle of paper could not be made', { error, bundleId: bundle.id });
  }

  private async giveUp(scope: SystemScope, bundle: PaperBundle): Promise<void> {
    await this.discard(bundle);
    await this.acts.perform(scope, async () => {
      if (!(await this.bundles.change(scope, bundle, { state: 'failed', fileId: null, finishedAt: this.clock.now() }))) return;
      await this.tell(scope, bundle, '表格没有打成', `${periodInChinese(bundle.period)}的表格打了${mostAttempts}次都没有成，请找运维看看。单张的表格照样可以下载。`);
    }, { act: 'paper-bundle.failed', target: bundle.id });
  }

  private async sweep(scope: SystemScope, bundle: PaperBundle): Promise<void> {
    await this.discard(bundle);
    await this.acts.perform(scope, async () => void (await this.bundles.change(scope, bundle, { state: 'swept', fileId: null })), { act: 'paper-bundle.swept', target: bundle.id });
  }

  /** A disk that refuses even this keeps nobody from their next attempt. */
  private async discard({ id, fileId }: PaperBundle): Promise<void> {
    if (fileId) await this.store.delete(fileId).catch((error: unknown) => this.log.warn('A file of paper could not be deleted', { error, bundleId: id }));
  }

  private tell(scope: SystemScope, { id, askedBy }: PaperBundle, title: string, text: string): Promise<void> {
    return this.notices.tell(scope, [askedBy], { kind: 'paper-bundle', title, text, link: '/paper-bundles', dedupeKey: `paper-bundle:${id}` });
  }
}

/** A scope for each bundle: within one all sheets have the same heads. */
const scopeFor = ({ townId }: PaperBundle): SystemScope => systemScope(townId, 'paper-bundles');

/** Changes while its holder is at work. */
const leaseOf = ({ fileId, done }: PaperBundle): string => `${fileId} ${done}`;

/** Two people of one name have two files. */
function unique(path: string, taken: Map<string, number>): string {
  const times = (taken.get(path) ?? 0) + 1;
  taken.set(path, times);
  return times === 1 ? path : `${path}（${times}）`;
}
