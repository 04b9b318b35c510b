import type { RouteTable } from './route.ts';

/** Forms are made from what was recorded. Whoever looks at one or takes one away leaves a row in the audit, so these are acts. */
export const paperworkRoutes = {
  listForms: { method: 'GET', path: '/api/forms', permission: 'paperwork.read', rateLimit: 'read', audit: null },
  setForm: { method: 'PUT', path: '/api/forms/:form', permission: 'paperwork.settings', rateLimit: 'write', audit: 'form.changed' },
  resetForm: { method: 'DELETE', path: '/api/forms/:form', permission: 'paperwork.settings', rateLimit: 'write', audit: 'form.reset', status: 200 },

  viewSessionForm: { method: 'POST', path: '/api/session-forms/views', permission: 'paperwork.sessions', rateLimit: 'write', audit: 'form.session-viewed', status: 200 },
  downloadSessionForm: { method: 'POST', path: '/api/session-forms/files', permission: 'paperwork.sessions', rateLimit: 'write', audit: 'form.session-downloaded', status: 200, download: 'application/octet-stream' },
  viewGroupForm: { method: 'POST', path: '/api/group-forms/views', permission: 'paperwork.groups', rateLimit: 'write', audit: 'form.group-viewed', status: 200 },
  downloadGroupForm: { method: 'POST', path: '/api/group-forms/files', permission: 'paperwork.groups', rateLimit: 'write', audit: 'form.group-downloaded', status: 200, download: 'application/octet-stream' },
  viewMemberForm: { method: 'POST', path: '/api/member-forms/views', permission: 'paperwork.members', rateLimit: 'write', audit: 'form.member-viewed', status: 200 },
  downloadMemberForm: { method: 'POST', path: '/api/member-forms/files', permission: 'paperwork.members', rateLimit: 'write', audit: 'form.member-downloaded', status: 200, download: 'application/octet-stream' },
  viewTownForm: { method: 'POST', path: '/api/town-forms/views', permission: 'paperwork.town', rateLimit: 'write', audit: 'form.town-viewed', status: 200 },
  downloadTownForm: { method: 'POST', path: '/api/town-forms/files', permission: 'paperwork.town', rateLimit: 'write', audit: 'form.town-downloaded', status: 200, download: 'application/octet-stream' },
  viewScoreForm: { method: 'POST', path: '/api/score-forms/views', permission: 'paperwork.scores', rateLimit: 'write', audit: 'form.scores-viewed', status: 200 },
  downloadScoreForm: { method: 'POST', path: '/api/score-forms/files', permission: 'paperwork.scores', rateLimit: 'write', audit: 'form.scores-downloaded', status: 200, download: 'application/octet-stream' },
  viewPublishedForm: { method: 'POST', path: '/api/published-forms/views', permission: 'paperwork.published', rateLimit: 'write', audit: 'form.published-viewed', status: 200 },
  downloadPublishedForm: { method: 'POST', path: '/api/published-forms/files', permission: 'paperwork.published', rateLimit: 'write', audit: 'form.published-downloaded', status: 200, download: 'application/octet-stream' },
  viewObjectionForm: { method: 'POST', path: '/api/objection-forms/views', permission: 'objections.follow', rateLimit: 'write', audit: 'form.objection-viewed', status: 200 },
  downloadObjectionForm: { method: 'POST', path: '/api/objection-forms/files', permission: 'objections.follow', rateLimit: 'write', audit: 'form.objection-downloaded', status: 200, download: 'application/octet-stream' },

  createPaperBundle: { method: 'POST', path: '/api/paper-bundles', permission: 'paperwork.bundles', rateLimit: 'write', audit: 'paper-bundle.asked', status: 201 },
  listPaperBundles: { method: 'GET', path: '/api/paper-bundles', permission: 'paperwork.bundles', rateLimit: 'poll', audit: null },
  downloadPaperBundle: { method: 'POST', path: '/api/paper-bundles/:id/files', permission: 'paperwork.bundles', rateLimit: 'write', audit: 'paper-bundle.downloaded', status: 200, download: 'application/zip' },
} as const satisfies RouteTable;
