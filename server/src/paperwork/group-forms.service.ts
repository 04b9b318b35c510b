import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { AppError } from '@weidangxiao/shared/errors.ts';
import { leaveReasonNames, leaveStateNames } from '@weidangxiao/shared/rules/leave.ts';
import { makeUpStateNames, makeUpWayNames } from '@weidangxiao/shared/rules/make-up.ts';
import { daysOfPeriod, periodInChinese } from '@weidangxiao/shared/rules/paperwork.ts';
import type { GroupFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { dateInChinese } from '@weidangxiao/shared/rules/week.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { LeavesService } from '../leaves/leaves.service.ts';
import { MakeUpsService } from '../make-ups/make-ups.service.ts';
import { MembersService, reaches } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { StudyHoursService } from '../study-hours/study-hours.service.ts';
import type { Form, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { listed, moment } from './paper-words.ts';

type Standing = Answer<'listStudyHours'>['items'][number];

export const dutyNames: Readonly<Record<Standing['duty'], string>> = { ordinary: '普通党员', office: '班子成员' };

/** The sheets of one group: its leaves and make-ups of a month, its hours of a year. */
@Injectable()
export class GroupFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly leaves: LeavesService,
    private readonly makeUps: MakeUpsService,
    private readonly hours: StudyHoursService,
  ) {}

  /** Hours are a year's, also where a month is asked for. @throws AppError NOT_FOUND for a group that the caller does not lead */
  async of(scope: TownScope, key: GroupFormKey, groupId: string, asked: string): Promise<Form> {
    if (!reaches(scope, groupId)) throw new AppError('NOT_FOUND');
    const period = key === 'group-hours' ? asked.slice(0, 4) : asked;
    const { name } = await this.groups.find(scope, groupId);
    const head = await this.heads.of(scope, key);
    const filling = { ...head, unit: `${head.unit}${name}`, about: periodInChinese(period), fileName: `${name} ${period} ${head.arranged.title}` };
    if (key === 'group-hours') return newForm({ ...filling, rows: { rows: await this.hoursRows(scope, groupId, period) } });
    const { from, to } = daysOfPeriod(period);
    const [leaves, makeUps] = await Promise.all([this.leaves.ofGroup(scope, groupId, from, to), this.makeUps.ofGroup(scope, groupId, from, to)]);
    return newForm({ ...filling, rows: { leaves: leaves.map(leaveRow), 'make-ups': makeUps.map(makeUpRow) } });
  }

  private async hoursRows(scope: TownScope, groupId: string, year: string): Promise<FormRow[]> {
    const standings = await this.hours.ofMembers(scope, year, await this.members.activeOfGroup(scope, groupId));
    return standings.map(({ member, duty, months, required, hours, missing }) => ({ name: member.name, duty: dutyNames[duty], months: String(months), required, hours, missing }));
  }
}

function leaveRow({ member, session, reason, text, capturedAt, state, decision, enteredBy, late }: Awaited<ReturnType<LeavesService['ofGroup']>>[number]): FormRow {
  return {
    ...{ name: member.name, date: dateInChinese(session.date), session: session.title, reason: listed([leaveReasonNames[reason], text]), asked: moment(capturedAt) },
    ...{ state: leaveStateNames[state], decidedBy: decision?.by.name ?? '', remark: listed([decision?.reason, enteredBy ? `${enteredBy.name}代登记` : '', late ? '开始后才收到' : '']) },
  };
}

function makeUpRow({ member, session, way, text, on, state, decision, enteredBy, late }: Awaited<ReturnType<MakeUpsService['ofGroup']>>[number]): FormRow {
  return {
    ...{ name: member.name, date: dateInChinese(session.date), session: session.title, way: listed([makeUpWayNames[way], text]), on: dateInChinese(on) },
    ...{ state: makeUpStateNames[state], decidedBy: decision?.by.name ?? '', remark: listed([decision?.reason, enteredBy ? `${enteredBy.name}代登记` : '', late ? '期限后才收到' : '']) },
  };
}
