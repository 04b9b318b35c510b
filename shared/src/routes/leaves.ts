import type { RouteTable } from './route.ts';

export const leaveRoutes = {
  createLeave: { method: 'POST', path: '/api/leaves', permission: 'leaves.write', rateLimit: 'write', audit: 'leave.created', status: 201 },
  listLeaves: { method: 'GET', path: '/api/leaves', permission: 'leaves.read', rateLimit: 'read', audit: null },
  decideLeave: { method: 'POST', path: '/api/leaves/:id/decision', permission: 'leaves.decide', rateLimit: 'write', audit: 'leave.decided' },
  withdrawLeave: { method: 'POST', path: '/api/leaves/:id/withdrawal', permission: 'leaves.write', rateLimit: 'write', audit: 'leave.withdrawn' },
} as const satisfies RouteTable;
