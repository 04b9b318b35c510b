import type { RouteTable } from './route.ts';

export const assessmentMonthRoutes = {
  getAssessmentMonth: { method: 'GET', path: '/api/assessment-months/:month', permission: 'assessment-months.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
