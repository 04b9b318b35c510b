import type { Rubric } from '@weidangxiao/shared/rules/assessment.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A town's own rubric from a month on. Never changed: a score names the version that it was computed with. */
@Entity('rubric_versions')
@Index('uq_rubric_versions_client', ['townId', 'createdBy', 'clientId'], { unique: true })
@Index('uq_rubric_versions_version', ['townId', 'version'], { unique: true })
@Index('uq_rubric_versions_month', ['townId', 'heldFrom'], { unique: true })
export class RubricVersion {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Text(20) version!: string;
  /** The first day of a month. */
  @DateText() effectiveFrom!: string;
  /** The same day again while it stands; null once withdrawn, so that another may begin then. */
  @DateText({ nullable: true }) heldFrom!: string | null;
  @Text(200) reason!: string;
  @Json() rubric!: Rubric;
  @Instant() createdAt!: number;
  @Id() createdBy!: string;
  @Instant({ nullable: true }) withdrawnAt!: number | null;
  @Id({ nullable: true }) withdrawnBy!: string | null;
  @Text(200, { nullable: true }) withdrawnReason!: string | null;
}
