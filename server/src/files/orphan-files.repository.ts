import { Injectable } from '@nestjs/common';
import { IsNull, LessThan, MoreThan } from 'typeorm';
import type { SystemScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { StoredFile } from './stored-file.entity.ts';

/** The sweeper's view of the files: only its job writes here. */
@Injectable()
export class OrphanFilesRepository {
  constructor(private readonly database: Database) {}

  /** By id, behind `afterId`. What was published is held by what published it. */
  old({ townId }: SystemScope, before: number, afterId: string, take: number): Promise<StoredFile[]> {
    const where = { townId, id: MoreThan(afterId), createdAt: LessThan(before), publishedAt: IsNull(), doomedAt: IsNull() };
    return this.database.rows(StoredFile).find({ where, order: { id: 'ASC' }, take });
  }

  /** Begun by a replica of which nothing was heard since. */
  abandoned({ townId }: SystemScope, before: number, take: number): Promise<StoredFile[]> {
    return this.database.rows(StoredFile).find({ where: { townId, doomedAt: LessThan(before) }, order: { id: 'ASC' }, take });
  }

  /** Only while it is as it was seen: false when a noun has taken it since, or another replica was faster. */
  async doom({ townId }: SystemScope, { id, takeToken, doomedAt }: StoredFile, at: number): Promise<boolean> {
    const seen = { townId, id, publishedAt: IsNull(), takeToken: takeToken ?? IsNull(), doomedAt: doomedAt ?? IsNull() };
    return (await this.database.rows(StoredFile).update(seen, { doomedAt: at })).affected === 1;
  }

  async delete({ townId }: SystemScope, id: string, doomedAt: number): Promise<boolean> {
    return (await this.database.rows(StoredFile).delete({ townId, id, doomedAt })).affected === 1;
  }
}
