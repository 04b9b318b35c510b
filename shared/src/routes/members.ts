import { megabyte, type RouteTable } from './route.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const memberRoutes = {
  listMembers: { method: 'GET', path: '/api/members', permission: 'members.read', rateLimit: 'read', audit: null },
  createMember: { method: 'POST', path: '/api/members', permission: 'members.write', rateLimit: 'write', audit: 'member.created', status: 201 },
  getMember: { method: 'GET', path: '/api/members/:id', permission: 'members.read', rateLimit: 'read', audit: null },
  updateMember: { method: 'PATCH', path: '/api/members/:id', permission: 'members.write', rateLimit: 'write', audit: 'member.changed' },
  changePhone: { method: 'PUT', path: '/api/members/:id/phone', permission: 'members.write', rateLimit: 'write', audit: 'member.phone-changed' },
  revealPhone: { method: 'POST', path: '/api/members/:id/phone-reveals', permission: 'members.phone', rateLimit: 'write', audit: 'member.phone-revealed' },
  revealRemark: { method: 'POST', path: '/api/members/:id/remark-reveals', permission: 'members.remark', rateLimit: 'write', audit: 'member.remark-revealed' },
  moveMember: { method: 'POST', path: '/api/members/:id/moves', permission: 'members.write', rateLimit: 'write', audit: 'member.moved' },
  closeMember: { method: 'POST', path: '/api/members/:id/closure', permission: 'members.write', rateLimit: 'write', audit: 'member.closed' },
  reopenMember: { method: 'DELETE', path: '/api/members/:id/closure', permission: 'members.write', rateLimit: 'write', audit: 'member.reopened' },
  grantRole: { method: 'POST', path: '/api/members/:id/roles', permission: 'roles.write', rateLimit: 'write', audit: 'role.granted', status: 201 },
  endRole: { method: 'DELETE', path: '/api/members/:id/roles/:roleId', permission: 'roles.write', rateLimit: 'write', audit: 'role.ended', status: 204 },
  createInvitation: { method: 'POST', path: '/api/members/:id/invitations', permission: 'members.invite', rateLimit: 'write', audit: 'invitation.created', status: 201 },

  createRosterImport: { method: 'POST', path: '/api/roster-imports', permission: 'roster-imports.write', rateLimit: 'upload', audit: 'roster-import.read', status: 201, upload: { accepts: 'xlsx', maxBytes: 10 * megabyte } },
  getRosterTemplate: { method: 'GET', path: '/api/roster-imports/template', permission: 'roster-imports.write', rateLimit: 'read', audit: null, download: xlsx },
  getRosterImport: { method: 'GET', path: '/api/roster-imports/:id', permission: 'roster-imports.write', rateLimit: 'read', audit: null },
  listRosterRows: { method: 'GET', path: '/api/roster-imports/:id/rows', permission: 'roster-imports.write', rateLimit: 'read', audit: null },
  getRosterErrorSheet: { method: 'GET', path: '/api/roster-imports/:id/error-sheet', permission: 'roster-imports.write', rateLimit: 'read', audit: null, download: xlsx },
  correctRosterRows: { method: 'POST', path: '/api/roster-imports/:id/corrections', permission: 'roster-imports.write', rateLimit: 'write', audit: 'roster-import.corrected' },
  confirmRosterImport: { method: 'POST', path: '/api/roster-imports/:id/confirmation', permission: 'roster-imports.write', rateLimit: 'write', audit: 'roster-import.written' },
  withdrawRosterImport: { method: 'POST', path: '/api/roster-imports/:id/withdrawal', permission: 'roster-imports.write', rateLimit: 'write', audit: 'roster-import.withdrawn' },
} as const satisfies RouteTable;
