import type { RouteTable } from './route.ts';

export const schoolRoutes = {
  listSchools: { method: 'GET', path: '/api/schools', permission: 'schools.read', rateLimit: 'read', audit: null },
  getSchool: { method: 'GET', path: '/api/schools/:id', permission: 'schools.read', rateLimit: 'read', audit: null },
  updateSchool: { method: 'PATCH', path: '/api/schools/:id', permission: 'schools.write', rateLimit: 'write', audit: 'school.changed' },
} as const satisfies RouteTable;
