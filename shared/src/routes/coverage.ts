import type { RouteTable } from './route.ts';

export const coverageRoutes = {
  getCoverage: { method: 'GET', path: '/api/coverage/:month', permission: 'coverage.read', rateLimit: 'read', audit: null },
  getSessionStrip: { method: 'GET', path: '/api/session-strip/:year', permission: 'coverage.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
