import type { Role } from '@weidangxiao/shared/permissions.ts';
import { Entity, Index } from 'typeorm';
import { Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

export type GrantedRole = Exclude<Role, 'member' | 'operator'>;

/** A role that somebody holds or held; ended, never deleted, so that both sides of a handover stay on record. */
@Entity('role_grants')
@Index('ix_role_grants_member', ['townId', 'memberId'])
@Index('ix_role_grants_role', ['townId', 'role'])
export class RoleGrant {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() memberId!: string;
  @Text(20) role!: GrantedRole;
  /** The group led; null for all other roles. */
  @Id({ nullable: true }) groupId!: string | null;
  @Instant() grantedAt!: number;
  @Text(80) grantedBy!: string;
  @Instant({ nullable: true }) endedAt!: number | null;
  @Text(80, { nullable: true }) endedBy!: string | null;
}
