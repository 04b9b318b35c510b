import type { INestApplicationContext } from '@nestjs/common';
import { addDays, businessDate, mondayOf, pushInstant, startOf } from '@weidangxiao/shared/rules/week.ts';
import { seedCheckIns } from './check-ins.ts';
import { seedComplaints } from './complaints.ts';
import { seedCourses } from './courses.ts';
import { seedLeaves } from './leaves.ts';
import { seedLessons } from './lessons.ts';
import { seedOfficialAccount } from './official-account.ts';
import { seedBookings, seedPlaces } from './places.ts';
import { seedPublication } from './publications.ts';
import { seedReflections } from './reflections.ts';
import { seedOrganisation, seedPlans, seedSchools } from './schools.ts';
import { seedTown } from './sample-town.ts';
import { seedScoreEntries } from './score-entries.ts';
import { settleActions } from './session-actions.ts';
import { seedInvitations, seedTeachers } from './teachers.ts';
import type { SamplePhones } from './sample-phones.ts';
import type { SeedClock } from './seed-clock.ts';
import { seedOpenings, seedSessions, seedSessionsAhead } from './study-sessions.ts';
import { planAhead, seedHoliday, sendTheme } from './themes.ts';
import { seedVotes } from './votes.ts';
import { seedWorkingDays } from './working-days.ts';
import { seedYear } from './years.ts';

const hour = 3_600_000;
const weeksBack = 52;
/** Check-ins go back this far; what is older has themes and deliveries only. */
const weeksWithCheckIns = 13;
/** From then on people also say that they want the doorbell. */
const weeksWithDoorbells = 4;
/** From then on it is known which teacher was asked, and what people said of it. */
const weeksTold = 6;

/**
 * The sample town and its year: themes week by week, sessions with their rolls, who checked in, what groups wrote. It is lived through, not
 * copied: the clock is moved from Monday to Monday and the product does the rest. Leaves the clock at the present.
 */
export async function seedDemo(app: INestApplicationContext, phones: SamplePhones, clock: SeedClock): Promise<void> {
  const now = clock.time();
  const thisMonday = mondayOf(now);
  const firstMonday = addDays(thisMonday, -7 * weeksBack);
  clock.move(pushInstant(firstMonday) - 48 * hour);
  const town = await seedTown(app, clock, foundedOn(firstMonday));
  await phones.handOut();
  const around = { ...(await seedPlaces(app, town)), teachers: await seedTeachers(app, town) };
  await seedWorkingDays(app, town, businessDate(now).slice(0, 4));
  await seedOpenings(app, town);
  await seedSchools(app, town, foundedOn(firstMonday));
  const lessonIds = await seedLessons(app, town);
  const holiday = await seedHoliday(app, town, addDays(thisMonday, -7 * 33));
  for (let week = 0; week <= weeksBack; week += 1) {
    const monday = addDays(firstMonday, 7 * week);
    const pushAt = pushInstant(monday);
    if (monday === holiday || pushAt > now) continue;
    await sendTheme(app, town, { monday, week, lessonIds });
    if (week > weeksBack - weeksWithCheckIns) await seedCheckIns(app, town, monday, Math.min(now, startOf(addDays(monday, 6))), week > weeksBack - weeksWithDoorbells ? phones : null);
    await seedSessions(app, town, around, { monday, week, until: now, recent: week > weeksBack - weeksTold });
    if (week > weeksBack - weeksTold) await seedVotes(app, town, { monday, until: now });
    if (week === weeksBack - 2) await seedReflections(app, town, monday, phones);
  }
  await seedSessionsAhead(app, town, around, { now, week: weeksBack });
  await planAhead(app, town, { monday: pushInstant(thisMonday) > now ? thisMonday : addDays(thisMonday, 7), lessonIds, week: weeksBack + 1 });
  await seedBookings(app, town);
  await seedInvitations(app, town);
  await seedCourses(app, town, lessonIds);
  await settleActions(app, town);
  await seedLeaves(app, town);
  await seedOrganisation(app, town);
  await seedPlans(app, town, [foundedOn(firstMonday), addDays(thisMonday, -120), addDays(thisMonday, 38)]);
  await seedComplaints(app, town);
  await seedOfficialAccount(app, town);
  await seedScoreEntries(app, town);
  await seedYear(app, town);
  await seedPublication(app, town);
  clock.move(now);
}

/** The last mid-May before the sample begins, so that nothing of it is older than the town; the first year was a partial one. */
function foundedOn(firstMonday: string): string {
  const year = Number(firstMonday.slice(0, 4));
  return `${firstMonday.slice(5) > '05-31' ? year : year - 1}-05-15`;
}
