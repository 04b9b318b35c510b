import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pushInstant } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { DoorbellsService } from '../src/doorbells/doorbells.service.ts';
import type { SystemScope } from '../src/platform/access/scope.ts';
import { Database } from '../src/platform/database/database.ts';
import { ThemePushesRepository } from '../src/theme-pushes/theme-pushes.repository.ts';

export const title = '把饭碗端在自己手上';
export const announcement = { title, date: '2026年11月23日 08:00', hint: '这一周的主题，点开就能读', page: 'pages/week/index?monday=2026-11-23' };

/** A Monday's push that has gone out and has no rows yet. */
export async function beginPush(app: NestFastifyApplication, scope: SystemScope, monday: string): Promise<void> {
  const id = randomUUID();
  await app.get(Database).write(async () => {
    await app.get(ThemePushesRepository).insert(scope, { id, themeId: randomUUID(), monday, title, sentAt: pushInstant(monday), expandedTo: null, expandedAt: null });
    await app.get(DoorbellsService).begin(scope, id, { kind: 'theme', subject: monday, announcement, endsAt: Number.MAX_SAFE_INTEGER });
  });
}
