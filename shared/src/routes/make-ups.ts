import type { RouteTable } from './route.ts';

export const makeUpRoutes = {
  createMakeUp: { method: 'POST', path: '/api/make-ups', permission: 'make-ups.write', rateLimit: 'write', audit: 'make-up.created', status: 201 },
  listMakeUps: { method: 'GET', path: '/api/make-ups', permission: 'make-ups.read', rateLimit: 'read', audit: null },
  decideMakeUp: { method: 'POST', path: '/api/make-ups/:id/decision', permission: 'make-ups.decide', rateLimit: 'write', audit: 'make-up.decided' },
} as const satisfies RouteTable;
