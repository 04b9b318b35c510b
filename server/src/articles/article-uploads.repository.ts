import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { within } from '../platform/access/within.ts';
import { Database } from '../platform/database/database.ts';
import { ArticleUpload } from './article-upload.entity.ts';

export type UploadKey = Pick<ArticleUpload, 'appId' | 'kind' | 'sha256'>;

@Injectable()
export class ArticleUploadsRepository {
  constructor(private readonly database: Database) {}

  /** Hash -> upload, for those of the hashes that the account has. */
  async known(scope: TownScope, appId: string, kind: ArticleUpload['kind'], hashes: readonly string[]): Promise<Map<string, ArticleUpload>> {
    if (hashes.length === 0) return new Map();
    const { sql, params } = within(scope, { town: 'upload.townId' });
    const query = this.database.rows(ArticleUpload).createQueryBuilder('upload').where(sql, params);
    const rows = await query.andWhere('upload.appId = :appId AND upload.kind = :kind AND upload.sha256 IN (:...hashes)', { appId, kind, hashes }).getMany();
    return new Map(rows.map((row) => [row.sha256, row]));
  }

  /** Whoever sent the same bytes at the same time has written the same. */
  async remember({ townId }: SystemScope, upload: UploadKey & Pick<ArticleUpload, 'url' | 'mediaId' | 'at'>): Promise<void> {
    await this.database.rows(ArticleUpload).upsert({ ...upload, townId, id: randomUUID() }, ['townId', 'appId', 'kind', 'sha256']);
  }

  /** WeChat has them no more. */
  async forget({ townId }: SystemScope, { appId, kind, sha256 }: UploadKey): Promise<void> {
    await this.database.rows(ArticleUpload).delete({ townId, appId, kind, sha256 });
  }
}
