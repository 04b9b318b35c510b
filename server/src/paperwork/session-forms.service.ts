import { Injectable } from '@nestjs/common';
import { attended, attendanceStatusNames } from '@weidangxiao/shared/rules/attendance.ts';
import { tagInChinese } from '@weidangxiao/shared/rules/member-tag.ts';
import type { SessionFormKey } from '@weidangxiao/shared/rules/paperwork-forms.ts';
import { earnedHours, hoursText } from '@weidangxiao/shared/rules/study-hours.ts';
import { sessionFormatNames, sessionKindNames, sessionStateNames, timeOf } from '@weidangxiao/shared/rules/study-session.ts';
import { weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { AttendanceService, evidenceOf } from '../attendance/attendance.service.ts';
import { GroupsService } from '../groups/groups.service.ts';
import { MembersService } from '../members/members.service.ts';
import type { TownScope } from '../platform/access/scope.ts';
import type { StudySession } from '../study-sessions/study-session.entity.ts';
import { StudySessionsService } from '../study-sessions/study-sessions.service.ts';
import { TeachersService } from '../teachers/teachers.service.ts';
import { VenuesService } from '../venues/venues.service.ts';
import type { Form, FormFact, FormRow } from './form.ts';
import { newForm } from './new-form.ts';
import { PaperHeadsService } from './paper-heads.service.ts';
import { listed, wholeDate } from './paper-words.ts';

type Roll = Awaited<ReturnType<AttendanceService['whole']>>;
type RollRow = Roll[number];
type View = Awaited<ReturnType<StudySessionsService['forPaper']>>;

/** Room for those who come along with somebody. */
const spare = 3;

/** The sheets of one study session: to be signed, as it was signed, and its record. */
@Injectable()
export class SessionFormsService {
  constructor(
    private readonly heads: PaperHeadsService,
    private readonly sessions: StudySessionsService,
    private readonly attendance: AttendanceService,
    private readonly groups: GroupsService,
    private readonly members: MembersService,
    private readonly venues: VenuesService,
    private readonly teachers: TeachersService,
  ) {}

  /** @throws AppError NOT_FOUND for a session that the caller does not lead */
  async of(scope: TownScope, key: SessionFormKey, sessionId: string): Promise<Form> {
    return this.ofSession(scope, key, await this.sessions.findLed(scope, sessionId));
  }

  async ofSession(scope: TownScope, key: SessionFormKey, session: StudySession): Promise<Form> {
    const head = await this.heads.of(scope, key);
    const [paper, roll, groups] = await Promise.all([this.sessions.forPaper(scope, session), this.attendance.whole(scope, session), this.groups.names(scope)]);
    const fileName = `${session.date} ${session.title} ${head.arranged.title}`;
    const facts = await this.facts(scope, session, paper);
    if (key === 'session-record') return newForm({ ...head, fileName, facts: [...facts, ...(await this.recordFacts(scope, session, paper, roll))], rows: { away: awayRows(roll, groups) } });
    return newForm({ ...head, fileName, facts, rows: { rows: key === 'sign-in-blank' ? blankRows(roll, groups) : filledRows(session, roll, groups) } });
  }

  private async facts(scope: TownScope, session: StudySession, { view }: View): Promise<FormFact[]> {
    const [venues, teachers] = await Promise.all([this.venues.names(scope, [session.venueId]), this.teachers.names(scope, [session.teacherId])]);
    const { expected, number, counts } = view;
    const who = expected.kind === 'groups' ? listed(expected.groups.map(({ name }) => name)) : expected.kind === 'tag' ? tagInChinese(expected.tag ?? '') : '支委会成员';
    return [
      { label: '活动名称', value: session.title, wide: true },
      { label: '时间', value: `${wholeDate(session.date)} ${weekdayInChinese(session.date)} ${timeOf(session.startsAt)}至${timeOf(session.endsAt)}` },
      { label: '地点', value: listed([venues.get(session.venueId ?? ''), session.placeText]) },
      { label: '类型', value: `${sessionKindNames[session.kind]}，${sessionFormatNames[session.format]}` },
      { label: '主讲', value: listed([teachers.get(session.teacherId ?? ''), session.teacherText]) },
      { label: '参加范围', value: who },
      { label: '期数', value: number === null ? sessionStateNames[session.state] : `第${number}期` },
      ...(counts ? [{ label: '应到', value: `${counts.expected}人` }, { label: '实到', value: `${counts.attended}人` }] : []),
    ];
  }

  private async recordFacts(scope: TownScope, session: StudySession, { actions, view }: View, roll: Roll): Promise<FormFact[]> {
    const people = await this.members.people(scope, session.spoke);
    const text = session.recordText ?? (session.recordSeconds ? `（语音记录，${session.recordSeconds}秒，在系统里听）` : '');
    const done = actions.map(({ text: what, member, due, done: at }) => `${what}（${member.name}，${wholeDate(due)}前${at ? '，已办' : ''}）`);
    return [
      { label: '学时', value: view.hours },
      { label: '旁听', value: `${roll.filter(({ guest, status }) => guest && attended(status)).length}人` },
      { label: '学习内容', value: session.covered ?? session.agenda ?? '', wide: true },
      { label: '活动记录', value: text, wide: true },
      { label: '交流发言', value: listed(session.spoke.map((id) => people.get(id)?.name)), wide: true },
      { label: '查找差距', value: session.gap ?? '', wide: true },
      { label: '整改行动', value: done.join('\n'), wide: true },
      { label: '照片', value: session.photos.length > 0 ? `${session.photos.length}张，存在系统里` : '', wide: true },
    ];
  }
}

type Names = ReadonlyMap<string, string>;
const groupName = (names: Names, { groupId, guest }: RollRow): string => (guest ? '旁听' : groupId ? (names.get(groupId) ?? '') : '');

function blankRows(roll: Roll, groups: Names): FormRow[] {
  const expected = roll.filter(({ guest }) => !guest).map((row) => ({ name: row.member.name, group: groupName(groups, row), remark: row.status === 'leave' || row.status === 'exempt' ? '已请假' : '' }));
  return [...expected, ...Array.from({ length: spare }, () => ({ group: '旁听' }))];
}

function filledRows({ hours, state }: StudySession, roll: Roll, groups: Names): FormRow[] {
  return roll.map((row) => ({
    ...{ name: row.member.name, group: groupName(groups, row), status: row.status ? attendanceStatusNames[row.status] : '没点', evidence: evidence(row) },
    hours: state === 'closed' ? hoursText(earnedHours(hours, row.status)) : '',
    remark: listed([row.spoke ? '发言' : '', row.differs ? '两处记的不一样' : '']),
  }));
}

/** Who was expected and not there, with how it is known. */
function awayRows(roll: Roll, groups: Names): FormRow[] {
  const away = roll.filter(({ guest, status }) => !guest && !attended(status));
  return away.map((row) => ({ name: row.member.name, group: groupName(groups, row), status: row.status ? attendanceStatusNames[row.status] : '没点', evidence: evidence(row) }));
}

/** Of the mark that counts. */
function evidence({ standing, status }: RollRow): string {
  const mark = standing.find((one) => one.status === status) ?? standing[0];
  return evidenceOf(mark?.way ?? null, mark?.by?.name ?? null);
}
