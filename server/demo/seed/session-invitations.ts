import type { INestApplicationContext } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { PersonScope } from '../../src/platform/access/scope.ts';
import { InvitationsService } from '../../src/teachers/invitations.service.ts';
import { asPerson } from './as-person.ts';
import { reachOf } from './session-plans.ts';
import type { Held } from './study-sessions.ts';

/** Asks the session's teacher to come, where it has one of the list; who hosts it writes the answer down. `null`: none yet. */
export async function invite(app: INestApplicationContext, session: Held, answer: { accept: boolean; note: string | null } | null): Promise<void> {
  const { id: sessionId, host, topic } = session;
  const { teacherId } = session.body;
  if (!teacherId) return;
  const invitations = app.get(InvitationsService);
  const reach = reachOf(session);
  const wanted = { clientId: randomUUID(), teacherId, groupId: null, topic: topic.covered, sessionId, date: null };
  const { id } = await asPerson(host, reach, 'createTeacherInvitation', (scope: PersonScope) => invitations.create(scope, wanted));
  if (answer) await asPerson(host, reach, 'answerTeacherInvitation', (scope: PersonScope) => invitations.answer(scope, id, answer));
}
