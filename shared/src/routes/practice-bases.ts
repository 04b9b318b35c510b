import type { RouteTable } from './route.ts';

export const practiceBaseRoutes = {
  listPracticeBases: { method: 'GET', path: '/api/practice-bases', permission: 'practice-bases.read', rateLimit: 'read', audit: null },
  createPracticeBase: { method: 'POST', path: '/api/practice-bases', permission: 'practice-bases.write', rateLimit: 'write', audit: 'practice-base.created', status: 201 },
  updatePracticeBase: { method: 'PATCH', path: '/api/practice-bases/:id', permission: 'practice-bases.write', rateLimit: 'write', audit: 'practice-base.changed' },
  closePracticeBase: { method: 'POST', path: '/api/practice-bases/:id/closure', permission: 'practice-bases.write', rateLimit: 'write', audit: 'practice-base.closed' },
} as const satisfies RouteTable;
