import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { In, IsNull } from 'typeorm';
import type { TownScope } from '../platform/access/scope.ts';
import { Database } from '../platform/database/database.ts';
import { type FilePurpose, StoredFile } from './stored-file.entity.ts';

/** Within the town; who of it may see a file depends on what the file is for, which the service judges. */
@Injectable()
export class FilesRepository {
  constructor(private readonly database: Database) {}

  one({ townId }: TownScope, id: string): Promise<StoredFile | null> {
    return this.database.rows(StoredFile).findOneBy({ townId, id, doomedAt: IsNull() });
  }

  many({ townId }: TownScope, ids: readonly string[]): Promise<StoredFile[]> {
    return this.database.rows(StoredFile).findBy({ townId, id: In([...ids]), doomedAt: IsNull() });
  }

  /** How many of these are there for a noun to refer to; its reference and this stand or fall together. Call inside a unit of work. */
  async take({ townId }: TownScope, ids: readonly string[], purpose: FilePurpose): Promise<number> {
    const there = { townId, purpose, id: In([...ids]), doomedAt: IsNull() };
    return (await this.database.rows(StoredFile).update(there, { takeToken: randomUUID() })).affected ?? 0;
  }

  async insert({ townId }: TownScope, files: readonly Omit<StoredFile, 'townId'>[]): Promise<void> {
    if (files.length > 0) await this.database.rows(StoredFile).insert(files.map((file) => ({ ...file, townId })));
  }

  async publish({ townId }: TownScope, ids: readonly string[], publishedAt: number): Promise<void> {
    if (ids.length > 0) await this.database.rows(StoredFile).update({ townId, id: In([...ids]), publishedAt: IsNull() }, { publishedAt });
  }
}
