import { megabyte, type RouteTable } from './route.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export const scoreEntryRoutes = {
  listScoreEntries: { method: 'GET', path: '/api/score-entries', permission: 'score-entries.read', rateLimit: 'read', audit: null },
  createScoreEntry: { method: 'POST', path: '/api/score-entries', permission: 'score-entries.write', rateLimit: 'write', audit: 'score-entry.created', status: 201 },
  reverseScoreEntry: { method: 'POST', path: '/api/score-entries/:id/reversal', permission: 'score-entries.write', rateLimit: 'write', audit: 'score-entry.reversed' },
  getScoreEntryFile: { method: 'GET', path: '/api/score-entries/:id/file', permission: 'score-entries.file', rateLimit: 'read', audit: null, download: 'application/octet-stream' },

  listScoreProposals: { method: 'GET', path: '/api/score-proposals', permission: 'score-proposals.read', rateLimit: 'read', audit: null },
  createScoreProposal: { method: 'POST', path: '/api/score-proposals', permission: 'score-proposals.write', rateLimit: 'write', audit: 'score-proposal.created', status: 201 },
  decideScoreProposal: { method: 'POST', path: '/api/score-proposals/:id/decision', permission: 'score-proposals.decide', rateLimit: 'write', audit: 'score-proposal.decided' },

  listOpeningEntries: { method: 'GET', path: '/api/opening-entries', permission: 'opening-entries.read', rateLimit: 'read', audit: null },
  createOpeningEntry: { method: 'POST', path: '/api/opening-entries', permission: 'opening-entries.write', rateLimit: 'write', audit: 'opening-entry.created', status: 201 },
  reverseOpeningEntry: { method: 'POST', path: '/api/opening-entries/:id/reversal', permission: 'opening-entries.write', rateLimit: 'write', audit: 'opening-entry.reversed' },
  getOpeningTemplate: { method: 'GET', path: '/api/opening-imports/template', permission: 'opening-entries.write', rateLimit: 'read', audit: null, download: xlsx },
  /** Reads a sheet and writes nothing: what `createOpeningImport` would do with it. */
  checkOpeningSheet: { method: 'POST', path: '/api/opening-imports/check', permission: 'opening-entries.write', rateLimit: 'upload', audit: null, status: 200, upload: { accepts: 'xlsx', maxBytes: 10 * megabyte } },
  createOpeningImport: { method: 'POST', path: '/api/opening-imports', permission: 'opening-entries.write', rateLimit: 'upload', audit: 'opening-import.written', status: 201, upload: { accepts: 'xlsx', maxBytes: 10 * megabyte } },
} as const satisfies RouteTable;
