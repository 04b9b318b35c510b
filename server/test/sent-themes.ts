import { addDays } from '@weidangxiao/shared/rules/week.ts';
import { ThemesService } from '../src/themes/themes.service.ts';
import type { MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

/**
 * A theme that was planned the day before its Monday, approved by somebody else, and sent on Monday at 08:00. The clock
 * is back afterwards.
 */
export async function sendTheme(server: TestServer, town: MadeTown, monday: string, title = '把饭碗端在自己手上'): Promise<void> {
  const now = server.now();
  server.at(`${addDays(monday, -1)}T12:00:00+08:00`);
  const admin = await server.make.actor({ town, roles: ['admin'] });
  const approver = await server.make.actor({ town, roles: ['approver'] });
  const lesson = { title: '冬油菜管护', category: 'farming' as const, blocks: [{ type: 'paragraph' as const, runs: [{ text: '清沟、追肥、防冻。' }] }] };
  const { id: lessonId } = await admin.api.call('createLesson', { body: lesson });
  const { id } = await admin.api.call('createTheme', { body: { monday, title, lessonIds: [lessonId] } });
  await admin.api.call('submitTheme', { params: { id } });
  await approver.api.call('approveTheme', { params: { id } });
  server.at(`${monday}T08:00:00+08:00`);
  await server.make.act(town, () => server.get(ThemesService).markSent(town.scope, id, server.now()));
  server.at(now);
}
