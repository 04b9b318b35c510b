import type { MigrationClass } from '../platform/database/store.ts';
import { createDemoClock } from './2026112320001-create-demo-clock.ts';
import { createAuditRows } from './2026112320101-create-audit-rows.ts';
import { createTowns } from './2026112320102-create-towns.ts';
import { createStudyGroups } from './2026112320103-create-study-groups.ts';
import { createMembers } from './2026112320104-create-members.ts';
import { createMemberships } from './2026112320105-create-memberships.ts';
import { createRoleGrants } from './2026112320106-create-role-grants.ts';
import { createNotices } from './2026112320107-create-notices.ts';
import { createOperators } from './2026112320108-create-operators.ts';
import { createLogins } from './2026112320201-create-logins.ts';
import { createWechatBindings } from './2026112320202-create-wechat-bindings.ts';
import { createLoginSecrets } from './2026112320203-create-login-secrets.ts';
import { createInvitations } from './2026112320204-create-invitations.ts';
import { createConsents } from './2026112320205-create-consents.ts';
import { createStoredFiles } from './2026112420201-create-stored-files.ts';
import { createLessons } from './2026112420301-create-lessons.ts';
import { createLessonUses } from './2026112420302-create-lesson-uses.ts';
import { createLessonCorrections } from './2026112420303-create-lesson-corrections.ts';
import { createThemes } from './2026112420401-create-themes.ts';
import { createThemeCorrections } from './2026112420402-create-theme-corrections.ts';
import { createHolidays } from './2026112420403-create-holidays.ts';
import { createSubscriptionCredits } from './2026112420501-create-subscription-credits.ts';
import { createSubscriptionAnswers } from './2026112420502-create-subscription-answers.ts';
import { createThemePushes } from './2026112420503-create-theme-pushes.ts';
import { createDeliveries } from './2026112420504-create-deliveries.ts';
import { createDoorbells } from './2026112420505-create-doorbells.ts';
import { createCheckIns } from './2026112420601-create-check-ins.ts';
import { createReflections } from './2026112420602-create-reflections.ts';
import { createRosterImports } from './2026112420701-create-roster-imports.ts';
import { createVenues } from './2026112520201-create-venues.ts';
import { createVenueBookings } from './2026112520202-create-venue-bookings.ts';
import { createPracticeBases } from './2026112520203-create-practice-bases.ts';
import { createTeachers } from './2026112520211-create-teachers.ts';
import { createTaughtSessions } from './2026112520212-create-taught-sessions.ts';
import { createTeacherInvitations } from './2026112520213-create-teacher-invitations.ts';
import { createSessionFeedback } from './2026112520214-create-session-feedback.ts';
import { createMemberOwnTags } from './2026112520221-create-member-own-tags.ts';
import { createCourseSets } from './2026112520222-create-course-sets.ts';
import { createCourseRequests } from './2026112520223-create-course-requests.ts';
import { createCourseRequestJoiners } from './2026112520224-create-course-request-joiners.ts';
import { createLessonAuthors } from './2026112520301-create-lesson-authors.ts';
import { createStudySessions } from './2026112520001-create-study-sessions.ts';
import { createStudySessionGroups } from './2026112520002-create-study-session-groups.ts';
import { createSessionSeries } from './2026112520003-create-session-series.ts';
import { createSessionCounters } from './2026112520004-create-session-counters.ts';
import { createSessionOpenings } from './2026112520005-create-session-openings.ts';
import { createSessionChanges } from './2026112520006-create-session-changes.ts';
import { createSessionActions } from './2026112520007-create-session-actions.ts';
import { createAttendanceMarks } from './2026112520101-create-attendance-marks.ts';
import { createAttendanceRows } from './2026112520102-create-attendance-rows.ts';
import { createSignInCodes } from './2026112520103-create-sign-in-codes.ts';
import { createSignIns } from './2026112520104-create-sign-ins.ts';
import { createSignInSheets } from './2026112520105-create-sign-in-sheets.ts';
import { storedFilesCanBeSwept } from './2026112520302-stored-files-can-be-swept.ts';
import { createLeaves } from './2026112520401-create-leaves.ts';
import { createMakeUps } from './2026112520402-create-make-ups.ts';
import { createExemptions } from './2026112520403-create-exemptions.ts';
import { reflectionsByDay } from './2026112520404-reflections-by-day.ts';
import { createSchools } from './2026112520601-create-schools.ts';
import { createOrganisationCharts } from './2026112520602-create-organisation-charts.ts';
import { createImplementationPlans } from './2026112520603-create-implementation-plans.ts';
import { createComplaints } from './2026112520701-create-complaints.ts';
import { createComplaintPhotos } from './2026112520702-create-complaint-photos.ts';
import { createRubricVersions } from './2026112640001-create-rubric-versions.ts';
import { createRubricChecks } from './2026112640002-create-rubric-checks.ts';
import { createDayExceptions } from './2026112640003-create-day-exceptions.ts';
import { townsTakeTurns } from './2026112640101-towns-take-turns.ts';
import { createAssessmentMonths } from './2026112641001-create-assessment-months.ts';
import { createMonthlyScores } from './2026112641002-create-monthly-scores.ts';
import { createAssessmentYears } from './2026112645001-create-assessment-years.ts';
import { createAnnualScores } from './2026112645002-create-annual-scores.ts';
import { createCapDecisions } from './2026112645003-create-cap-decisions.ts';
import { createAnnualCorrections } from './2026112645004-create-annual-corrections.ts';
import { createOfficialAccounts } from './2026112751001-create-official-accounts.ts';
import { createArticles } from './2026112751002-create-articles.ts';
import { createArticleUploads } from './2026112751003-create-article-uploads.ts';
import { createDoorbellRounds } from './2026112752001-create-doorbell-rounds.ts';
import { DoorbellsOfRounds } from './2026112752002-doorbells-of-rounds.ts';
import { PushesBeginRounds } from './2026112752003-pushes-begin-rounds.ts';
import { createDoorbellPaces } from './2026112752004-create-doorbell-paces.ts';
import { createCheckInReminders } from './2026112752005-create-check-in-reminders.ts';
import { createVoteOpenings } from './2026112642001-create-vote-openings.ts';
import { createVoteFlags } from './2026112642002-create-vote-flags.ts';
import { createVoteCounts } from './2026112642003-create-vote-counts.ts';
import { createVoteBoxes } from './2026112642004-create-vote-boxes.ts';
import { createPaperTallies } from './2026112642005-create-paper-tallies.ts';
import { createJointVotes } from './2026112642006-create-joint-votes.ts';
import { createScoreEntries } from './2026112643001-create-score-entries.ts';
import { createScoreProposals } from './2026112643002-create-score-proposals.ts';
import { createOpeningEntries } from './2026112643003-create-opening-entries.ts';
import { createFormSettings } from './2026112644001-create-form-settings.ts';
import { createPaperBundles } from './2026112644002-create-paper-bundles.ts';
import { createScoreAdjustments } from './2026112644101-create-score-adjustments.ts';
import { monthsAreLookedAt } from './2026112644102-months-are-looked-at.ts';
import { createPublications } from './2026112644103-create-publications.ts';
import { createPublicationPages } from './2026112644104-create-publication-pages.ts';
import { createObjections } from './2026112644105-create-objections.ts';
import { createObjectionAnswers } from './2026112644106-create-objection-answers.ts';
import { createWechatTokens } from './2026112750001-create-wechat-tokens.ts';
import { createWechatEvents } from './2026112750002-create-wechat-events.ts';
import { createSubscriptionReports } from './2026112750003-create-subscription-reports.ts';

/** Every migration in its order. A released one is never changed or removed. */
export const migrations: readonly MigrationClass[] = [
  createDemoClock,
  createAuditRows,
  createTowns,
  createStudyGroups,
  createMembers,
  createMemberships,
  createRoleGrants,
  createNotices,
  createOperators,
  createLogins,
  createWechatBindings,
  createLoginSecrets,
  createInvitations,
  createConsents,
  createStoredFiles,
  createLessons,
  createLessonUses,
  createLessonCorrections,
  createThemes,
  createThemeCorrections,
  createHolidays,
  createSubscriptionCredits,
  createSubscriptionAnswers,
  createThemePushes,
  createDeliveries,
  createDoorbells,
  createCheckIns,
  createReflections,
  createRosterImports,
  createVenues,
  createVenueBookings,
  createPracticeBases,
  createTeachers,
  createTaughtSessions,
  createTeacherInvitations,
  createSessionFeedback,
  createMemberOwnTags,
  createCourseSets,
  createCourseRequests,
  createCourseRequestJoiners,
  createLessonAuthors,
  createStudySessions,
  createStudySessionGroups,
  createSessionSeries,
  createSessionCounters,
  createSessionOpenings,
  createSessionChanges,
  createSessionActions,
  createAttendanceMarks,
  createAttendanceRows,
  createSignInCodes,
  createSignIns,
  createSignInSheets,
  storedFilesCanBeSwept,
  createLeaves,
  createMakeUps,
  createExemptions,
  reflectionsByDay,
  createSchools,
  createOrganisationCharts,
  createImplementationPlans,
  createComplaints,
  createComplaintPhotos,
  createRubricVersions,
  createRubricChecks,
  createDayExceptions,
  townsTakeTurns,
  createAssessmentMonths,
  createMonthlyScores,
  createVoteOpenings,
  createVoteFlags,
  createVoteCounts,
  createVoteBoxes,
  createPaperTallies,
  createJointVotes,
  createScoreEntries,
  createScoreProposals,
  createOpeningEntries,
  createFormSettings,
  createPaperBundles,
  createScoreAdjustments,
  monthsAreLookedAt,
  createPublications,
  createPublicationPages,
  createObjections,
  createObjectionAnswers,
  createAssessmentYears,
  createAnnualScores,
  createCapDecisions,
  createAnnualCorrections,
  createOfficialAccounts,
  createArticles,
  createArticleUploads,
  createDoorbellRounds,
  DoorbellsOfRounds,
  PushesBeginRounds,
  createDoorbellPaces,
  createCheckInReminders,
  createWechatTokens,
  createWechatEvents,
  createSubscriptionReports,
];
