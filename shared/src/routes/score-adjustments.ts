import type { RouteTable } from './route.ts';

export const scoreAdjustmentRoutes = {
  listScoreAdjustments: { method: 'GET', path: '/api/score-adjustments', permission: 'score-adjustments.read', rateLimit: 'read', audit: null },
  createScoreAdjustment: { method: 'POST', path: '/api/score-adjustments', permission: 'score-adjustments.write', rateLimit: 'write', audit: 'score-adjustment.made', status: 201 },
  reverseScoreAdjustment: { method: 'POST', path: '/api/score-adjustments/:id/reversal', permission: 'score-adjustments.write', rateLimit: 'write', audit: 'score-adjustment.reversed', status: 201 },
} as const satisfies RouteTable;
