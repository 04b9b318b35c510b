import type { RouteTable } from './route.ts';

export const teacherRoutes = {
  listTeachers: { method: 'GET', path: '/api/teachers', permission: 'teachers.read', rateLimit: 'read', audit: null },
  getTeacher: { method: 'GET', path: '/api/teachers/:id', permission: 'teachers.read', rateLimit: 'read', audit: null },
  createTeacher: { method: 'POST', path: '/api/teachers', permission: 'teachers.write', rateLimit: 'write', audit: 'teacher.created', status: 201 },
  updateTeacher: { method: 'PATCH', path: '/api/teachers/:id', permission: 'teachers.write', rateLimit: 'write', audit: 'teacher.changed' },
  closeTeacher: { method: 'POST', path: '/api/teachers/:id/closure', permission: 'teachers.write', rateLimit: 'write', audit: 'teacher.closed' },
  revealTeacherPhone: { method: 'POST', path: '/api/teachers/:id/phone-reveals', permission: 'teachers.phone', rateLimit: 'write', audit: 'teacher.phone-revealed' },

  createTeacherInvitation: { method: 'POST', path: '/api/teacher-invitations', permission: 'teacher-invitations.write', rateLimit: 'write', audit: 'teacher-invitation.created', status: 201 },
  listTeacherInvitations: { method: 'GET', path: '/api/teacher-invitations', permission: 'teacher-invitations.read', rateLimit: 'read', audit: null },
  answerTeacherInvitation: { method: 'POST', path: '/api/teacher-invitations/:id/answer', permission: 'teacher-invitations.answer', rateLimit: 'write', audit: 'teacher-invitation.answered' },
  withdrawTeacherInvitation: { method: 'POST', path: '/api/teacher-invitations/:id/withdrawal', permission: 'teacher-invitations.write', rateLimit: 'write', audit: 'teacher-invitation.withdrawn' },
} as const satisfies RouteTable;
