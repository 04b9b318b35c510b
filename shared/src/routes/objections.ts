import type { RouteTable } from './route.ts';

export const objectionRoutes = {
  createObjection: { method: 'POST', path: '/api/my/objections', permission: 'objections.own', rateLimit: 'write', audit: 'objection.raised', status: 201 },
  listMyObjections: { method: 'GET', path: '/api/my/objections', permission: 'objections.own', rateLimit: 'read', audit: null },
  logObjection: { method: 'POST', path: '/api/objections', permission: 'objections.log', rateLimit: 'write', audit: 'objection.logged', status: 201 },
  withdrawObjection: { method: 'POST', path: '/api/objections/:id/withdrawal', permission: 'objections.follow', rateLimit: 'write', audit: 'objection.withdrawn' },
  contestObjection: { method: 'POST', path: '/api/objections/:id/second-step', permission: 'objections.follow', rateLimit: 'write', audit: 'objection.contested' },
  listObjections: { method: 'GET', path: '/api/objections', permission: 'objections.answer', rateLimit: 'read', audit: null },
  proposeObjectionAnswer: { method: 'PUT', path: '/api/objections/:id/answer', permission: 'objections.answer', rateLimit: 'write', audit: 'objection-answer.proposed' },
  signObjectionAnswer: { method: 'POST', path: '/api/objections/:id/signatures', permission: 'objections.answer', rateLimit: 'write', audit: 'objection-answer.signed' },
} as const satisfies RouteTable;
