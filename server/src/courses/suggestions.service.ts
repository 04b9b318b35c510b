import { Injectable } from '@nestjs/common';
import type { Answer, Input } from '@weidangxiao/shared/contract/all.ts';
import { categories } from '@weidangxiao/shared/contract/themes.ts';
import { type CategoryStudied, type KnownRequest, suggestCourses } from '@weidangxiao/shared/rules/course.ts';
import { addDays, businessDate, mondayOfDate } from '@weidangxiao/shared/rules/week.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import { MembersService } from '../members/members.service.ts';
import { TagsService } from '../members/tags.service.ts';
import type { OwnScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ThemesService } from '../themes/themes.service.ts';
import { CourseRequestsRepository } from './course-requests.repository.ts';
import { CourseSetsRepository } from './course-sets.repository.ts';

/** How far back somebody's study is looked at. */
const weeks = 26;
/** Looked through at most, whatever a town has. */
const mostLookedAt = 50;
const categoryNames = { theory: '理论', history: '党史', farming: '种养', ecommerce: '电商', skills: '技能' } as const;

/** What one might study next, each with its reason. The rules are in `shared/rules/course.ts`; here are the facts. */
@Injectable()
export class SuggestionsService {
  constructor(
    private readonly sets: CourseSetsRepository,
    private readonly requests: CourseRequestsRepository,
    private readonly tags: TagsService,
    private readonly members: MembersService,
    private readonly themes: ThemesService,
    private readonly lessons: LessonsService,
    private readonly checkIns: CheckInsService,
    private readonly clock: Clock,
  ) {}

  async list(scope: OwnScope, { page, pageSize }: Input<'listCourseSuggestions'>['query']): Promise<Answer<'listCourseSuggestions'>> {
    const today = businessDate(this.clock.now());
    const tags = await this.tags.of(scope, await this.members.self(scope));
    const sets = await this.sets.forTags(scope, tags, mostLookedAt);
    const all = suggestCourses({ today, tags, sets, requests: await this.openRequests(scope), studied: await this.studied(scope, today) });
    return { items: all.slice((page - 1) * pageSize, page * pageSize), page, pageSize, total: all.length };
  }

  private async openRequests(scope: OwnScope): Promise<KnownRequest[]> {
    if (!scope.groupId) return [];
    const [open] = await this.requests.page(scope, { state: 'open' }, 0, mostLookedAt);
    const ids = open.map(({ id }) => id);
    const fromGroup = await this.requests.counts(scope, ids, scope.groupId);
    const mine = await this.requests.joinedAmong(scope, ids);
    return open.map(({ id, title }) => ({ id, title, fromGroup: fromGroup.get(id) ?? 0, mine: mine.has(id) }));
  }

  /** By what the themes of the half year were about, and for which of them this person checked in. */
  private async studied(scope: OwnScope, today: string): Promise<CategoryStudied[]> {
    const to = mondayOfDate(today);
    const sent = await this.themes.sentLessons(scope, addDays(to, -7 * weeks), to);
    const done = new Set((await this.checkIns.factsOf(scope, scope.memberId, sent.map(({ monday }) => monday))).map(({ monday }) => monday));
    const rows = await this.lessons.rows(scope, [...new Set(sent.flatMap(({ lessonIds }) => lessonIds))]);
    return categories.map((category) => {
      const own = new Map(rows.filter((row) => row.category === category).map(({ id, title }) => [id, title]));
      const about = sent.filter(({ lessonIds }) => lessonIds.some((id) => own.has(id)));
      const id = about.at(-1)?.lessonIds.find((one) => own.has(one));
      return { category, name: categoryNames[category], lastOn: about.filter(({ monday }) => done.has(monday)).at(-1)?.monday ?? null, lesson: id ? { id, title: own.get(id) ?? '' } : null };
    });
  }
}
