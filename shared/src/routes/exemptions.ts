import type { RouteTable } from './route.ts';

export const exemptionRoutes = {
  createExemption: { method: 'POST', path: '/api/exemptions', permission: 'exemptions.write', rateLimit: 'write', audit: 'exemption.created', status: 201 },
  listExemptions: { method: 'GET', path: '/api/exemptions', permission: 'exemptions.read', rateLimit: 'read', audit: null },
  endExemption: { method: 'POST', path: '/api/exemptions/:id/end', permission: 'exemptions.write', rateLimit: 'write', audit: 'exemption.ended' },
} as const satisfies RouteTable;
