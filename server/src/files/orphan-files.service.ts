import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { Acts } from '../platform/access/acts.ts';
import { systemScope } from '../platform/access/mint.ts';
import type { SystemScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { FileStore } from '../platform/files/file-store.ts';
import { Jobs } from '../platform/jobs/jobs.ts';
import { TownsService } from '../towns/towns.service.ts';
import { FileReferencesRepository } from './file-references.repository.ts';
import { OrphanFilesRepository } from './orphan-files.repository.ts';
import type { StoredFile } from './stored-file.entity.ts';

const minute = 60_000;
const hour = 60 * minute;
/** Whoever uploads and is interrupted has a day to go on. */
const graceMs = 24 * hour;
const leaseMs = 15 * minute;
/** Of a town, in one run. */
const batch = 200;

/**
 * Sweeps away uploads that nothing refers to: a photo whose reflection was never handed in, the pictures of a Word file that
 * became no lesson. A file is doomed first, which is the lease of the replica that does it; then its bytes go, then its row
 * with the audit's. A crash in between is finished by whoever finds the lease lost.
 */
@Injectable()
export class OrphanFilesService implements OnModuleInit, OnModuleDestroy {
  /** Town -> the last file that was looked at; each run goes on behind it. */
  private readonly seenTo = new Map<string, string>();
  private stopping = false;

  constructor(
    private readonly files: OrphanFilesRepository,
    private readonly references: FileReferencesRepository,
    private readonly store: FileStore,
    private readonly towns: TownsService,
    private readonly jobs: Jobs,
    private readonly acts: Acts,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.every(hour, 'orphan-files', () => this.sweepAll());
  }

  onModuleDestroy(): void {
    this.stopping = true;
  }

  private async sweepAll(): Promise<void> {
    for (const { id } of await this.towns.all()) if (!this.stopping) await this.sweep(systemScope(id, 'orphan-files'));
  }

  private async sweep(scope: SystemScope): Promise<void> {
    const now = this.clock.real();
    const seen = await this.files.old(scope, now - graceMs, this.seenTo.get(scope.townId) ?? '', batch);
    this.seenTo.set(scope.townId, seen.length < batch ? '' : (seen.at(-1)?.id ?? ''));
    const held = await this.references.among(scope, seen.map(({ id }) => id));
    const abandoned = await this.files.abandoned(scope, now - leaseMs, batch);
    for (const file of [...abandoned, ...seen.filter(({ id }) => !held.has(id))]) if (!this.stopping) await this.sweepOne(scope, file);
  }

  private async sweepOne(scope: SystemScope, file: StoredFile): Promise<void> {
    const doomedAt = this.clock.real();
    if (!(await this.database.write(() => this.files.doom(scope, file, doomedAt)))) return;
    await this.store.delete(file.id);
    await this.database.write(async () => {
      if (await this.files.delete(scope, file.id, doomedAt)) await this.acts.perform(scope, async () => undefined, { act: 'file.swept', target: file.id });
    });
  }
}
