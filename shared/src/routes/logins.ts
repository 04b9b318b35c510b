import type { RouteTable } from './route.ts';

export const loginRoutes = {
  getHealth: { method: 'GET', path: '/healthz', permission: 'service.read', rateLimit: 'read', audit: null },
  getOpenApi: { method: 'GET', path: '/api/openapi.json', permission: 'service.read', rateLimit: 'read', audit: null },
  getPrivacyNotice: { method: 'GET', path: '/api/privacy-notice', permission: 'service.read', rateLimit: 'read', audit: null },

  getDemo: { method: 'GET', path: '/api/demo', permission: 'demo.use', rateLimit: 'read', audit: null },
  setDemoClock: { method: 'PUT', path: '/api/demo/clock', permission: 'demo.use', rateLimit: 'write', audit: 'demo.clock-moved' },
  createDemoLogin: { method: 'POST', path: '/api/logins/demo', permission: 'logins.create', rateLimit: 'login', audit: 'login.created', status: 201 },

  createLogin: { method: 'POST', path: '/api/logins', permission: 'logins.create', rateLimit: 'login', audit: 'login.created', status: 201 },
  chooseLogin: { method: 'POST', path: '/api/logins/choices', permission: 'logins.create', rateLimit: 'login', audit: 'login.created', status: 201 },
  createLinkLogin: { method: 'POST', path: '/api/logins/link', permission: 'logins.create', rateLimit: 'login', audit: 'login.created', status: 201 },
  createBinding: { method: 'POST', path: '/api/bindings', permission: 'logins.create', rateLimit: 'login', audit: 'binding.created', status: 201 },
  getCurrentLogin: { method: 'GET', path: '/api/logins/current', permission: 'logins.own', rateLimit: 'read', audit: null },
  endCurrentLogin: { method: 'DELETE', path: '/api/logins/current', permission: 'logins.own', rateLimit: 'write', audit: 'login.ended', status: 204 },

  createDesktopLogin: { method: 'POST', path: '/api/desktop-logins', permission: 'logins.create', rateLimit: 'login', audit: 'desktop-login.asked', status: 201 },
  confirmDesktopLogin: { method: 'POST', path: '/api/desktop-logins/confirmations', permission: 'desktop-logins.confirm', rateLimit: 'login', audit: 'desktop-login.confirmed', status: 204 },
  collectDesktopLogin: { method: 'POST', path: '/api/desktop-logins/:id/token', permission: 'logins.create', rateLimit: 'poll', audit: 'login.created' },

  createConsent: { method: 'POST', path: '/api/my/consents', permission: 'consents.own', rateLimit: 'write', audit: 'consent.given', status: 204 },
  withdrawConsent: { method: 'DELETE', path: '/api/my/consents', permission: 'consents.own', rateLimit: 'write', audit: 'consent.withdrawn', status: 204 },
} as const satisfies RouteTable;
