import { Injectable } from '@nestjs/common';
import { daysOfPeriod } from '@weidangxiao/shared/rules/paperwork.ts';
import { type GroupFormKey, groupFormKeys, type MemberFormKey, memberFormKeys, type SessionFormKey, type TownFormKey, townFormKeys } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { businessDate } from '@weidangxiao/shared/rules/week.ts';
import type { Group } from '../groups/group.entity.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { Clock } from '../platform/clock/clock.ts';
import { StudyHoursService } from '../study-hours/study-hours.service.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import type { Form } from './form.ts';
import { GroupFormsService } from './group-forms.service.ts';
import { MemberFormsService, type Standing } from './member-forms.service.ts';
import { MonthFormsService } from './month-forms.service.ts';
import { safeName } from './new-form.ts';
import { SessionFormsService } from './session-forms.service.ts';
import { TownFormsService } from './town-forms.service.ts';
import { YearFormsService } from './year-forms.service.ts';

/** A form with the folder of the zip that it goes into. */
export interface Sheet {
  readonly folder: string;
  readonly form: Form;
}

const chunk = 200;
const sessionForms: readonly SessionFormKey[] = ['sign-in', 'session-record'];
const ofMonth: readonly GroupFormKey[] = ['leave-sheet'];

/** Which forms make up a town's month or year, one after the other; never more than one group's people in memory. */
@Injectable()
export class BundleContentsService {
  constructor(
    private readonly sessions: StudySessionsService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly hours: StudyHoursService,
    private readonly sessionForms: SessionFormsService,
    private readonly groupForms: GroupFormsService,
    private readonly memberForms: MemberFormsService,
    private readonly townForms: TownFormsService,
    private readonly monthForms: MonthFormsService,
    private readonly yearForms: YearFormsService,
    private readonly clock: Clock,
  ) {}

  /** How many sheets there will be, as far as it can be known before; for the progress. */
  async count(scope: TownScope, period: string): Promise<number> {
    const { from, to } = this.daysOf(period);
    let sessions = 0;
    for (let got = chunk; got === chunk; sessions += got) got = (await this.sessions.closedBetween(scope, from, to, sessions, chunk)).length;
    const groups = await this.groups.countOpen(scope);
    const people = isYear(period) ? (await this.members.countActive(scope)) * memberFormKeys.length : 0;
    const years = (await this.hasYear(scope, period)) ? 1 : 0;
    return townFormKeys.length + years + (await this.monthForms.publishedMonths(scope, period)).length + groups * this.groupFormsOf(period).length + sessions * sessionForms.length + people;
  }

  async *sheets(scope: TownScope, period: string): AsyncIterable<Sheet> {
    for (const key of townFormKeys) yield { folder: '全镇', form: await this.townForms.of(scope, key, periodOf(key, period)) };
    for (const month of await this.monthForms.publishedMonths(scope, period)) yield { folder: '全镇', form: await this.monthForms.of(scope, 'month-published', month) };
    if (await this.hasYear(scope, period)) yield { folder: '全镇', form: await this.yearForms.of(scope, 'year-published', period) };
    yield* this.sessionSheets(scope, period);
    for (const group of await this.groups.open(scope)) {
      for (const key of this.groupFormsOf(period)) yield { folder: safeName(group.name), form: await this.groupForms.of(scope, key, group.id, period) };
      if (isYear(period)) yield* this.peopleOf(scope, group.name, period, await this.members.activeOfGroup(scope, group.id));
    }
    if (isYear(period)) yield* this.unassigned(scope, period);
  }

  private async hasYear(scope: TownScope, period: string): Promise<boolean> {
    return isYear(period) && this.yearForms.isPublished(scope, period);
  }

  private async *sessionSheets(scope: TownScope, period: string): AsyncIterable<Sheet> {
    const { from, to } = this.daysOf(period);
    const names = await this.groups.names(scope);
    for (let skip = 0, got = chunk; got === chunk; skip += got) {
      const sessions = await this.sessions.closedBetween(scope, from, to, skip, chunk);
      got = sessions.length;
      for (const session of sessions) {
        const folder = `${safeName((session.groupId && names.get(session.groupId)) || '全镇')}/学习活动`;
        for (const key of sessionForms) yield { folder, form: await this.sessionForms.ofSession(scope, key, session) };
      }
    }
  }

  /** Whoever is in no group has a file too. */
  private async *unassigned(scope: TownScope, year: string): AsyncIterable<Sheet> {
    for (let after: string | null = null, got = chunk; got === chunk; ) {
      const members: Member[] = await this.members.activeAfter(scope, after, chunk);
      [got, after] = [members.length, members.at(-1)?.id ?? after];
      yield* this.peopleOf(scope, '没有小组', year, members.filter(({ groupId }) => groupId === null));
    }
  }

  private async *peopleOf(scope: TownScope, group: Group['name'], year: string, members: readonly Member[]): AsyncIterable<Sheet> {
    const standings = new Map((await this.hours.ofMembers(scope, year, members)).map((standing) => [standing.member.memberId, standing]));
    for (const member of members) for (const key of memberFormKeys) yield await this.personal(scope, group, key, member, year, standings.get(member.id));
  }

  private async personal(scope: TownScope, group: string, key: MemberFormKey, member: Member, year: string, standing: Standing | undefined): Promise<Sheet> {
    if (!standing) throw new Error('a member was lost on the way to their hours');
    const form = await this.memberForms.ofMember(scope, key, member, year, standing);
    return { folder: `${safeName(group)}/一人一档`, form };
  }

  private groupFormsOf(period: string): readonly GroupFormKey[] {
    return isYear(period) ? groupFormKeys : ofMonth;
  }

  private daysOf(period: string): { from: string; to: string } {
    const { from, to } = daysOfPeriod(period);
    const today = businessDate(this.clock.now());
    return { from, to: to > today && from <= today ? today : to };
  }
}

const isYear = (period: string): boolean => period.length === 4;
const periodOf = (key: TownFormKey, period: string): string | null => (key === 'push-ledger' ? period : null);
