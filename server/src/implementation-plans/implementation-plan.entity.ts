import type { Block } from '@weidangxiao/shared/contract/blocks.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

/** One version of the town's 《实施方案》. It is never changed: another version follows it. */
@Entity('implementation_plans')
@Index('uq_implementation_plans_version', ['townId', 'version'], { unique: true })
@Index('uq_implementation_plans_client', ['townId', 'createdBy', 'clientId'], { unique: true })
@Index('ix_implementation_plans_effective', ['townId', 'effectiveFrom', 'version'])
export class ImplementationPlan {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Whole() version!: number;
  @Text(60) title!: string;
  @Json() blocks!: Block[];
  @DateText() effectiveFrom!: string;
  @Text(300) changes!: string;
  @Instant() createdAt!: number;
  @Id() createdBy!: string;
}
