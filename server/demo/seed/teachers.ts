import type { INestApplicationContext } from '@nestjs/common';
import { addDays, businessDate } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import type { Member } from '../../src/members/member.entity.ts';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { InvitationsService } from '../../src/teachers/invitations.service.ts';
import { TeachersService } from '../../src/teachers/teachers.service.ts';
import { asPerson } from './as-person.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';
import type { Named } from './session-plans.ts';

const outside = [
  { name: '李老师', kind: 'party_school', organisation: '县委党校', topics: ['党史', '党章'], tags: ['讲得慢'] },
  { name: '周老师', kind: 'upper_organisation', organisation: '镇农技站', topics: ['冬油菜', '柑橘病虫'], tags: ['能下田'] },
  { name: '杨同志', kind: 'upper_organisation', organisation: '司法所', topics: ['合同五条', '邻里纠纷'], tags: [] },
] as const;
const local = [
  { kind: 'rich_leader', topics: ['手机卖橘子', '直播'], tags: ['带徒弟'] },
  { kind: 'cadre', topics: ['村规民约', '算集体账'], tags: [] },
  { kind: 'reserve', topics: ['拍短视频'], tags: ['年轻人'] },
  { kind: 'rich_leader', topics: ['羊肚菌'], tags: ['有大棚'] },
] as const;

/** Teachers from outside, and local ones who are members of the town; by the first thing that each teaches. */
export function seedTeachers(app: INestApplicationContext, town: SampleTown): Promise<Map<string, Named>> {
  const pool = new Map<string, Named>();
  return app.get(Acts).perform(town.scope, async () => {
    for (const [at, teacher] of outside.entries()) await add(app, town.admin, pool, { ...teacher, topics: [...teacher.topics], tags: [...teacher.tags], phone: `1390000000${at + 1}` });
    for (const [at, teacher] of local.entries()) {
      const member = town.members.filter(({ tags }) => tags.includes(teacher.kind === 'cadre' ? 'cadre' : teacher.kind))[at];
      if (member) await add(app, town.admin, pool, { ...teacher, name: member.name, organisation: '', topics: [...teacher.topics], tags: [...teacher.tags], memberId: member.id });
    }
    return pool;
  }, { act: 'teachers.seeded' });
}

/** One has answered, one is still being asked. */
export async function seedInvitations(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const invitations = app.get(InvitationsService);
  const today = businessDate(app.get(Clock).now());
  for (const [at, leader] of demoLeadersFirst(town).slice(0, 3).entries()) {
    const answer = ({ id }: { id: string }) => asPerson(leader, 'group', 'answerTeacherInvitation', (scope: GroupScope) => invitations.answer(scope, id, { accept: at === 0, note: at === 0 ? '自己带种子来' : '那天要开会' }));
    const teacher = (await asPerson(leader, 'town', 'listTeachers', (scope: WholeTownScope) => app.get(TeachersService).list(scope, { page: 1, pageSize: 20, closed: false }))).items[at];
    if (!teacher || !leader.groupId) continue;
    const body = { clientId: randomUUID(), teacherId: teacher.id, groupId: leader.groupId, topic: teacher.topics[0] ?? '讲一课', sessionId: null, date: addDays(today, 5 + at) };
    const invited = await asPerson(leader, 'group', 'createTeacherInvitation', (scope: GroupScope) => invitations.create(scope, body));
    if (at < 2) await answer(invited);
  }
}

async function add(app: INestApplicationContext, admin: Member, pool: Map<string, Named>, body: Parameters<TeachersService['add']>[1]): Promise<void> {
  const { id } = await asPerson(admin, 'town', 'createTeacher', (scope: WholeTownScope) => app.get(TeachersService).add(scope, body));
  pool.set(body.topics?.[0] ?? '', { id, text: `${body.organisation ?? ''}${body.name}` });
}
