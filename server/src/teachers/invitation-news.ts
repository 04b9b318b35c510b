import { Injectable } from '@nestjs/common';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { type News, NoticesService } from '../notices/notices.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { TeacherInvitation } from './teacher-invitation.entity.ts';

/** What the two sides of an invitation are told. Every method is called inside a unit of work. */
@Injectable()
export class InvitationNews {
  constructor(private readonly notices: NoticesService) {}

  /** To the teacher, where that is a member of the town. */
  async invited(scope: TownScope, invitation: TeacherInvitation): Promise<void> {
    await this.toTeacher(scope, invitation, 'invited', '有人请你讲一课', `${dateInChinese(invitation.date)}讲“${invitation.topic}”，去回一声能不能来。`);
  }

  /** The time is another one, so the answer is asked for again. */
  async moved(scope: TownScope, invitation: TeacherInvitation): Promise<void> {
    const text = `讲“${invitation.topic}”改到${dateInChinese(invitation.date)}，请再回一声能不能来。`;
    await this.toTeacher(scope, invitation, `moved-${invitation.date}`, '讲课的日子改了', text);
  }

  async withdrawn(scope: TownScope, invitation: TeacherInvitation): Promise<void> {
    await this.toTeacher(scope, invitation, 'withdrawn', '讲课不用准备了', `${dateInChinese(invitation.date)}讲“${invitation.topic}”这次不办了，谢谢你。`);
  }

  /** To whoever invited. */
  async answered(scope: TownScope, invitation: TeacherInvitation, teacher: string): Promise<void> {
    const { state, topic, date, answerNote, answeredAt } = invitation;
    const says = state === 'accepted' ? '能来' : '来不了';
    const text = `${dateInChinese(date)}讲“${topic}”，${teacher}${says}${answerNote ? `：${answerNote}` : ''}。`;
    const title = state === 'accepted' ? '老师答应了' : '老师来不了';
    await this.notices.tell(scope, [invitation.invitedBy], newsOf(invitation, `answered-${answeredAt}`, title, text));
  }

  private async toTeacher(scope: TownScope, invitation: TeacherInvitation, step: string, title: string, text: string): Promise<void> {
    if (invitation.memberId) await this.notices.tell(scope, [invitation.memberId], newsOf(invitation, step, title, text));
  }
}

function newsOf({ id }: TeacherInvitation, step: string, title: string, text: string): News {
  return { kind: 'teacher-invitation', title, text, link: '/teacher-invitations', dedupeKey: `invitation-${step}:${id}` };
}
