import type { PostRole } from '@weidangxiao/shared/rules/organisation.ts';
import { Entity } from 'typeorm';
import { Id, Instant, Json, TownKey, Whole } from '../platform/database/columns.ts';

export interface Post {
  readonly id: string;
  readonly title: string;
  readonly role: PostRole | null;
  readonly duties: string[];
  readonly parentId: string | null;
  readonly holderId: string | null;
  readonly holderText: string;
}

/** Who answers for what in the town's school. One row a town. */
@Entity('organisation_charts')
export class OrganisationChart {
  @TownKey() townId!: string;
  /** Goes up with every change. */
  @Whole() revision!: number;
  @Json() posts!: Post[];
  @Instant() changedAt!: number;
  @Id() changedBy!: string;
}
