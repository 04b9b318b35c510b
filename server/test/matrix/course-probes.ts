import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const hour = 3_600_000;
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const isGuest = ({ caller }: Cell): boolean => caller === 'anonymous' || caller === 'operator';
const fresh = (word: string): string => `${word}${newId().slice(0, 8)}`;

async function teacherIn(cell: Cell, memberId: string | null = null): Promise<string> {
  const body = { name: fresh('老师'), kind: 'cadre' as const, phone: '13800000000', memberId };
  return (await staffOf(cell).admin.api.call('createTeacher', { body })).id;
}
const onTeacher = async (cell: Cell) => ({ params: { id: await teacherIn(cell) } });

/** Of the owner's group, to the owner as a teacher. */
async function newInvitation(cell: Cell) {
  return { clientId: newId(), teacherId: await teacherIn(cell, cell.owner.member.id), groupId: cell.owner.member.groupId, topic: '冬油菜', date: '2026-12-01' };
}

async function invitationIn(cell: Cell): Promise<string> {
  return (await staffOf(cell).admin.api.call('createTeacherInvitation', { body: await newInvitation(cell) })).id;
}
const onInvitation = async (cell: Cell) => ({ params: { id: await invitationIn(cell) } });

/** Of the owner’s group, begun a while ago. */
let sessions = 0;
async function sessionIn(cell: Cell): Promise<string> {
  const startsAt = cell.world.server.now() - 30_000 * (sessions += 1);
  const body: Request<'createStudySession'>['body'] = {
    ...{ clientId: newId(), kind: 'night', format: 'lecture', title: '夜校', startsAt, endsAt: startsAt + hour, despiteOverlap: true },
    expects: { kind: 'groups', groupIds: [cell.owner.member.groupId ?? ''] },
  };
  return (await staffOf(cell).admin.api.call('createStudySession', { body })).id;
}

/** Closed out, with the person there. */
async function sessionWith(owner: Cell['owner'], cell: Cell): Promise<string> {
  const { api } = staffOf(cell).admin;
  const id = await sessionIn({ ...cell, owner });
  const at = { params: { id } };
  await api.call('openStudySession', at);
  const mark = { id: newId(), memberId: owner.member.id, status: 'present' as const, capturedAt: cell.world.server.now(), over: [] };
  await api.call('markAttendance', { ...at, body: { marks: [mark] } });
  await api.call('closeStudySession', { ...at, body: { clientId: newId(), line: { kind: 'text', text: '清沟排湿' }, hours: '1' } });
  return id;
}

async function setIn(cell: Cell): Promise<string> {
  return (await staffOf(cell).admin.api.call('createCourseSet', { body: { title: fresh('一套课'), tag: 'villager', why: '用得上', steps: [{ topic: '剪枝' }] } })).id;
}
const onSet = async (cell: Cell) => ({ params: { id: await setIn(cell) } });

/** By the owner; put to rest afterwards by whoever comes next, so that nobody has too many. */
async function requestOf(cell: Cell): Promise<string> {
  const open = await cell.owner.api.call('listCourseRequests', { query: { state: 'open', pageSize: 100 } });
  for (const { id, mine } of open.items) if (mine) await cell.owner.api.call('leaveCourseRequest', { params: { id } });
  return (await cell.owner.api.call('createCourseRequest', { body: { clientId: newId(), title: '果树剪枝' } })).id;
}
const onOwnRequest = async ({ world }: Cell) => {
  const { api } = world.home.fellow;
  const { items } = await api.call('listCourseRequests', { query: { state: 'open', pageSize: 100 } });
  const open = items.find(({ title }) => title === '大家的课');
  return { params: { id: open?.id ?? (await api.call('createCourseRequest', { body: { clientId: newId(), title: '大家的课' } })).id } };
};

export const courseProbes = {
  listTeachers: inList(
    async (cell) => {
      await teacherIn(cell, cell.owner.member.id);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, { owner }) => items.some(({ member }) => member?.memberId === owner.member.id),
  ),
  getTeacher: onTarget(onTeacher),
  createTeacher: plain(() => ({ body: { name: '周老师', kind: 'party_school' } })),
  updateTeacher: onTarget(async (cell) => ({ ...(await onTeacher(cell)), body: { organisation: '县委党校' } })),
  closeTeacher: onTarget(onTeacher),
  revealTeacherPhone: onTarget(onTeacher),
  createTeacherInvitation: onTarget(async (cell) => ({ body: await newInvitation(cell) })),
  listTeacherInvitations: inList(
    async (cell) => {
      const id = await invitationIn(cell);
      const { teacher } = (await staffOf(cell).admin.api.call('listTeacherInvitations', { query: { pageSize: 100 } })).items.find((one) => one.id === id) ?? {};
      return { query: { pageSize: 100, teacherId: teacher?.id ?? '' } };
    },
    ({ items }) => items.length > 0,
  ),
  answerTeacherInvitation: onTarget(async (cell) => ({ ...(await onInvitation(cell)), body: { accept: true } })),
  withdrawTeacherInvitation: onTarget(onInvitation),
  createSessionFeedback: plain(async (cell) => ({ params: { id: await sessionWith(isGuest(cell) ? cell.world.home.fellow : cell.owner, cell) }, body: { useful: 'yes', more: true } })),
  getSessionFeedback: onTarget(async (cell) => ({ params: { id: await sessionIn(cell) } })),

  listTags: plain(),
  setMemberTags: onTarget(({ owner }) => ({ params: { id: owner.member.id }, body: { tags: ['party_member'] } })),
  listCourseSets: inList(
    async (cell) => {
      const id = await setIn(cell);
      return { query: { pageSize: 100 }, headers: { 'x-seen': id } };
    },
    ({ items }, sent) => items.some(({ id }) => id === (sent as { headers?: Record<string, string> }).headers?.['x-seen']),
  ),
  getCourseSet: onTarget(onSet),
  createCourseSet: plain(() => ({ body: { title: '一套课', tag: 'cadre', why: '用得上', steps: [{ topic: '调解' }] } })),
  updateCourseSet: onTarget(async (cell) => ({ ...(await onSet(cell)), body: { why: '更用得上' } })),
  closeCourseSet: onTarget(onSet),
  listCourseSuggestions: plain(),
  listCourseRequests: inList(
    async (cell) => {
      await requestOf(cell);
      return { query: { pageSize: 100, state: 'open', groupId: cell.owner.member.groupId ?? '' } };
    },
    ({ items }, _, { owner }) => items.some(({ group }) => group?.id === owner.member.groupId),
  ),
  createCourseRequest: plain(async (cell) => {
    if (!isGuest(cell)) await requestOf(cell);
    return { body: { clientId: newId(), title: '直播怎么开头' } };
  }),
  joinCourseRequest: plain(onOwnRequest),
  leaveCourseRequest: plain(onOwnRequest),
  planCourseRequest: onTarget(async (cell) => ({ params: { id: await requestOf(cell) }, body: { sessionId: await sessionIn(cell) } })),
  closeCourseRequest: onTarget(async (cell) => ({ params: { id: await requestOf(cell) }, body: { note: '镇里没有老师会这个' } })),
} satisfies Partial<Probes>;
