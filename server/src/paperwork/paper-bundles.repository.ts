import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan } from 'typeorm';
import type { HostScope, TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { PaperBundle } from './paper-bundle.entity.ts';

type Changes = Partial<Pick<PaperBundle, 'state' | 'total' | 'done' | 'attempts' | 'fileId' | 'kilobytes' | 'finishedAt'>>;

/** Bundles are the town's; who may ask for one is settled by the route. */
@Injectable()
export class PaperBundlesRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<PaperBundle | null> {
    return this.database.rows(PaperBundle).findOneBy({ townId, id });
  }

  byClientId({ townId }: TownScope, askedBy: string, clientId: string): Promise<PaperBundle | null> {
    return this.database.rows(PaperBundle).findOneBy({ townId, askedBy, clientId });
  }

  /** Newest first. */
  page({ townId }: TownScope, skip: number, take: number): Promise<[PaperBundle[], number]> {
    return this.database.rows(PaperBundle).findAndCount({ where: { townId }, order: { askedAt: 'DESC', id: 'DESC' }, skip, take });
  }

  /** Waiting or begun, of all towns, oldest first. */
  unfinished(_: HostScope): Promise<PaperBundle[]> {
    return this.database.rows(PaperBundle).find({ where: { state: In(['waiting', 'making']) }, order: { askedAt: 'ASC', id: 'ASC' } });
  }

  finishedBefore(_: HostScope, instant: number): Promise<PaperBundle[]> {
    return this.database.rows(PaperBundle).find({ where: { state: 'ready', finishedAt: LessThan(instant) } });
  }

  async insert({ townId }: TownScope, bundle: PaperBundle): Promise<void> {
    await this.database.rows(PaperBundle).insert({ ...bundle, townId });
  }

  isKnown(error: unknown): boolean {
    return this.database.isUnique(error, 'uq_paper_bundles_client');
  }

  /** Only while it is as it was seen, under the same lease: false when another replica has it now. */
  async change({ townId }: TownScope, { id, state, fileId }: PaperBundle, changes: Changes): Promise<boolean> {
    const { affected } = await this.database.rows(PaperBundle).update({ townId, id, state, fileId: fileId ?? IsNull() }, changes);
    return affected === 1;
  }
}
