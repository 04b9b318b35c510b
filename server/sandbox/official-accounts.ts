import { randomBytes } from 'node:crypto';
import { AccessTokens } from './access-tokens.ts';
import type { CallQuotas } from './call-quotas.ts';
import type { OfficialAccountOptions } from './options.ts';
import { WechatRefusal } from './wechat-refusal.ts';

/** One entry of a draft or a published article, under the API's own names. */
export interface NewsItem {
  title: string;
  author: string;
  digest: string;
  content: string;
  content_source_url: string;
  thumb_media_id: string;
}

export interface Draft {
  mediaId: string;
  updatedAt: number;
  news: NewsItem;
}

/** How a publication ends; 1 while it runs. WECHAT.md §5 */
export type PublishStatus = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export interface Publication {
  publishId: string;
  articleId: string;
  mediaId: string;
  news: NewsItem;
  /** When it ends, epoch ms, and how. */
  endsAt: number;
  outcome: Exclude<PublishStatus, 1>;
  told: boolean;
}

export interface UploadedPicture {
  id: string;
  type: 'png' | 'jpg';
  bytes: Buffer;
}

/** An official account: its tokens, material, drafts and what it has published. WECHAT.md §5 */
export class OfficialAccount {
  readonly tokens: AccessTokens;
  readonly drafts: Draft[] = [];
  readonly publications: Publication[] = [];
  readonly pictures: UploadedPicture[] = [];
  /** Media ids of permanent material. */
  readonly material = new Set<string>();
  /** How the next publications end. */
  nextOutcome: Publication['outcome'] = 0;
  readonly settings: OfficialAccountOptions;
  readonly #now: () => number;
  #published = 0;

  constructor(settings: OfficialAccountOptions, now: () => number, tokenSeconds: number, quotas: CallQuotas) {
    this.settings = settings;
    this.#now = now;
    this.tokens = new AccessTokens(now, tokenSeconds, quotas);
  }

  keepPicture(type: UploadedPicture['type'], bytes: Buffer): UploadedPicture {
    const picture = { id: randomId(32), type, bytes };
    this.pictures.push(picture);
    return picture;
  }

  addMaterial(): string {
    const mediaId = randomId(48);
    this.material.add(mediaId);
    return mediaId;
  }

  addDraft(news: NewsItem): Draft {
    const draft = { mediaId: randomId(48), updatedAt: this.#now(), news };
    this.drafts.unshift(draft);
    return draft;
  }

  /** @throws WechatRefusal 40007 */
  draft(mediaId: unknown): Draft {
    const draft = this.drafts.find((one) => one.mediaId === mediaId);
    if (!draft) throw new WechatRefusal(40007);
    return draft;
  }

  dropDraft(mediaId: string): void {
    const at = this.drafts.findIndex((one) => one.mediaId === mediaId);
    if (at >= 0) this.drafts.splice(at, 1);
  }

  /** Queued; the draft goes when it has come out. */
  publish(draft: Draft, takesMs: number): Publication {
    this.#published += 1;
    const publication: Publication = { publishId: String(2_247_483_647 + this.#published), articleId: randomId(43), mediaId: draft.mediaId, news: draft.news, endsAt: this.#now() + takesMs, outcome: this.nextOutcome, told: false };
    this.publications.unshift(publication);
    return publication;
  }

  statusOf(publication: Publication): PublishStatus {
    if (this.#now() < publication.endsAt) return 1;
    // What came out is a draft no more. §5
    if (publication.outcome === 0 || publication.outcome >= 5) this.dropDraft(publication.mediaId);
    return publication.outcome;
  }
}

/** Every official account of this WeChat. */
export class OfficialAccounts {
  readonly all: readonly OfficialAccount[];

  constructor(options: readonly OfficialAccountOptions[], now: () => number, tokenSeconds: number, quotas: CallQuotas) {
    this.all = options.map((settings) => new OfficialAccount(settings, now, tokenSeconds, quotas));
  }

  find(appId: unknown): OfficialAccount | undefined {
    return this.all.find(({ settings }) => settings.appId === appId);
  }

  /** Whose token it is. @throws WechatRefusal as `AccessTokens.check` */
  byToken(token: string | undefined): OfficialAccount {
    const account = this.all.find(({ tokens }) => tokens.knows(token));
    if (account) account.tokens.check(token);
    // A mini-program has no draft box.
    else throw new WechatRefusal(token ? 40001 : 41001);
    return account;
  }
}

const randomId = (length: number): string => randomBytes(length).toString('base64url').slice(0, length);
