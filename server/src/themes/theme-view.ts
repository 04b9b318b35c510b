import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { isoWeek } from '@weidangxiao/shared/rules/week.ts';
import { LessonsService } from '../lessons/lessons.service.ts';
import { MembersService, type Person } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ThemeAuthors } from './theme-authors.ts';
import type { Theme } from './theme.entity.ts';
import { ThemesRepository } from './themes.repository.ts';

export type ThemeAnswer = Answer<'getTheme'>;
type Row = NonNullable<Answer<'listThemes'>['mondays'][number]['theme']>;
type People = ReadonlyMap<string, Person>;

/** A theme as planners and approvers see it. */
@Injectable()
export class ThemeView {
  constructor(
    private readonly themes: ThemesRepository,
    private readonly lessons: LessonsService,
    private readonly authors: ThemeAuthors,
    private readonly members: MembersService,
  ) {}

  async of(scope: TownScope, theme: Theme): Promise<ThemeAnswer> {
    const [lessons, corrections] = await Promise.all([this.lessons.rows(scope, theme.lessonIds), this.themes.corrections(scope, theme.id)]);
    const authorIds = await this.authors.of(scope, theme);
    const { submittedBy, approvedBy, returnedBy } = theme;
    const people = await this.members.people(scope, [...authorIds, submittedBy, approvedBy, returnedBy, ...corrections.map(({ madeBy }) => madeBy)]);
    const { id, monday, title, lead, state, revision, sentAt, changedAt, articleUrl } = theme;
    return {
      ...{ id, monday, title, lead, state, revision, sentAt, changedAt, articleUrl, lessons },
      week: isoWeek(monday).week,
      authors: authorIds.map((authorId) => personOf(people, authorId)),
      submitted: step(people, theme.submittedAt, submittedBy),
      approved: step(people, theme.approvedAt, approvedBy),
      returned: returnOf(people, theme),
      corrections: corrections.map(({ at, madeBy, note }) => ({ at, note, by: personOf(people, madeBy) })),
    };
  }
}

export function rowOf({ id, monday, title, state, lessonIds }: Theme): Row {
  return { id, monday, title, state, week: isoWeek(monday).week, lessons: lessonIds.length };
}

function step(people: People, at: number | null, by: string | null): ThemeAnswer['submitted'] {
  return at === null || by === null ? null : { at, by: personOf(people, by) };
}

function returnOf(people: People, { returnedAt, returnedBy, returnedReason }: Theme): ThemeAnswer['returned'] {
  const returned = step(people, returnedAt, returnedBy);
  return returned && { ...returned, reason: returnedReason ?? '' };
}

/** Whoever acted stays on record, even where the roster knows them no more. */
function personOf(people: People, memberId: string): Person {
  return people.get(memberId) ?? { memberId, name: '已不在册' };
}
