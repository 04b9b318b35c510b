import type { RouteTable } from './route.ts';

export const implementationPlanRoutes = {
  getImplementationPlan: { method: 'GET', path: '/api/implementation-plan', permission: 'implementation-plans.read', rateLimit: 'read', audit: null },
  listImplementationPlans: { method: 'GET', path: '/api/implementation-plans', permission: 'implementation-plans.read', rateLimit: 'read', audit: null },
  createImplementationPlan: { method: 'POST', path: '/api/implementation-plans', permission: 'implementation-plans.write', rateLimit: 'write', audit: 'implementation-plan.created', status: 201 },
} as const satisfies RouteTable;
