import type { INestApplicationContext } from '@nestjs/common';
import type { OwnScope } from '../../src/platform/access/scope.ts';
import { SessionFeedbackService } from '../../src/session-feedback/session-feedback.service.ts';
import { asPerson } from './as-person.ts';
import { repeatable } from './random.ts';
import type { Held } from './study-sessions.ts';

/** What those who were there say of a session: half of them tap, most of them find it useful. */
export async function giveFeedback(app: INestApplicationContext, { id, people, there, body }: Held): Promise<void> {
  const random = repeatable(body.startsAt / 60_000 + people.length);
  for (const member of people.filter((one) => there.includes(one.id) && random() < 0.5)) {
    const answer = { useful: random() < 0.7 ? ('yes' as const) : ('partly' as const), more: random() < 0.5 };
    await asPerson(member, 'own', 'createSessionFeedback', (scope: OwnScope) => app.get(SessionFeedbackService).give(scope, id, answer));
  }
}
