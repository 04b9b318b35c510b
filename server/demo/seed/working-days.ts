import type { INestApplicationContext } from '@nestjs/common';
import { publishedDays } from '@weidangxiao/shared/rules/published-holidays.ts';
import type { WholeTownScope } from '../../src/platform/access/scope.ts';
import { DayExceptionsService } from '../../src/working-days/day-exceptions.service.ts';
import { asPerson } from './as-person.ts';
import type { SampleTown } from './sample-town.ts';

/** The year's holidays as they were published, where the code knows them: the month's dates go by them. */
export async function seedWorkingDays(app: INestApplicationContext, { admin }: SampleTown, year: string): Promise<void> {
  if (!publishedDays(year)) return;
  await asPerson(admin, 'town', 'addPublishedDays', (scope: WholeTownScope) => app.get(DayExceptionsService).addPublished(scope, year));
}
