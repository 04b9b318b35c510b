import type { ArticleCard } from '@weidangxiao/shared/rules/article-html.ts';
import type { ArticleSource } from '@weidangxiao/shared/rules/article-source.ts';
import type { ArticleState } from '@weidangxiao/shared/rules/article.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** What is sent: frozen when a person asks for it, so that WeChat gets what they saw. */
export interface FrozenSource extends ArticleSource {
  readonly card: Omit<ArticleCard, 'imageUrl'>;
}

/** A theme's article in the town's official account, and how far WeChat is with it. */
@Entity('articles')
@Index('uq_articles_theme', ['townId', 'themeId'], { unique: true })
@Index('ix_articles_due', ['nextAt'])
@Index('ix_articles_publication', ['appId', 'publishId'])
@Index('ix_articles_lease', ['leaseToken'])
export class Article {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() themeId!: string;
  @Text(16) state!: ArticleState;
  /** Counts what people and WeChat have done to it: whoever writes names the one that they saw. */
  @Whole() revision!: number;
  @Json({ nullable: true }) source!: FrozenSource | null;
  /** Of what the draft, or the published article, was made from; hex. */
  @Text(64, { nullable: true }) sourceHash!: string | null;
  /** The app whose draft it is: a town may change its account. */
  @Text(32, { nullable: true }) appId!: string | null;
  /** Stands in the article's own link, so that it is found again at WeChat where an answer was lost. */
  @Id({ nullable: true }) draftKey!: string | null;
  @Text(200, { nullable: true }) draftMediaId!: string | null;
  @Text(64, { nullable: true }) publishId!: string | null;
  @Text(500, { nullable: true }) url!: string | null;
  @Text(8, { nullable: true }) way!: 'api' | 'person' | null;
  /** WeChat's errcode, the outcome of a publication, or a word of our own. */
  @Text(24, { nullable: true }) problem!: string | null;
  /** Vain ones of the step at hand. */
  @Whole() attempts!: number;
  /** Since when the answer is awaited that may have been lost: real time. */
  @Instant({ nullable: true }) askedAt!: number | null;
  /** When the job goes on: real time; null where there is nothing to do. */
  @Instant({ nullable: true }) nextAt!: number | null;
  @Id({ nullable: true }) leaseToken!: string | null;
  @Instant() changedAt!: number;
  /** Who asked last; hears what becomes of it. */
  @Id({ nullable: true }) changedBy!: string | null;
}
