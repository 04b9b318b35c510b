import type { INestApplicationContext } from '@nestjs/common';
import { addDays, pushInstant } from '@weidangxiao/shared/rules/week.ts';
import type { WholeTownScope } from '../../src/platform/access/scope.ts';
import { Jobs } from '../../src/platform/jobs/jobs.ts';
import { HolidaysService } from '../../src/themes/holidays.service.ts';
import { ThemeApprovalService } from '../../src/themes/theme-approval.service.ts';
import { ThemeDeskService } from '../../src/themes/theme-desk.service.ts';
import { asPerson } from './as-person.ts';
import { themeTitles } from './lesson-texts.ts';
import type { LessonShelf } from './lessons.ts';
import type { SampleTown } from './sample-town.ts';

export interface PlannedWeek {
  readonly monday: string;
  /** Counts the Mondays of the sample; picks title and lessons. */
  readonly week: number;
  readonly lessonIds: LessonShelf;
}

const hour = 3_600_000;
const practical = ['farming', 'ecommerce', 'skills'] as const;

/** Written, submitted and approved on the Thursday before, sent by the Monday's own job. */
export async function sendTheme(app: INestApplicationContext, town: SampleTown, planned: PlannedWeek): Promise<void> {
  town.clock.move(pushInstant(planned.monday) - 88 * hour);
  await approved(app, town, await submitted(app, town, await written(app, town, planned)));
  town.clock.move(pushInstant(planned.monday) + 5_000);
  await app.get(Jobs).runDue();
}

/** What the planner shows of the coming weeks: one scheduled, one waiting for its approval, one draft, the rest empty. */
export async function planAhead(app: INestApplicationContext, town: SampleTown, { monday, week, lessonIds }: PlannedWeek): Promise<void> {
  const plan = (ahead: number): PlannedWeek => ({ monday: addDays(monday, 7 * ahead), week: week + ahead, lessonIds });
  await approved(app, town, await submitted(app, town, await written(app, town, plan(0))));
  await submitted(app, town, await written(app, town, plan(1)));
  await written(app, town, plan(2));
}

/** One Monday without a theme. */
export async function seedHoliday(app: INestApplicationContext, { admin }: SampleTown, monday: string): Promise<string> {
  await asPerson(admin, 'town', 'setHoliday', (scope: WholeTownScope) => app.get(HolidaysService).set(scope, monday, '放假停发'));
  return monday;
}

async function written(app: INestApplicationContext, { admin }: SampleTown, { monday, week, lessonIds }: PlannedWeek): Promise<string> {
  const [title, lead] = themeTitles[week % themeTitles.length] ?? ['', ''];
  const lesson = (category: string): string => {
    const shelf = lessonIds.get(category) ?? [];
    return shelf[week % shelf.length] ?? '';
  };
  const lessons = [lesson('theory'), lesson('history'), lesson(practical[week % practical.length] ?? 'skills')];
  const body = { monday, title, lead, lessonIds: lessons, articleUrl: null };
  const { id } = await asPerson(admin, 'town', 'createTheme', (scope: WholeTownScope) => app.get(ThemeDeskService).create(scope, body));
  return id;
}

async function submitted(app: INestApplicationContext, { admin }: SampleTown, id: string): Promise<string> {
  await asPerson(admin, 'town', 'submitTheme', (scope: WholeTownScope) => app.get(ThemeApprovalService).submit(scope, id));
  return id;
}

async function approved(app: INestApplicationContext, { approver }: SampleTown, id: string): Promise<void> {
  await asPerson(approver, 'town', 'approveTheme', (scope: WholeTownScope) => app.get(ThemeApprovalService).approve(scope, id));
}
