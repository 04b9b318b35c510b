import type { RouteTable } from './route.ts';

export const articleRoutes = {
  getOfficialAccount: { method: 'GET', path: '/api/official-account', permission: 'official-account.write', rateLimit: 'read', audit: null },
  setOfficialAccount: { method: 'PUT', path: '/api/official-account', permission: 'official-account.write', rateLimit: 'write', audit: 'official-account.set' },
  removeOfficialAccount: { method: 'DELETE', path: '/api/official-account', permission: 'official-account.write', rateLimit: 'write', audit: 'official-account.removed', status: 204 },
  checkOfficialAccount: { method: 'POST', path: '/api/official-account/check', permission: 'official-account.write', rateLimit: 'login', audit: 'official-account.checked' },
  setTownOfficialAccount: { method: 'PUT', path: '/api/towns/:id/official-account', permission: 'official-accounts.write', rateLimit: 'write', audit: 'official-account.set' },

  getArticle: { method: 'GET', path: '/api/themes/:id/article', permission: 'articles.read', rateLimit: 'read', audit: null },
  draftArticle: { method: 'POST', path: '/api/themes/:id/article/draft', permission: 'articles.write', rateLimit: 'write', audit: 'article.draft-asked' },
  publishArticle: { method: 'POST', path: '/api/themes/:id/article/publication', permission: 'articles.write', rateLimit: 'write', audit: 'article.publication-asked' },
  setArticleUrl: { method: 'PUT', path: '/api/themes/:id/article/url', permission: 'articles.write', rateLimit: 'write', audit: 'article.url-set' },
} as const satisfies RouteTable;
