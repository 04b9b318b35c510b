import type { tags } from '@weidangxiao/shared/contract/members.ts';
import { Entity, Index } from 'typeorm';
import { Cipher, DateText, Flag, Id, Instant, Json, Key, Text, TownKey } from '../platform/database/columns.ts';

export type MemberTag = (typeof tags)[number];
export type MemberState = 'active' | 'transferred_out' | 'closed';

@Entity('members')
@Index('ix_members_group', ['townId', 'groupId', 'name'])
@Index('ix_members_name', ['townId', 'name'])
@Index('ix_members_state', ['townId', 'state', 'id'])
@Index('ix_members_phone', ['phoneIndex'])
export class Member {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Text(30) name!: string;
  @Text(10, { nullable: true }) gender!: 'male' | 'female' | null;
  /** Today's group; `memberships` has the dates. */
  @Id({ nullable: true }) groupId!: string | null;
  @Cipher({ nullable: true }) phoneCipher!: string | null;
  /** Keyed hash, the same in every town: at login a person is looked for before the town is known. */
  @Text(43, { nullable: true }) phoneIndex!: string | null;
  @Flag() phoneShared!: boolean;
  @Json() tags!: MemberTag[];
  @Text(60, { nullable: true }) duty!: string | null;
  @Text(10, { nullable: true }) joinedOn!: string | null;
  @Flag() paper!: boolean;
  @Cipher({ nullable: true }) remarkCipher!: string | null;
  @Text(20) state!: MemberState;
  @DateText({ nullable: true }) stateOn!: string | null;
  @Text(200, { nullable: true }) stateReason!: string | null;
  @Instant() createdAt!: number;
  @Instant() updatedAt!: number;
}
