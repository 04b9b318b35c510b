import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import type { Actor } from './factory.ts';
import { pngFile } from './matrix/files.ts';
import { Planning, type ThemeAnswer } from './planning.ts';
import { accountOfTests } from './test-sandbox.ts';
import type { TestServer } from './test-server.ts';

export type ArticleAnswer = Answer<'getArticle'>;

/** A town with its official account and an approved theme, and what its admin does with the article. */
export class ArticleTown {
  private constructor(
    readonly server: TestServer,
    readonly planning: Planning,
    readonly theme: ThemeAnswer,
    readonly lessonId: string,
  ) {}

  static async in(server: TestServer, { blocks, account = {} }: { blocks?: Block[]; account?: Partial<Request<'setOfficialAccount'>['body']> | null } = {}): Promise<ArticleTown> {
    const planning = await Planning.in(server);
    const { api } = planning.admin;
    const { appId, appSecret, name } = accountOfTests;
    if (account) await api.call('setOfficialAccount', { body: { appId, appSecret, name, author: '青禾', publishes: true, linked: true, ...account } });
    const lesson = { title: '红旗渠', category: 'history' as const, blocks: blocks ?? [{ type: 'paragraph', runs: [{ text: '十年，一千五百公里。' }] }] };
    const { id } = await api.call('createLesson', { body: lesson });
    return new ArticleTown(server, planning, await planning.scheduled({ title: '一锤一钎', lead: '渠是怎么修的', lessonIds: [id] }), id);
  }

  get admin(): Actor {
    return this.planning.admin;
  }

  get target(): { params: { id: string } } {
    return { params: { id: this.theme.id } };
  }

  /** A picture of one pixel; `grey` makes another one of it. */
  static async picture({ api }: Actor, bytes = pngFile().bytes): Promise<Block> {
    const { id: fileId } = await api.call('createFile', { query: { purpose: 'lesson' }, file: { name: '图.png', bytes } });
    return { type: 'image', fileId, width: 1, height: 1, alt: '渠' };
  }

  article(): Promise<ArticleAnswer> {
    return this.admin.api.call('getArticle', this.target);
  }

  draft(): Promise<ArticleAnswer> {
    return this.admin.api.call('draftArticle', this.target);
  }

  publish(): Promise<ArticleAnswer> {
    return this.admin.api.call('publishArticle', this.target);
  }

  /** The job runs once, on this replica. */
  async work(on = this.server): Promise<ArticleAnswer> {
    await on.runJob('articles');
    return this.article();
  }

  /** Time goes by, and the job runs. */
  async later(ms: number): Promise<ArticleAnswer> {
    this.server.at(this.server.now() + ms);
    return this.work();
  }

  async drafted(): Promise<ArticleAnswer> {
    await this.draft();
    return this.work();
  }

  async published(): Promise<ArticleAnswer> {
    await this.drafted();
    await this.publish();
    await this.work();
    return this.later(5_000);
  }

  /** The newest of what lies in the account's draft box, and how much does. */
  get drafts() {
    return this.server.sandbox.officialAccount(accountOfTests.appId).drafts;
  }

  get publications() {
    return this.server.sandbox.officialAccount(accountOfTests.appId).publications;
  }

  async themeUrl(): Promise<string | null> {
    return (await this.admin.api.call('getTheme', this.target)).articleUrl;
  }

  /** How often WeChat was asked for this until now. */
  calls(path: string): number {
    return this.server.sandbox.calls()[path] ?? 0;
  }
}
