import { ArticleUpload } from './articles/article-upload.entity.ts';
import { Article } from './articles/article.entity.ts';
import { OfficialAccount } from './official-accounts/official-account.entity.ts';
import { StoredFile } from './files/stored-file.entity.ts';
import { VoteOpening } from './ballots/vote-opening.entity.ts';
import { VoteFlag } from './ballots/vote-flag.entity.ts';
import { VoteCount } from './ballots/vote-count.entity.ts';
import { VoteBox } from './ballots/vote-box.entity.ts';
import { PaperTallyRow } from './ballots/paper-tally.entity.ts';
import { JointVote } from './ballots/joint-vote.entity.ts';
import { CheckInReminder } from './check-in-reminders/check-in-reminder.entity.ts';
import { CheckIn } from './check-ins/check-in.entity.ts';
import { CourseRequest } from './courses/course-request.entity.ts';
import { CourseRequestJoiner } from './courses/course-request-joiner.entity.ts';
import { CourseSet } from './courses/course-set.entity.ts';
import { Group } from './groups/group.entity.ts';
import { LessonAuthor } from './lessons/lesson-author.entity.ts';
import { LessonCorrection } from './lessons/lesson-correction.entity.ts';
import { LessonUse } from './lessons/lesson-use.entity.ts';
import { Lesson } from './lessons/lesson.entity.ts';
import { Consent } from './logins/consent.entity.ts';
import { Invitation } from './logins/invitation.entity.ts';
import { LoginSecret } from './logins/login-secret.entity.ts';
import { Login } from './logins/login.entity.ts';
import { Operator } from './logins/operator.entity.ts';
import { WechatBinding } from './logins/wechat-binding.entity.ts';
import { Member } from './members/member.entity.ts';
import { MemberOwnTag } from './members/member-own-tag.entity.ts';
import { FormSettingRow } from './paperwork/form-setting.entity.ts';
import { PaperBundle } from './paperwork/paper-bundle.entity.ts';
import { ObjectionAnswer } from './objections/objection-answer.entity.ts';
import { Objection } from './objections/objection.entity.ts';
import { PublicationPage } from './publications/publication-page.entity.ts';
import { Publication } from './publications/publication.entity.ts';
import { ScoreAdjustment } from './score-adjustments/score-adjustment.entity.ts';
import { OpeningEntry } from './score-entries/opening-entry.entity.ts';
import { ScoreEntry } from './score-entries/score-entry.entity.ts';
import { ScoreProposal } from './score-entries/score-proposal.entity.ts';
import { Membership } from './members/membership.entity.ts';
import { RoleGrant } from './members/role-grant.entity.ts';
import { Notice } from './notices/notice.entity.ts';
import { PracticeBase } from './practice-bases/practice-bases.entity.ts';
import { AuditRow } from './platform/access/audit-row.entity.ts';
import { DemoClock } from './platform/clock/demo-clock.entity.ts';
import { WechatToken } from './platform/wechat/wechat-token.entity.ts';
import { WechatEventRow } from './wechat-events/wechat-event.entity.ts';
import type { EntityClass } from './platform/database/store.ts';
import { Holiday } from './themes/holiday.entity.ts';
import { ThemeCorrection } from './themes/theme-correction.entity.ts';
import { Theme } from './themes/theme.entity.ts';
import { Reflection } from './reflections/reflection.entity.ts';
import { SessionFeedback } from './session-feedback/session-feedback.entity.ts';
import { TaughtSession } from './teachers/taught-session.entity.ts';
import { Teacher } from './teachers/teacher.entity.ts';
import { TeacherInvitation } from './teachers/teacher-invitation.entity.ts';
import { Town } from './towns/town.entity.ts';
import { Venue } from './venues/venue.entity.ts';
import { VenueBooking } from './venues/venue-booking.entity.ts';
import { SubscriptionCredit } from './subscriptions/subscription-credit.entity.ts';
import { SubscriptionAnswer } from './subscriptions/subscription-answer.entity.ts';
import { SubscriptionReport } from './subscriptions/subscription-report.entity.ts';
import { ThemePush } from './theme-pushes/theme-push.entity.ts';
import { Delivery } from './theme-pushes/delivery.entity.ts';
import { DoorbellPaceRow } from './doorbells/doorbell-pace.entity.ts';
import { DoorbellRound } from './doorbells/doorbell-round.entity.ts';
import { Doorbell } from './doorbells/doorbell.entity.ts';
import { RosterImport } from './roster-imports/roster-import.entity.ts';
import { StudySession } from './study-sessions/study-session.entity.ts';
import { SessionGroup } from './study-sessions/session-group.entity.ts';
import { SessionSeries } from './study-sessions/session-series.entity.ts';
import { SessionCounter } from './study-sessions/session-counter.entity.ts';
import { SessionOpening } from './study-sessions/session-opening.entity.ts';
import { SessionChange } from './study-sessions/session-change.entity.ts';
import { SessionAction } from './study-sessions/session-action.entity.ts';
import { AttendanceMark } from './attendance/attendance-mark.entity.ts';
import { AttendanceRow } from './attendance/attendance-row.entity.ts';
import { SignInCode } from './attendance/sign-in-code.entity.ts';
import { SignIn } from './attendance/sign-in.entity.ts';
import { SignInSheet } from './attendance/sign-in-sheet.entity.ts';
import { Leave } from './leaves/leave.entity.ts';
import { MakeUp } from './make-ups/make-up.entity.ts';
import { Exemption } from './exemptions/exemption.entity.ts';
import { School } from './schools/school.entity.ts';
import { OrganisationChart } from './organisation/organisation-chart.entity.ts';
import { ImplementationPlan } from './implementation-plans/implementation-plan.entity.ts';
import { Complaint } from './complaints/complaint.entity.ts';
import { ComplaintPhoto } from './complaints/complaint-photo.entity.ts';
import { AnnualCorrection } from './annual-scores/annual-correction.entity.ts';
import { AnnualScoreRow } from './annual-scores/annual-score.entity.ts';
import { AssessmentYear } from './annual-scores/assessment-year.entity.ts';
import { CapDecision } from './annual-scores/cap-decision.entity.ts';
import { AssessmentMonth } from './assessment-months/assessment-month.entity.ts';
import { MonthlyScoreRow } from './monthly-scores/monthly-score.entity.ts';
import { RubricVersion } from './rubrics/rubric-version.entity.ts';
import { RubricCheck } from './rubrics/rubric-check.entity.ts';
import { DayException } from './working-days/day-exception.entity.ts';

/** Every table's entity, in the order of the migrations that make them. */
export const entities: readonly EntityClass[] = [
  DemoClock,
  AuditRow,
  Town,
  Group,
  Member,
  Membership,
  RoleGrant,
  Notice,
  Operator,
  Login,
  WechatBinding,
  LoginSecret,
  Invitation,
  Consent,
  StoredFile,
  Lesson,
  LessonUse,
  LessonCorrection,
  Theme,
  ThemeCorrection,
  Holiday,
  CheckIn,
  CheckInReminder,
  Reflection,
  SubscriptionCredit,
  SubscriptionAnswer,
  ThemePush,
  Delivery,
  Doorbell,
  DoorbellPaceRow,
  DoorbellRound,
  RosterImport,
  Venue,
  VenueBooking,
  PracticeBase,
  Teacher,
  TaughtSession,
  TeacherInvitation,
  SessionFeedback,
  MemberOwnTag,
  CourseSet,
  CourseRequest,
  CourseRequestJoiner,
  LessonAuthor,
  StudySession,
  SessionGroup,
  SessionSeries,
  SessionCounter,
  SessionOpening,
  SessionChange,
  SessionAction,
  AttendanceMark,
  AttendanceRow,
  SignInCode,
  SignIn,
  SignInSheet,
  Leave,
  MakeUp,
  Exemption,
  School,
  OrganisationChart,
  ImplementationPlan,
  Complaint,
  ComplaintPhoto,
  AssessmentMonth,
  MonthlyScoreRow,
  AssessmentYear,
  AnnualScoreRow,
  CapDecision,
  AnnualCorrection,
  VoteOpening,
  VoteFlag,
  VoteCount,
  VoteBox,
  PaperTallyRow,
  JointVote,
  RubricVersion,
  RubricCheck,
  DayException,
  ScoreEntry,
  ScoreProposal,
  OpeningEntry,
  ScoreAdjustment,
  Publication,
  PublicationPage,
  Objection,
  ObjectionAnswer,
  FormSettingRow,
  PaperBundle,
  OfficialAccount,
  Article,
  ArticleUpload,
  WechatToken,
  WechatEventRow,
  SubscriptionReport,
];
