import type { RouteTable } from './route.ts';

export const studyHoursRoutes = {
  getMyHours: { method: 'GET', path: '/api/my/hours/:year', permission: 'study-hours.own', rateLimit: 'read', audit: null },
  listStudyHours: { method: 'GET', path: '/api/study-hours/:year', permission: 'study-hours.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
