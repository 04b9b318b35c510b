import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { isoMondays, stripStep } from '@weidangxiao/shared/rules/coverage.ts';
import { addDays, isoWeek, mondayOfDate } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { reaches } from '../members/members.service.ts';
import type { GroupScope, WholeTownScope } from '../platform/access/scope.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';

type Group = Answer<'getSessionStrip'>['groups'][number];
type Held = Awaited<ReturnType<StudySessionsService['datesByGroup']>>[number];

/** Groups × weeks of a year, to look at. */
@Injectable()
export class SessionStripService {
  constructor(
    private readonly sessions: StudySessionsService,
    private readonly groups: GroupsService,
  ) {}

  async get(scope: GroupScope | WholeTownScope, year: number): Promise<Answer<'getSessionStrip'>> {
    const mondays = isoMondays(year);
    const [first = `${year}-01-01`] = mondays;
    const groups = (await this.groups.open(scope)).filter(({ id }) => reaches(scope, id));
    const dated = await this.sessions.datesByGroup(scope, groups.map(({ id }) => id), first, addDays(first, mondays.length * 7 - 1));
    const ofGroup = new Map<string, Held[]>();
    for (const one of dated) if (one.state !== 'cancelled') ofGroup.set(one.groupId, [...(ofGroup.get(one.groupId) ?? []), one]);
    return { year, weeks: mondays.map((monday) => ({ monday, week: isoWeek(monday).week })), groups: groups.map(({ id, name }) => ({ group: { id, name }, cells: cellsOf(ofGroup.get(id) ?? []) })) };
  }
}

function cellsOf(sessions: readonly Held[]): Group['cells'] {
  const weeks = new Map<string, Held[]>();
  for (const one of sessions) weeks.set(mondayOfDate(one.date), [...(weeks.get(mondayOfDate(one.date)) ?? []), one]);
  return [...weeks]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([monday, all]) => {
      const held = all.filter(({ state }) => state !== 'planned').length;
      return { monday, held, planned: all.length - held, kinds: [...new Set(all.map(({ kind }) => kind))].sort(), step: stripStep(held) };
    });
}
