import type { RouteTable } from './route.ts';

export const studyHoursRoutes = {
  getMyHours: { method: 'GET', path: '/api/my/hours/:year', permission: 'study-hours.own', rateLimit: 'read', audit: null },
  /** The same statement for somebody else, to be printed for them. */
  getMemberHours: { method: 'GET', path: '/api/members/:id/hours/:year', permission: 'study-hours.read', rateLimit: 'read', audit: null },
  listStudyHours: { method: 'GET', path: '/api/study-hours/:year', permission: 'study-hours.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
