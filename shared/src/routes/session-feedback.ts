import type { RouteTable } from './route.ts';

export const sessionFeedbackRoutes = {
  createSessionFeedback: { method: 'POST', path: '/api/study-sessions/:id/feedback', permission: 'session-feedback.own', rateLimit: 'write', audit: 'session-feedback.given', status: 201 },
  getSessionFeedback: { method: 'GET', path: '/api/study-sessions/:id/feedback', permission: 'session-feedback.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
