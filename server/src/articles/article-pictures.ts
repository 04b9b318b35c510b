import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import type { SystemScope, TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import type { WechatApi } from '../platform/wechat/wechat-api.ts';
import type { Media } from '../platform/wechat/wechat-http.ts';
import type { Renew } from './article-drafts.ts';
import { ArticleUploadsRepository } from './article-uploads.repository.ts';
import { plainCover } from './plain-cover.ts';
import { uploadCover, uploadInside } from './wechat-articles.ts';

const endings: Readonly<Record<string, string>> = { 'image/jpeg': 'jpg', 'image/png': 'png' };

/** The pictures of articles at WeChat: each account gets the same bytes once, whichever lesson shows them. */
@Injectable()
export class ArticlePictures {
  constructor(
    private readonly uploads: ArticleUploadsRepository,
    private readonly files: FilesService,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** File id -> WeChat's address, for those that the account has already. */
  async addresses(scope: TownScope, appId: string, fileIds: readonly string[]): Promise<Map<string, string>> {
    const files = await this.files.rows(scope, fileIds);
    const known = await this.uploads.known(scope, appId, 'inside', [...files.values()].map(({ sha256 }) => sha256));
    return new Map([...files].flatMap(([id, { sha256 }]) => (known.get(sha256)?.url ? [[id, known.get(sha256)?.url ?? ''] as const] : [])));
  }

  /** The same for all of them; those that the account has not are sent, one after the other. */
  async inside(scope: SystemScope, appId: string, fileIds: readonly string[], api: WechatApi, renew: Renew): Promise<Map<string, string>> {
    const urls = await this.addresses(scope, appId, fileIds);
    for (const fileId of fileIds.filter((id) => !urls.has(id))) {
      const { media, sha256 } = await this.mediaOf(scope, fileId);
      await renew();
      const url = await uploadInside(api, media);
      await this.database.write(() => this.uploads.remember(scope, { appId, kind: 'inside', sha256, url, mediaId: null, at: this.clock.now() }));
      urls.set(fileId, url);
    }
    return urls;
  }

  /** The id of the cover at WeChat: this file, or a plain page. */
  async cover(scope: SystemScope, appId: string, fileId: string | null, api: WechatApi, renew: Renew): Promise<string> {
    const { media, sha256 } = await this.coverOf(scope, fileId);
    const known = (await this.uploads.known(scope, appId, 'cover', [sha256])).get(sha256)?.mediaId;
    if (known) return known;
    await renew();
    const mediaId = await uploadCover(api, media);
    await this.database.write(() => this.uploads.remember(scope, { appId, kind: 'cover', sha256, url: null, mediaId, at: this.clock.now() }));
    return mediaId;
  }

  async forgetCover(scope: SystemScope, appId: string, fileId: string | null): Promise<void> {
    const { sha256 } = await this.coverOf(scope, fileId);
    await this.database.write(() => this.uploads.forget(scope, { appId, kind: 'cover', sha256 }));
  }

  /** The picture on the card of the mini-program: WeChat has refused PNG there. */
  async forCard(scope: SystemScope, urls: ReadonlyMap<string, string>): Promise<string | null> {
    const files = await this.files.rows(scope, [...urls.keys()]);
    const photo = [...urls.keys()].find((id) => files.get(id)?.contentType === 'image/jpeg');
    return photo ? (urls.get(photo) ?? null) : null;
  }

  private async coverOf(scope: SystemScope, fileId: string | null): Promise<{ media: Media; sha256: string }> {
    if (fileId) return this.mediaOf(scope, fileId);
    const bytes = plainCover();
    return { media: { name: 'cover.png', contentType: 'image/png', bytes }, sha256: hashOf(bytes) };
  }

  private async mediaOf(scope: SystemScope, fileId: string): Promise<{ media: Media; sha256: string }> {
    const { bytes, contentType } = await this.files.wholeOf(scope, fileId);
    return { media: { name: `picture.${endings[contentType] ?? 'jpg'}`, contentType, bytes }, sha256: hashOf(bytes) };
  }
}

const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
