import { Injectable } from '@nestjs/common';
import type { Answer } from '@weidangxiao/shared/contract/all.ts';
import { attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import type { MemberFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { hoursText } from '@weidangxiao/shared/rules/study-hours.ts';
import { sessionKindNames } from '@weidangxiao/shared/rules/study-session.ts';
import { dateInChinese, mondaysOfYear } from '@weidangxiao/shared/rules/week.ts';
import { type AttendanceRecord, AttendanceFactsService } from '../attendance/attendance-facts.service.ts';
import { CheckInsService } from '../check-ins/check-ins.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import type { Member } from '../members/member.entity.ts';
import { MembersService } from '../members/members.service.ts';
import { MovesService } from '../members/moves.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import { ReflectionsService } from '../reflections/reflections.service.ts';
import { StudyHoursService } from '../study-hours/study-hours.service.ts';
import type { Form, FormFact, FormRow } from './form.ts';
import { dutyNames } from './group-forms.service.ts';
import { MonthFormsService } from './month-forms.service.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { listed, wholeDate } from './paper-words.ts';

export type Standing = Answer<'listStudyHours'>['items'][number];

const checkInWays = { text: '手机写的', voice: '手机说的', paper: '纸条' } as const;
const genders = { male: '男', female: '女' } as const;

/** What is kept of one person: the certificate of hours, and everything of a year. */
@Injectable()
export class MemberFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly members: MembersService,
    private readonly moves: MovesService,
    private readonly groups: GroupsService,
    private readonly facts: AttendanceFactsService,
    private readonly hours: StudyHoursService,
    private readonly checkIns: CheckInsService,
    private readonly reflections: ReflectionsService,
    private readonly months: MonthFormsService,
  ) {}

  /** @throws AppError NOT_FOUND for somebody else's, unless the caller administers the town */
  async of(scope: TownScope, key: MemberFormKey, memberId: string, year: string): Promise<Form> {
    const member = await this.members.find(scope, memberId);
    const [standing] = await this.hours.ofMembers(scope, year, [member]);
    if (!standing) throw new Error('a member was lost on the way to their hours');
    return this.ofMember(scope, key, member, year, standing);
  }

  /** With the standing known, as whoever makes many of them asks for all at once. */
  async ofMember(scope: TownScope, key: MemberFormKey, member: Member, year: string, standing: Standing): Promise<Form> {
    const head = await this.heads.of(scope, key);
    const records = (await this.facts.recordsOf(scope, member.id, `${year}-01-01`, `${year}-12-31`)).filter(({ closed }) => closed);
    const filling = { ...head, about: `${year}年`, fileName: `${member.name} ${year} ${head.arranged.title}` };
    if (key === 'member-file') return newForm({ ...filling, facts: fileFacts(member, standing), rows: await this.fileRows(scope, member, year, records) });
    const earned = records.filter(({ row }) => row.hours > 0);
    return newForm({ ...filling, facts: certificateFacts(standing), lead: certificateWords(member, year, standing, head.unit), rows: { rows: [...openingRow(standing), ...earned.map(sessionRow)] } });
  }

  private async fileRows(scope: TownScope, { id }: Member, year: string, records: readonly AttendanceRecord[]): Promise<Record<string, FormRow[]>> {
    const [memberships, names, checkIns, notes, months] = await Promise.all([
      this.moves.memberships(scope, id),
      this.groups.names(scope),
      this.checkIns.factsOf(scope, id, mondaysOfYear(Number(year))),
      this.reflections.acceptedOf(scope, id, `${year}-01-01`, `${year}-12-31`),
      this.months.gradesOf(scope, id, year),
    ]);
    return {
      memberships: memberships.filter(({ fromDate, toDate }) => fromDate <= `${year}-12-31` && (toDate ?? '9999') >= `${year}-01-01`).map(({ groupId, fromDate, toDate }) => ({ group: names.get(groupId) ?? '', from: wholeDate(fromDate), to: toDate ? wholeDate(toDate) : '至今' })),
      sessions: records.map(sessionRow),
      'check-ins': [...checkIns].sort((a, b) => a.monday.localeCompare(b.monday)).map(({ monday, kind, on, state, enteredBy }) => ({ monday: dateInChinese(monday), way: checkInWays[kind], on: dateInChinese(on), state: listed([state === 'counts' ? '已记' : '晚到，等组长定', enteredBy ? `${enteredBy}登记` : '']) })),
      months,
      reflections: notes.map(({ title, kind, on }) => ({ title, kind: kind === 'group' ? '小组' : '个人', on: dateInChinese(on) })),
    };
  }
}

function sessionRow({ row, session, number, evidence }: AttendanceRecord): FormRow {
  return {
    ...{ date: dateInChinese(session.date), session: number === null ? session.title : `第${number}期 ${session.title}`, kind: sessionKindNames[session.kind], evidence },
    ...{ status: row.status ? attendanceStatusNames[row.status] : '没点', hours: hoursText(row.hours) },
  };
}

/** Hours from before the town joined, so that the lines make the sum. */
function openingRow({ opening }: Standing): FormRow[] {
  return opening ? [{ date: '以前', session: '用系统以前的学时', kind: '', evidence: opening.evidence, status: '', hours: opening.hours }] : [];
}

function certificateFacts({ member, group, duty, months, required, hours }: Standing): FormFact[] {
  return [
    ...[{ label: '姓名', value: member.name }, { label: '学习小组', value: group?.name ?? '' }, { label: '职务类别', value: dutyNames[duty] }],
    ...[{ label: '在册月数', value: `${months}个月` }, { label: '应修学时', value: required }, { label: '已修学时', value: hours }],
  ];
}

function fileFacts({ gender, joinedOn, duty, tags }: Member, standing: Standing): FormFact[] {
  return [
    ...[{ label: '姓名', value: standing.member.name }, { label: '性别', value: gender ? genders[gender] : '' }, { label: '学习小组', value: standing.group?.name ?? '' }],
    ...[{ label: '入党时间', value: joinedOn ?? '' }, { label: '职务', value: duty ?? '' }, { label: '身份标签', value: listed(tags.map(tagInChinese)) }],
    ...[{ label: '应修学时', value: standing.required }, { label: '已修学时', value: standing.hours }],
  ];
}

function certificateWords({ name }: Member, year: string, { hours, required, missing }: Standing, unit: string): string {
  const enough = missing === '0' ? '已修满' : `还差${missing}学时`;
  return `兹证明${name}同志${year}年在${unit}参加集中学习、小组研讨、夜校和实践，共计${hours}学时，应修${required}学时，${enough}。`;
}

