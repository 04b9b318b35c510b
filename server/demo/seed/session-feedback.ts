import type { INestApplicationContext } from '@nestjs/common';
import { attended } from '@weidangxiao/shared/rules/attendance.ts';
import { AttendanceMarksService } from '../../src/attendance/attendance-marks.service.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { SessionFeedbackService } from '../../src/session-feedback/session-feedback.service.ts';
import { StudySessionsService } from '../../src/study-sessions/study-sessions.service.ts';
import { asPerson } from './as-person.ts';
import { repeatable } from './random.ts';
import type { SampleTown } from './sample-town.ts';

/** What those who were there say of the latest sessions: two in three tap, most of them find it useful. */
export async function seedFeedback(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const random = repeatable(59);
  const { items } = await asPerson(town.admin, 'town', 'listStudySessions', (scope: WholeTownScope) => app.get(StudySessionsService).list(scope, { page: 1, pageSize: 8, state: 'closed', order: 'desc' }));
  for (const { id, group } of items) {
    const people = town.members.filter(({ groupId }) => groupId === group?.id);
    await app.get(Acts).perform(town.scope, async () => {
      for (const member of people) {
        const { status } = await app.get(AttendanceMarksService).of(town.scope, id, member.id);
        if (!attended(status) || random() > 0.67) continue;
        const answer = { useful: random() < 0.7 ? ('yes' as const) : ('partly' as const), more: random() < 0.5 };
        await asPerson(member, 'own', 'createSessionFeedback', (scope: OwnScope) => app.get(SessionFeedbackService).give(scope, id, answer));
      }
    }, { act: 'session-feedback.seeded' });
  }
}
