import type { RouteTable } from './route.ts';

export const rubricRoutes = {
  getRubric: { method: 'GET', path: '/api/rubric', permission: 'rubric.read', rateLimit: 'read', audit: null },
  listRubricVersions: { method: 'GET', path: '/api/rubric-versions', permission: 'rubric.read', rateLimit: 'read', audit: null },
  createRubricVersion: { method: 'POST', path: '/api/rubric-versions', permission: 'rubric.write', rateLimit: 'write', audit: 'rubric-version.created', status: 201 },
  withdrawRubricVersion: { method: 'POST', path: '/api/rubric-versions/:id/withdrawal', permission: 'rubric.write', rateLimit: 'write', audit: 'rubric-version.withdrawn' },
  checkRubricLabel: { method: 'PUT', path: '/api/rubric-checks/:dimension', permission: 'rubric.write', rateLimit: 'write', audit: 'rubric-label.checked' },
  createRubricPreview: { method: 'POST', path: '/api/rubric-previews', permission: 'rubric.preview', rateLimit: 'upload', audit: null, status: 200 },
} as const satisfies RouteTable;
