import { articleRoutes } from './articles.ts';
import { attendanceRoutes } from './attendance.ts';
import { leaveRoutes } from './leaves.ts';
import { makeUpRoutes } from './make-ups.ts';
import { exemptionRoutes } from './exemptions.ts';
import { studyHoursRoutes } from './study-hours.ts';
import { coverageRoutes } from './coverage.ts';
import { ballotRoutes } from './ballots.ts';
import { complaintRoutes } from './complaints.ts';
import { objectionRoutes } from './objections.ts';
import { publicationRoutes } from './publications.ts';
import { scoreAdjustmentRoutes } from './score-adjustments.ts';
import { courseRoutes } from './courses.ts';
import { implementationPlanRoutes } from './implementation-plans.ts';
import { loginRoutes } from './logins.ts';
import { memberRoutes } from './members.ts';
import { organisationRoutes } from './organisation.ts';
import { paperworkRoutes } from './paperwork.ts';
import { practiceBaseRoutes } from './practice-bases.ts';
import type { Route } from './route.ts';
import { assessmentMonthRoutes } from './assessment-months.ts';
import { rubricRoutes } from './rubrics.ts';
import { scoreEntryRoutes } from './score-entries.ts';
import { schoolRoutes } from './schools.ts';
import { studySessionRoutes } from './study-sessions.ts';
import { sessionFeedbackRoutes } from './session-feedback.ts';
import { studyRoutes } from './study.ts';
import { teacherRoutes } from './teachers.ts';
import { themeRoutes } from './themes.ts';
import { townRoutes } from './towns.ts';
import { venueRoutes } from './venues.ts';
import { workingDayRoutes } from './working-days.ts';
import { wechatEventRoutes } from './wechat-events.ts';
import { annualScoreRoutes } from './annual-scores.ts';

/** Every route of the system by its name. What is not in here does not exist. */
export const routes = {
  ...loginRoutes,
  ...townRoutes,
  ...memberRoutes,
  ...themeRoutes,
  ...articleRoutes,
  ...studyRoutes,
  ...studySessionRoutes,
  ...attendanceRoutes,
  ...leaveRoutes,
  ...makeUpRoutes,
  ...exemptionRoutes,
  ...studyHoursRoutes,
  ...coverageRoutes,
  ...venueRoutes,
  ...practiceBaseRoutes,
  ...teacherRoutes,
  ...sessionFeedbackRoutes,
  ...courseRoutes,
  ...schoolRoutes,
  ...organisationRoutes,
  ...implementationPlanRoutes,
  ...complaintRoutes,
  ...paperworkRoutes,
  ...assessmentMonthRoutes,
  ...rubricRoutes,
  ...ballotRoutes,
  ...publicationRoutes,
  ...objectionRoutes,
  ...scoreAdjustmentRoutes,
  ...scoreEntryRoutes,
  ...workingDayRoutes,
  ...annualScoreRoutes,
  ...wechatEventRoutes,
};

export type RouteName = keyof typeof routes;

export function routeNamed(name: RouteName): Route {
  return routes[name];
}
