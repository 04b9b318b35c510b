import type { RouteTable } from './route.ts';

export const publicationRoutes = {
  getPublicationDraft: { method: 'GET', path: '/api/assessment-months/:month/draft', permission: 'publications.draft', rateLimit: 'read', audit: null },
  listMonthScores: { method: 'GET', path: '/api/assessment-months/:month/scores', permission: 'publications.draft', rateLimit: 'read', audit: null },
  publishMonth: { method: 'POST', path: '/api/assessment-months/:month/publication', permission: 'publications.write', rateLimit: 'write', audit: 'month.published', status: 201 },
  listPublications: { method: 'GET', path: '/api/publications', permission: 'publications.read', rateLimit: 'read', audit: null },
  getPublication: { method: 'GET', path: '/api/publications/:kind/:period', permission: 'publications.read', rateLimit: 'read', audit: null },
  listPublicationLines: { method: 'GET', path: '/api/publications/:kind/:period/lines', permission: 'publications.read', rateLimit: 'read', audit: null },
  verifyPublication: { method: 'GET', path: '/api/verifications/:code', permission: 'publications.verify', rateLimit: 'login', audit: null },
} as const satisfies RouteTable;
