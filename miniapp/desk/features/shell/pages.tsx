import type { ReactElement } from 'react';
import { Empty } from '../../components/states.tsx';
import { match, usePlace } from '../../platform/router.ts';
import { useSession } from '../../platform/session.ts';
import { ExemptionsPage } from '../attendance/exemptions-page.tsx';
import { LeavesPage } from '../attendance/leaves-page.tsx';
import { MakeUpsPage } from '../attendance/make-ups-page.tsx';
import { SignInsPage } from '../attendance/sign-ins-page.tsx';
import { ArticlePage } from '../articles/article-page.tsx';
import { OfficialAccountPage } from '../articles/official-account-page.tsx';
import { AuditPage } from '../audit/audit-page.tsx';
import { ComplaintsPage } from '../complaints/complaints-page.tsx';
import { EscalatedPage } from '../complaints/escalated-page.tsx';
import { CourseRequestsPage } from '../courses/course-requests-page.tsx';
import { CourseSetsPage } from '../courses/course-sets-page.tsx';
import { CoveragePage } from '../study-coverage/coverage-page.tsx';
import { GroupsPage } from '../groups/groups-page.tsx';
import { NewPlanPage } from '../implementation-plans/new-plan-page.tsx';
import { PlansPage } from '../implementation-plans/plans-page.tsx';
import { ImportPage } from '../imports/import-page.tsx';
import { ImportStartPage } from '../imports/import-start-page.tsx';
import { LessonPage } from '../lessons/lesson-page.tsx';
import { LessonsPage } from '../lessons/lessons-page.tsx';
import { MembersPage } from '../members/members-page.tsx';
import { MonthPage } from '../months/month-page.tsx';
import { NoticesPage } from '../notices/notices-page.tsx';
import { ObjectionsPage } from '../objections/objections-page.tsx';
import { OverviewPage } from '../overview/overview-page.tsx';
import { OrganisationPage } from '../organisation/organisation-page.tsx';
import { BundlesPage } from '../paperwork/bundles-page.tsx';
import { ColumnsPage } from '../paperwork/columns-page.tsx';
import { PaperworkPage } from '../paperwork/paperwork-page.tsx';
import { PracticeBasesPage } from '../practice-bases/practice-bases-page.tsx';
import { ReflectionPage } from '../reflections/reflection-page.tsx';
import { ReflectionsPage } from '../reflections/reflections-page.tsx';
import { NewVersionPage } from '../rubrics/new-version-page.tsx';
import { RubricPage } from '../rubrics/rubric-page.tsx';
import { EntriesPage } from '../score-entries/entries-page.tsx';
import { OpeningPage } from '../score-entries/opening-page.tsx';
import { ScoreAdjustmentsPage } from '../score-adjustments/score-adjustments-page.tsx';
import { SchoolPage } from '../schools/school-page.tsx';
import { SchoolsPage } from '../schools/schools-page.tsx';
import { ActionsPage } from '../sessions/actions-page.tsx';
import { CountPage } from '../sessions/count-page.tsx';
import { EditPage } from '../sessions/edit-page.tsx';
import { PlanPage } from '../sessions/plan-page.tsx';
import { SessionPage } from '../sessions/session-page.tsx';
import { SessionsPage } from '../sessions/sessions-page.tsx';
import { SheetPage } from '../sign-in-sheets/sheet-page.tsx';
import { SheetsPage } from '../sign-in-sheets/sheets-page.tsx';
import { HoursPaperPage } from '../study-hours/hours-paper-page.tsx';
import { StatementPage } from '../study-hours/statement-page.tsx';
import { StudyHoursPage } from '../study-hours/study-hours-page.tsx';
import { InvitationsPage } from '../teachers/invitations-page.tsx';
import { TeachersPage } from '../teachers/teachers-page.tsx';
import { PackPage } from '../themes/pack-page.tsx';
import { PlannerPage } from '../themes/planner-page.tsx';
import { UnrungPage } from '../themes/unrung-page.tsx';
import { TownPage } from '../towns/town-page.tsx';
import { TownsPage } from '../towns/towns-page.tsx';
import { BallotPaperPage } from '../votes/ballot-paper-page.tsx';
import { BoxPage } from '../votes/box-page.tsx';
import { VotesPage } from '../votes/votes-page.tsx';
import { BookingsPage } from '../venues/bookings-page.tsx';
import { VenuesPage } from '../venues/venues-page.tsx';
import { YearsPage } from '../years/years-page.tsx';
import { WorkingDaysPage } from '../working-days/working-days-page.tsx';
import { destinationsFor, isCurrent } from './navigation.ts';

type Values = Record<string, string>;

/** Every address of the console and what stands there. */
const pages: readonly (readonly [pattern: string, (values: Values) => ReactElement])[] = [
  ['/', () => <OverviewPage />],
  ['/notices', () => <NoticesPage />],
  ['/themes', () => <PlannerPage monday={null} />],
  ['/themes/:monday', ({ monday = '' }) => <PlannerPage monday={monday} />],
  ['/themes/:monday/paper', ({ monday = '' }) => <PackPage monday={monday} />],
  ['/themes/:monday/unrung', ({ monday = '' }) => <UnrungPage key={monday} monday={monday} />],
  ['/themes/:monday/article', ({ monday = '' }) => <ArticlePage key={monday} monday={monday} />],
  ['/lessons', () => <LessonsPage />],
  ['/lessons/new', () => <LessonPage key="new" id={null} />],
  ['/lessons/:id', ({ id = '' }) => <LessonPage key={id} id={id} />],
  ['/sessions', () => <SessionsPage />],
  ['/sessions/new', () => <PlanPage />],
  ['/sessions/:id', ({ id = '' }) => <SessionPage key={id} id={id} />],
  ['/sessions/:id/edit', ({ id = '' }) => <EditPage key={id} id={id} />],
  ['/sessions/:id/sheet', ({ id = '' }) => <SheetPage key={id} id={id} />],
  ['/session-actions', () => <ActionsPage />],
  ['/sign-in-sheets', () => <SheetsPage />],
  ['/session-count', () => <CountPage />],
  ['/course-sets', () => <CourseSetsPage open={null} />],
  ['/course-sets/:id', ({ id = '' }) => <CourseSetsPage open={id} />],
  ['/course-requests', () => <CourseRequestsPage />],
  ['/coverage', () => <CoveragePage />],
  ['/study-hours', () => <StudyHoursPage />],
  ['/study-hours/:year/paper', ({ year = '' }) => <HoursPaperPage year={year} />],
  ['/study-hours/:year/members/:id', ({ year = '', id = '' }) => <StatementPage year={year} id={id} />],
  ['/leaves', () => <LeavesPage />],
  ['/make-ups', () => <MakeUpsPage />],
  ['/sign-ins', () => <SignInsPage />],
  ['/exemptions', () => <ExemptionsPage />],
  ['/paperwork', () => <PaperworkPage />],
  ['/paper-bundles', () => <BundlesPage />],
  ['/paper-columns', () => <ColumnsPage />],
  ['/venues', () => <VenuesPage open={null} />],
  ['/venues/:id', ({ id = '' }) => <VenuesPage open={id} />],
  ['/venue-bookings', () => <BookingsPage />],
  ['/practice-bases', () => <PracticeBasesPage />],
  ['/teachers', () => <TeachersPage open={null} />],
  ['/teachers/:id', ({ id = '' }) => <TeachersPage open={id} />],
  ['/teacher-invitations', () => <InvitationsPage />],
  ['/reflections', () => <ReflectionsPage />],
  ['/reflections/:id', ({ id = '' }) => <ReflectionPage key={id} id={id} />],
  ['/members', () => <MembersPage open={null} />],
  ['/members/:id', ({ id = '' }) => <MembersPage open={id} />],
  ['/groups', () => <GroupsPage />],
  ['/imports', () => <ImportStartPage />],
  ['/imports/:id', ({ id = '' }) => <ImportPage key={id} id={id} />],
  ['/months', () => <MonthPage />],
  ['/years', () => <YearsPage year={null} />],
  ['/years/:year', ({ year = '' }) => <YearsPage key={year} year={year} />],
  ['/months/:month/votes', ({ month = '' }) => <VotesPage key={month} month={month} />],
  ['/months/:month/votes/:id', ({ month = '', id = '' }) => <BoxPage key={`${month}/${id}`} month={month} id={id} />],
  ['/score-entries', () => <EntriesPage key="points" show="points" />],
  ['/results', () => <EntriesPage key="results" show="results" />],
  ['/talks', () => <EntriesPage key="talk" show="talk" />],
  ['/talks/:month', ({ month = '' }) => <EntriesPage key={`talk ${month}`} show="talk" of={month} />],
  ['/opening-entries', () => <OpeningPage />],
  ['/months/:month/votes/:id/paper', ({ month = '', id = '' }) => <BallotPaperPage month={month} id={id} />],
  ['/objections', () => <ObjectionsPage key="waiting" />],
  ['/objections/settled', () => <ObjectionsPage key="settled" show="settled" />],
  ['/score-adjustments', () => <ScoreAdjustmentsPage />],
  ['/rubric', () => <RubricPage />],
  ['/rubric/new', () => <NewVersionPage />],
  ['/working-days', () => <WorkingDaysPage />],
  ['/audit', () => <AuditPage />],
  ['/complaints', () => <ComplaintsPage />],
  ['/escalated', () => <EscalatedPage />],
  ['/schools', () => <SchoolsPage />],
  ['/schools/:id', ({ id = '' }) => <SchoolPage key={id} id={id} />],
  ['/organisation', () => <OrganisationPage />],
  ['/implementation-plan', () => <PlansPage />],
  ['/implementation-plan/new', () => <NewPlanPage />],
  ['/official-account', () => <OfficialAccountPage />],
  ['/town', () => <TownPage />],
  ['/towns', () => <TownsPage />],
];

export function Pages() {
  const { path } = usePlace();
  const roles = useSession(({ caller }) => caller?.roles ?? []);
  const places = destinationsFor(roles).flat();
  const wanted = path === '/' ? (places[0]?.path ?? '/') : path;
  if (!places.some((place) => isCurrent(place, wanted))) return <Elsewhere />;
  for (const [pattern, page] of pages) {
    const values = match(pattern, wanted);
    if (values) return page(values);
  }
  return <Elsewhere />;
}

function Elsewhere() {
  return (
    <Empty title="没有这一页，或者不归你看">
      <a href="#/">回到第一页</a>
    </Empty>
  );
}
