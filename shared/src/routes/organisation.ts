import type { RouteTable } from './route.ts';

export const organisationRoutes = {
  getOrganisation: { method: 'GET', path: '/api/organisation', permission: 'organisation.read', rateLimit: 'read', audit: null },
  setOrganisation: { method: 'PUT', path: '/api/organisation', permission: 'organisation.write', rateLimit: 'write', audit: 'organisation.set' },
} as const satisfies RouteTable;
