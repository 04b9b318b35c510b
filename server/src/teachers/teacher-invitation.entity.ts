import type { InvitationState } from '@weidangxiao/shared/rules/teacher.ts';
import { Entity, Index } from 'typeorm';
import { DateText, Id, Instant, Key, Text, TownKey } from '../platform/database/columns.ts';

/** A group's, or the town's, asking a teacher to come, and what the teacher said. */
@Entity('teacher_invitations')
@Index('uq_teacher_invitations_client', ['townId', 'invitedBy', 'clientId'], { unique: true })
@Index('ix_teacher_invitations_at', ['townId', 'createdAt'])
@Index('ix_teacher_invitations_group', ['townId', 'groupId', 'createdAt'])
@Index('ix_teacher_invitations_member', ['townId', 'memberId', 'createdAt'])
@Index('ix_teacher_invitations_teacher', ['townId', 'teacherId', 'createdAt'])
@Index('ix_teacher_invitations_session', ['townId', 'sessionId'])
export class TeacherInvitation {
  @TownKey() townId!: string;
  @Key() id!: string;
  @Id() clientId!: string;
  @Id() teacherId!: string;
  /** The member that the teacher is, who answers; null where only others can log the answer. */
  @Id({ nullable: true }) memberId!: string | null;
  @Id({ nullable: true }) groupId!: string | null;
  @Id({ nullable: true }) sessionId!: string | null;
  @DateText() date!: string;
  @Text(60) topic!: string;
  @Text(10) state!: InvitationState;
  @Id() invitedBy!: string;
  @Instant() createdAt!: number;
  @Instant({ nullable: true }) answeredAt!: number | null;
  @Id({ nullable: true }) answeredBy!: string | null;
  @Text(200, { nullable: true }) answerNote!: string | null;
  @Instant({ nullable: true }) withdrawnAt!: number | null;
}
