import type { BundleState } from '@weidangxiao/shared/rules/paperwork.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** A town's month or year as one zip: asked for, made by a job, kept for some days. */
@Entity('paper_bundles')
@Index('uq_paper_bundles_client', ['townId', 'askedBy', 'clientId'], { unique: true })
@Index('ix_paper_bundles_asked', ['townId', 'askedAt'])
@Index('ix_paper_bundles_state', ['townId', 'state', 'askedAt'])
export class PaperBundle {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  /** '2026-11' or '2026' */
  @Text(7) period!: string;
  @Text(4) format!: 'xlsx' | 'docx';
  @Text(10) state!: BundleState;
  @Whole() total!: number;
  @Whole() done!: number;
  /** How often it was begun: after a crash it is begun again, not for ever. */
  @Whole() attempts!: number;
  /** The lease of whoever makes it, and the id of the file that is being written. Once it is ready, the file. */
  @Id({ nullable: true }) fileId!: string | null;
  @Whole({ nullable: true }) kilobytes!: number | null;
  @Id() askedBy!: string;
  @Instant() askedAt!: number;
  @Instant({ nullable: true }) finishedAt!: number | null;
}
