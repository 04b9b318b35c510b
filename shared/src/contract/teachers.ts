import { z } from 'zod';
import type { teacherRoutes } from '../routes/teachers.ts';
import { invitationStates, teacherKinds } from '../rules/teacher.ts';
import { byId, date, id, instant, optionalText, page, pageQuery, person, phone, text } from './common.ts';
import type { ContractOf } from './contract.ts';

const kind = z.enum(teacherKinds);

const teacher = z.object({
  id,
  name: z.string(),
  kind,
  organisation: z.string(),
  topics: z.array(z.string()),
  tags: z.array(z.string()),
  /** The member of the town that a local teacher is. */
  member: person.nullable(),
  hasPhone: z.boolean(),
  /** 138****1234, 读不出 where the key that sealed it is gone; for those who invite, null for others and for whoever left none. */
  phoneMasked: z.string().nullable(),
  /** Sessions closed out with this teacher. Nothing is ever ordered by it. */
  taught: z.int(),
  closed: z.boolean(),
});

const written = {
  organisation: optionalText(60).optional(),
  topics: z.array(text(30)).max(20, '最多20个专题').optional(),
  tags: z.array(text(12)).max(10, '最多10个标签').optional(),
  memberId: id.nullable().optional(),
  phone: phone.nullable().optional(),
};

const invitation = z.object({
  id,
  teacher: z.object({ id, name: z.string() }),
  state: z.enum(invitationStates),
  topic: z.string(),
  date,
  /** The study session that it is for, where there is one already. */
  sessionId: id.nullable(),
  /** Who invites; null for the town. */
  group: z.object({ id, name: z.string() }).nullable(),
  invitedBy: person,
  createdAt: instant,
  /** `by` is the teacher, or whoever wrote down what the teacher said. */
  answer: z.object({ at: instant, by: person, note: z.string().nullable() }).nullable(),
  withdrawnAt: instant.nullable(),
  /** Whether the caller is the one invited. */
  forMe: z.boolean(),
});

export const teacherContract = {
  /** By name; never by how often or how well anybody taught. */
  listTeachers: {
    query: pageQuery.extend({ kind: kind.optional(), local: z.stringbool().optional(), q: optionalText(30).optional(), closed: z.stringbool().default(false) }),
    answer: page(teacher),
  },
  getTeacher: {
    params: byId,
    answer: teacher.extend({ sessions: z.array(z.object({ sessionId: id, title: z.string(), date })) }),
  },
  createTeacher: { body: z.object({ ...written, name: text(30), kind }), answer: teacher },
  updateTeacher: { params: byId, body: z.object({ ...written, name: text(30).optional(), kind: kind.optional() }), answer: teacher },
  closeTeacher: { params: byId, answer: teacher },
  revealTeacherPhone: { params: byId, answer: z.object({ phone: z.string().nullable() }) },

  createTeacherInvitation: {
    /** Either for a session, or for a date. `groupId` null: the town invites. */
    body: z.object({ clientId: id, teacherId: id, groupId: id.nullable(), topic: text(60), sessionId: id.nullable().default(null), date: date.nullable().default(null) }),
    answer: invitation,
  },
  listTeacherInvitations: {
    query: pageQuery.extend({ teacherId: id.optional(), sessionId: id.optional(), state: z.enum(invitationStates).optional() }),
    answer: page(invitation),
  },
  answerTeacherInvitation: { params: byId, body: z.object({ accept: z.boolean(), note: optionalText(200).nullable().default(null) }), answer: invitation },
  withdrawTeacherInvitation: { params: byId, answer: invitation },
} satisfies ContractOf<typeof teacherRoutes>;
