import type { INestApplicationContext } from '@nestjs/common';
import { addDays, startOf } from '@weidangxiao/shared/rules/week.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { SessionActionsService } from '../../src/study-sessions/session-actions.service.ts';
import { asPerson } from './as-person.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

const notes = ['做完了，拍了照在群里', '叫上三户一起弄的', '问清了，下次会上说'];

/** What close-outs asked for was done a day before it was due; only the latest of some groups are still open, the one of the demo's leader among them. */
export async function settleActions(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const { admin, clock, leaders } = town;
  const now = clock.time();
  const actions = app.get(SessionActionsService);
  const { items } = await asPerson(admin, 'town', 'listSessionActions', (scope: WholeTownScope) => actions.list(scope, { page: 1, pageSize: 100, done: false }));
  const open = latest(items, demoLeadersFirst(town)[0]?.groupId);
  for (const [at, { id, due, group }] of items.filter((one) => !open.includes(one)).entries()) {
    const leader = leaders.find(({ groupId }) => groupId === group?.id);
    if (!leader) continue;
    clock.move(Math.min(now, startOf(addDays(due, -1)) + 20 * 3_600_000));
    await asPerson(leader, 'group', 'completeSessionAction', (scope: GroupScope) => actions.complete(scope, id, notes[at % notes.length] ?? null));
  }
  clock.move(now);
}

type Action = Awaited<ReturnType<SessionActionsService['list']>>['items'][number];

function latest(items: readonly Action[], home: string | null | undefined): Action[] {
  const ofHome = items.filter(({ group }) => group?.id === home);
  return [...ofHome.slice(-1), ...items.filter((one) => !ofHome.includes(one)).slice(-2)];
}
