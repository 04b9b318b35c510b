import type { ReflectionState } from '@weidangxiao/shared/rules/reflection.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Json, Key, Text, TownKey, Whole } from '../platform/database/columns.ts';

export type ReflectionKind = 'group' | 'personal';
export type MachineCheck = 'none' | 'pass' | 'review' | 'risky' | 'unavailable';

/** What a member, or a group by its leader, learnt: written, checked, reviewed, and then read by the town. */
@Entity('reflections')
@Index('uq_reflections_client', ['townId', 'authorId', 'clientId'], { unique: true })
@Index('ix_reflections_state', ['townId', 'state', 'movedAt'])
@Index('ix_reflections_author', ['townId', 'authorId', 'submittedAt'])
@Index('ix_reflections_submitted', ['townId', 'submittedAt', 'state', 'authorId'])
@Index('ix_reflections_group', ['townId', 'groupId', 'movedAt'])
export class Reflection {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() authorId!: string;
  /** Whose reflection it is, or the group that the author was in when it was begun. */
  @Id({ nullable: true }) groupId!: string | null;
  @Text(10) kind!: ReflectionKind;
  @Text(10) state!: ReflectionState;
  @Text(40) title!: string;
  @Json() paragraphs!: string[];
  /** Ids of files. */
  @Json() pictures!: string[];
  @DateText({ nullable: true }) monday!: string | null;
  @Id() clientId!: string;
  /** Of what was first sent, so that its repetition is told from another text under the same client id. */
  @Text(43) firstDigest!: string;
  /** Goes up with every change. */
  @Whole() revision!: number;
  /** `none` until it is handed in. */
  @Text(12) machineCheck!: MachineCheck;
  @Instant() createdAt!: number;
  /** Handed in for the last time. */
  @Instant({ nullable: true }) submittedAt!: number | null;
  @Instant({ nullable: true }) reviewedAt!: number | null;
  @Id({ nullable: true }) reviewedBy!: string | null;
  @Text(200, { nullable: true }) returnedReason!: string | null;
  @Instant({ nullable: true }) publishedAt!: number | null;
  /** When it came into its present state; lists go by this. */
  @Instant() movedAt!: number;
}
