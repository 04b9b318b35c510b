import type { RouteTable } from './route.ts';

export const attendanceRoutes = {
  listAttendance: { method: 'GET', path: '/api/study-sessions/:id/attendance', permission: 'attendance.read', rateLimit: 'read', audit: null },
  /** Who may have come without being expected, by name. */
  listGuestCandidates: { method: 'GET', path: '/api/study-sessions/:id/guest-candidates', permission: 'attendance.write', rateLimit: 'read', audit: null },
  markAttendance: { method: 'POST', path: '/api/study-sessions/:id/attendance', permission: 'attendance.write', rateLimit: 'write', audit: 'attendance.marked' },
  enterSignInSheet: { method: 'POST', path: '/api/study-sessions/:id/sign-in-sheets', permission: 'attendance.write', rateLimit: 'write', audit: 'sign-in-sheet.entered', status: 201 },
  createSignInCode: { method: 'POST', path: '/api/study-sessions/:id/sign-in-code', permission: 'attendance.write', rateLimit: 'write', audit: 'sign-in-code.created', status: 201 },

  createSignIn: { method: 'POST', path: '/api/sign-ins', permission: 'sign-ins.own', rateLimit: 'login', audit: 'sign-in.created', status: 201 },
  listWaitingSignIns: { method: 'GET', path: '/api/sign-ins/waiting', permission: 'attendance.write', rateLimit: 'read', audit: null },
  decideSignIn: { method: 'POST', path: '/api/sign-ins/:id/decision', permission: 'attendance.write', rateLimit: 'write', audit: 'sign-in.decided' },

  listMyAttendance: { method: 'GET', path: '/api/my/attendance', permission: 'attendance.own', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
