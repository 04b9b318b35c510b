import { Injectable } from '@nestjs/common';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { articleFaults, type ArticleFault, articleSource, picturesIn } from '@weidangxiao/shared/rules/article-source.ts';
import { createHash } from 'node:crypto';
import { FilesService } from '../files/files.service.ts';
import type { StoredFile } from '../files/stored-file.entity.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import { type KnownAccount, OfficialAccountsService } from '../official-accounts/official-accounts.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Config } from '../platform/config/config.ts';
import type { Theme } from '../themes/theme.entity.ts';
import { TownsService } from '../towns/towns.service.ts';
import type { FrozenSource } from './article.entity.ts';

/** A theme as it stands now, as an article. */
export interface PresentSource {
  readonly account: KnownAccount | null;
  readonly source: FrozenSource;
  /** Of everything in it; hex. */
  readonly hash: string;
  /** By id. */
  readonly pictures: ReadonlyMap<string, StoredFile>;
  readonly faults: readonly ArticleFault[];
}

/** Puts a theme, its lessons and the town's account together into what WeChat will get. */
@Injectable()
export class ArticleSources {
  constructor(
    private readonly lessons: LessonsService,
    private readonly files: FilesService,
    private readonly towns: TownsService,
    private readonly accounts: OfficialAccountsService,
    private readonly config: Config,
  ) {}

  async of(scope: TownScope, theme: Theme): Promise<PresentSource> {
    const [account, town, lessons] = [await this.accounts.known(scope), await this.towns.own(scope), await this.lessons.contents(scope, theme.lessonIds)];
    const article = articleSource({ title: theme.title, lead: theme.lead, author: account?.author ?? '' }, lessons);
    const appId = (account?.linked && this.config.wechat?.appId) || null;
    const card = { name: town.schoolName, title: article.title, appId, path: `pages/week/index?town=${town.code}&monday=${theme.monday}` };
    const source = { ...article, card };
    const pictures = await this.files.rows(scope, picturesIn(source.blocks));
    const faults = articleFaults(source, { ...card, imageUrl: null }, pictures);
    return { account, source, pictures, faults, hash: createHash('sha256').update(JSON.stringify(source)).digest('hex') };
  }
}

/** @throws AppError ARTICLE_TOO_LONG, ARTICLE_PICTURE */
export function refuseFaults([first]: readonly ArticleFault[]): void {
  if (first) throw asError(first);
}

export function asError({ code, field, detail }: ArticleFault): AppError {
  return new AppError(code, { field, detail });
}
