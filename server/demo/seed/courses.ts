import type { INestApplicationContext } from '@nestjs/common';
import type { Input } from '@weidangxiao/shared/contract/all.ts';
import type { memberTags } from '@weidangxiao/shared/rules/member-tag.ts';
import { randomUUID } from 'node:crypto';
import { CourseRequestsService } from '../../src/courses/course-requests.service.ts';
import { CourseSetsService } from '../../src/courses/course-sets.service.ts';
import { MemberTagsService } from '../../src/courses/member-tags.service.ts';
import { RequestPlanningService } from '../../src/courses/request-planning.service.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, OwnScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { StudySessionsService } from '../../src/study-sessions/study-sessions.service.ts';
import { asPerson } from './as-person.ts';
import type { LessonShelf } from './lessons.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';

interface SampleSet {
  readonly title: string;
  readonly tag: (typeof memberTags)[number] | '养蜂户';
  readonly why: string;
  readonly category: string;
  readonly topics: readonly string[];
}

const sets: readonly SampleSet[] = [
  { title: '带头人三课：从种到卖', tag: 'rich_leader', why: '带头人先会，才带得动身边的人。', category: 'ecommerce', topics: ['拍一条自家的短视频', '算清一箱的账', '发第一单'] },
  { title: '党员必修：讲得出的党史', tag: 'party_member', why: '自己讲得出，才讲得进别人心里。', category: 'history', topics: ['听一课', '记一个人一件事', '讲给家里人听'] },
  { title: '干部一套：把道理说明白', tag: 'cadre', why: '群众问得最多的几件事，先自己弄懂。', category: 'theory', topics: ['政策读一遍', '用自己的话说一遍'] },
  { title: '后备力量：先会组织一场学习', tag: 'reserve', why: '接得住这一摊，要先办过一场。', category: 'skills', topics: ['排一次议程', '主持一次讨论', '写三句记录'] },
  { title: '养蜂户：冬天怎么管', tag: '养蜂户', why: '镇里七户养蜂，冬天最容易出事。', category: 'farming', topics: ['保温', '喂糖', '看病'] },
];

interface SampleRequest {
  readonly title: string;
  readonly detail: string;
  readonly category: Input<'createCourseRequest'>['body']['category'];
  readonly joins: number;
  /** Why the town will hold no session on it. */
  readonly answer?: string;
}

const requests: readonly SampleRequest[] = [
  { title: '柑橘冬剪', detail: '去年剪重了，想看人怎么下剪子', category: 'farming', joins: 6 },
  { title: '直播怎么开头', detail: '一开播就没人说话', category: 'ecommerce', joins: 4 },
  { title: '医保报销怎么走', detail: '', category: null, joins: 9 },
  { title: '电动三轮小毛病', detail: '刹车和电瓶', category: 'skills', joins: 2 },
  { title: '开挖掘机', detail: '想考个证', category: 'skills', joins: 1, answer: '要到区里的驾校考，镇上开不了；想去的找劳务站，路费能报。' },
];

/** What the town calls its people, the sets that are put together for them, and what members have asked for. */
export async function seedCourses(app: INestApplicationContext, town: SampleTown, lessonIds: LessonShelf): Promise<void> {
  await app.get(Acts).perform(town.scope, async () => {
    for (const member of town.members.filter((_, at) => at % 19 === 5)) {
      await asPerson(town.admin, 'town', 'setMemberTags', (scope: WholeTownScope) => app.get(MemberTagsService).set(scope, member.id, [...member.tags, '养蜂户']));
    }
    for (const set of sets) await addSet(app, town, set, lessonIds);
    for (const at of requests.keys()) await ask(app, town, at);
  }, { act: 'courses.seeded' });
  await planFirst(app, town);
}

async function addSet(app: INestApplicationContext, { admin }: SampleTown, { category, topics, ...set }: SampleSet, lessonIds: LessonShelf): Promise<void> {
  const lessons = lessonIds.get(category) ?? [];
  const steps = topics.map((topic, at) => ({ topic, lessonId: lessons[at] ?? null }));
  await asPerson(admin, 'town', 'createCourseSet', (scope: WholeTownScope) => app.get(CourseSetsService).add(scope, { ...set, steps }));
}

/** By somebody of a group, the demo leader's first; the people who come next in the roster join. */
async function ask(app: INestApplicationContext, town: SampleTown, at: number): Promise<void> {
  const wanted = requests[at];
  const group = demoLeadersFirst(town)[at]?.groupId;
  const [first, ...others] = town.members.slice(town.members.findIndex(({ groupId }) => groupId === group) + 1);
  if (!wanted || !first) return;
  const { joins, answer, ...body } = wanted;
  const service = app.get(CourseRequestsService);
  const { id } = await asPerson(first, 'own', 'createCourseRequest', (scope: OwnScope) => service.create(scope, { ...body, clientId: randomUUID() }));
  for (const member of others.slice(0, joins)) await asPerson(member, 'own', 'joinCourseRequest', (scope: OwnScope) => service.join(scope, id));
  if (answer) await asPerson(town.admin, 'town', 'closeCourseRequest', (scope: WholeTownScope) => app.get(RequestPlanningService).close(scope, id, answer));
}

/** The demo's leader has put the request of the own group into its next session. */
async function planFirst(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const [leader] = demoLeadersFirst(town);
  if (!leader?.groupId) return;
  const { groupId } = leader;
  const asked = await asPerson(leader, 'town', 'listCourseRequests', (scope: WholeTownScope) => app.get(CourseRequestsService).list(scope, { page: 1, pageSize: 1, state: 'open', groupId }));
  const coming = await asPerson(leader, 'town', 'listStudySessions', (scope: WholeTownScope) => app.get(StudySessionsService).list(scope, { page: 1, pageSize: 20, state: 'planned', groupId, order: 'asc' }));
  const [request, session] = [asked.items[0], coming.items.find(({ group }) => group?.id === groupId)];
  if (request && session) await asPerson(leader, 'group', 'planCourseRequest', (scope: GroupScope) => app.get(RequestPlanningService).plan(scope, request.id, session.id));
}
