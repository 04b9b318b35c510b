import type { RouteTable } from './route.ts';

export const ballotRoutes = {
  getMyBallot: { method: 'GET', path: '/api/my/ballot', permission: 'ballots.own', rateLimit: 'read', audit: null },
  /** Leaves no row in the audit: who voted when is a handle on how they voted (docs/decisions/012). */
  castBallot: { method: 'POST', path: '/api/my/ballot', permission: 'ballots.own', rateLimit: 'write', audit: null, status: 204 },
  listVoteProgress: { method: 'GET', path: '/api/votes/:month', permission: 'votes.read', rateLimit: 'read', audit: null },
  joinVote: { method: 'POST', path: '/api/votes/:month/joint', permission: 'votes.write', rateLimit: 'write', audit: 'joint-vote.made', status: 204 },
  endJointVote: { method: 'DELETE', path: '/api/votes/:month/joint/:id', permission: 'votes.write', rateLimit: 'write', audit: 'joint-vote.ended', status: 204 },
  getPaperBox: { method: 'GET', path: '/api/votes/:month/boxes/:id', permission: 'votes.read', rateLimit: 'read', audit: null },
  handPaperBallots: { method: 'POST', path: '/api/votes/:month/boxes/:id/handed', permission: 'votes.paper', rateLimit: 'write', audit: 'paper-ballots.handed', status: 200 },
  takeBackPaperBallot: { method: 'POST', path: '/api/votes/:month/boxes/:id/taken-back', permission: 'votes.paper', rateLimit: 'write', audit: 'paper-ballot.taken-back', status: 204 },
  enterPaperTally: { method: 'PUT', path: '/api/votes/:month/boxes/:id/tally', permission: 'votes.paper', rateLimit: 'write', audit: 'paper-tally.entered' },
  clearPaperTallies: { method: 'DELETE', path: '/api/votes/:month/boxes/:id/tally', permission: 'votes.write', rateLimit: 'write', audit: 'paper-tallies.cleared', status: 204 },
} as const satisfies RouteTable;
