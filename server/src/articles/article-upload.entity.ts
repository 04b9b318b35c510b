import { Entity, Index } from 'typeorm';
import { Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A picture that an official account has: the same bytes are sent to it once. */
@Entity('article_uploads')
@Index('uq_article_uploads_content', ['townId', 'appId', 'kind', 'sha256'], { unique: true })
export class ArticleUpload {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(32) appId!: string;
  /** `inside` an article, or its `cover`: WeChat keeps them apart. */
  @Text(8) kind!: 'inside' | 'cover';
  /** Hex. */
  @Text(64) sha256!: string;
  @Text(500, { nullable: true }) url!: string | null;
  @Text(200, { nullable: true }) mediaId!: string | null;
  @Instant() at!: number;
}
