import { MonthOpeningsService } from '../src/assessment-months/month-openings.service.ts';
import { MonthClosingService } from '../src/monthly-scores/month-closing.service.ts';
import { systemScope } from '../src/platform/access/mint.ts';
import type { MadeTown } from './factory.ts';
import type { TestServer } from './test-server.ts';

/** Cuts off one town's month, and no other's; by the server's clock it has to be over. */
export async function closeMonth(server: TestServer, town: MadeTown, month: string): Promise<void> {
  const scope = systemScope(town.id, 'month-closing');
  await server.get(MonthOpeningsService).begin(scope, town);
  await server.get(MonthClosingService).close(scope, month);
}
