import type { RouteTable } from './route.ts';

export const townRoutes = {
  listTowns: { method: 'GET', path: '/api/towns', permission: 'towns.read', rateLimit: 'read', audit: null },
  createTown: { method: 'POST', path: '/api/towns', permission: 'towns.create', rateLimit: 'write', audit: 'town.created', status: 201 },
  getTown: { method: 'GET', path: '/api/town', permission: 'town.read', rateLimit: 'read', audit: null },
  updateTown: { method: 'PATCH', path: '/api/town', permission: 'town.write', rateLimit: 'write', audit: 'town.changed' },

  listGroups: { method: 'GET', path: '/api/groups', permission: 'groups.read', rateLimit: 'read', audit: null },
  createGroup: { method: 'POST', path: '/api/groups', permission: 'groups.write', rateLimit: 'write', audit: 'group.created', status: 201 },
  updateGroup: { method: 'PATCH', path: '/api/groups/:id', permission: 'groups.write', rateLimit: 'write', audit: 'group.changed' },
  closeGroup: { method: 'POST', path: '/api/groups/:id/closure', permission: 'groups.write', rateLimit: 'write', audit: 'group.closed', status: 204 },
  getMyGroup: { method: 'GET', path: '/api/my/group', permission: 'group.own', rateLimit: 'read', audit: null },

  listNotices: { method: 'GET', path: '/api/my/notices', permission: 'notices.own', rateLimit: 'read', audit: null },
  readNotice: { method: 'POST', path: '/api/my/notices/:id/reading', permission: 'notices.own', rateLimit: 'write', audit: 'notice.read', status: 204 },
  listAuditRows: { method: 'GET', path: '/api/audit-rows', permission: 'audit.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
