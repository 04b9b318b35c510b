import type { RouteTable } from './route.ts';

export const studySessionRoutes = {
  listStudySessions: { method: 'GET', path: '/api/study-sessions', permission: 'study-sessions.read', rateLimit: 'read', audit: null },
  getStudySession: { method: 'GET', path: '/api/study-sessions/:id', permission: 'study-sessions.read', rateLimit: 'read', audit: null },
  createStudySession: { method: 'POST', path: '/api/study-sessions', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.created', status: 201 },
  // PUT, since leaders change their plans in WeChat, which has no PATCH.
  updateStudySession: { method: 'PUT', path: '/api/study-sessions/:id', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.changed' },
  moveStudySession: { method: 'POST', path: '/api/study-sessions/:id/move', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.moved' },
  cancelStudySession: { method: 'POST', path: '/api/study-sessions/:id/cancellation', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.cancelled' },
  openStudySession: { method: 'POST', path: '/api/study-sessions/:id/opening', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.opened' },
  closeStudySession: { method: 'POST', path: '/api/study-sessions/:id/close-out', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.closed' },
  correctStudySession: { method: 'POST', path: '/api/study-sessions/:id/corrections', permission: 'study-sessions.write', rateLimit: 'write', audit: 'study-session.corrected', status: 201 },

  createSessionSeries: { method: 'POST', path: '/api/session-series', permission: 'study-sessions.write', rateLimit: 'write', audit: 'session-series.created', status: 201 },
  endSessionSeries: { method: 'POST', path: '/api/session-series/:id/end', permission: 'study-sessions.write', rateLimit: 'write', audit: 'session-series.ended' },

  getSessionCount: { method: 'GET', path: '/api/session-count', permission: 'study-sessions.read', rateLimit: 'read', audit: null },
  setSessionOpening: { method: 'POST', path: '/api/session-count/openings', permission: 'session-count.write', rateLimit: 'write', audit: 'session-opening.set', status: 201 },

  listSessionActions: { method: 'GET', path: '/api/session-actions', permission: 'session-actions.own', rateLimit: 'read', audit: null },
  completeSessionAction: { method: 'POST', path: '/api/session-actions/:id/completion', permission: 'session-actions.own', rateLimit: 'write', audit: 'session-action.completed' },
} as const satisfies RouteTable;
