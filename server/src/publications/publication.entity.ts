import type { PublicationKind } from '@weidangxiao/shared/rules/publication.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** What stands at the head of a sheet, as it was when it was published. */
export interface SheetHeading {
  readonly kind: PublicationKind;
  readonly period: string;
  readonly town: string;
  readonly school: string;
  readonly publishedOn: string;
  readonly publishedUntil: string;
}

/** A sheet that was put up for everybody, as it was on its day. Neither it nor its pages are ever changed. */
@Entity('publications')
@Index('uq_publications_period', ['townId', 'kind', 'period'], { unique: true })
@Index('uq_publications_code', ['code'], { unique: true })
export class Publication {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(5) kind!: PublicationKind;
  /** '2026-11' or '2026' */
  @Text(7) period!: string;
  /** Random: whoever holds the printed sheet has it. */
  @Text(12) code!: string;
  @Json() heading!: SheetHeading;
  /** SHA-256 over heading and pages, in hex. */
  @Text(64) digest!: string;
  @Whole() people!: number;
  @DateText() publishedOn!: string;
  @DateText() publishedUntil!: string;
  @Instant() publishedAt!: number;
  @Id({ nullable: true }) publishedBy!: string | null;
}
