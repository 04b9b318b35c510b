import type { RouteTable } from './route.ts';

export const workingDayRoutes = {
  listDayExceptions: { method: 'GET', path: '/api/working-days', permission: 'working-days.read', rateLimit: 'read', audit: null },
  setDayException: { method: 'PUT', path: '/api/working-days/:day', permission: 'working-days.write', rateLimit: 'write', audit: 'working-day.set', status: 204 },
  clearDayException: { method: 'DELETE', path: '/api/working-days/:day', permission: 'working-days.write', rateLimit: 'write', audit: 'working-day.cleared', status: 204 },
  addPublishedDays: { method: 'POST', path: '/api/working-days/published', permission: 'working-days.write', rateLimit: 'write', audit: 'working-days.published' },
} as const satisfies RouteTable;
