import { megabyte, type RouteTable } from './route.ts';

export const studyRoutes = {
  createFile: { method: 'POST', path: '/api/files', permission: 'files.create', rateLimit: 'upload', audit: 'file.stored', status: 201, upload: { accepts: 'media', maxBytes: 10 * megabyte } },
  getFile: { method: 'GET', path: '/api/files/:id', permission: 'files.read', rateLimit: 'read', audit: null, download: 'application/octet-stream' },

  createCheckIn: { method: 'POST', path: '/api/check-ins', permission: 'check-ins.own', rateLimit: 'write', audit: 'check-in.created', status: 201 },
  listMyCheckIns: { method: 'GET', path: '/api/my/check-ins', permission: 'check-ins.own', rateLimit: 'read', audit: null },
  listGroupCheckIns: { method: 'GET', path: '/api/group-check-ins', permission: 'check-ins.group', rateLimit: 'read', audit: null },
  createPaperNote: { method: 'POST', path: '/api/members/:id/paper-notes', permission: 'check-ins.group', rateLimit: 'write', audit: 'paper-note.created', status: 201 },
  decideLateCheckIn: { method: 'POST', path: '/api/check-ins/:id/decision', permission: 'check-ins.group', rateLimit: 'write', audit: 'check-in.decided' },

  listReflections: { method: 'GET', path: '/api/reflections', permission: 'reflections.read', rateLimit: 'read', audit: null },
  createReflection: { method: 'POST', path: '/api/reflections', permission: 'reflections.write', rateLimit: 'write', audit: 'reflection.created', status: 201 },
  getReflection: { method: 'GET', path: '/api/reflections/:id', permission: 'reflections.read', rateLimit: 'read', audit: null },
  updateReflection: { method: 'PUT', path: '/api/reflections/:id', permission: 'reflections.write', rateLimit: 'write', audit: 'reflection.changed' },
  submitReflection: { method: 'POST', path: '/api/reflections/:id/submission', permission: 'reflections.write', rateLimit: 'write', audit: 'reflection.submitted' },
  publishReflection: { method: 'POST', path: '/api/reflections/:id/publication', permission: 'reflections.review', rateLimit: 'write', audit: 'reflection.published' },
  returnReflection: { method: 'POST', path: '/api/reflections/:id/return', permission: 'reflections.review', rateLimit: 'write', audit: 'reflection.returned' },

  getMyReceipt: { method: 'GET', path: '/api/my/receipts/:month', permission: 'receipts.own', rateLimit: 'read', audit: null },
  getMemberReceipt: { method: 'GET', path: '/api/members/:id/receipts/:month', permission: 'receipts.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
