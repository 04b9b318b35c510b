import type { RouteTable } from './route.ts';

export const annualScoreRoutes = {
  getAssessmentYear: { method: 'GET', path: '/api/assessment-years/:year', permission: 'annual-scores.read', rateLimit: 'read', audit: null },
  runAssessmentYear: { method: 'POST', path: '/api/assessment-years/:year/runs', permission: 'annual-scores.write', rateLimit: 'write', audit: 'assessment-year.run' },
  publishAssessmentYear: { method: 'POST', path: '/api/assessment-years/:year/publication', permission: 'annual-scores.write', rateLimit: 'write', audit: 'assessment-year.published' },
  listAnnualScores: { method: 'GET', path: '/api/assessment-years/:year/scores', permission: 'annual-scores.figures', rateLimit: 'read', audit: null },
  listAnnualGrades: { method: 'GET', path: '/api/assessment-years/:year/grades', permission: 'annual-scores.read', rateLimit: 'read', audit: null },
  listCapTies: { method: 'GET', path: '/api/assessment-years/:year/cap-ties', permission: 'annual-scores.figures', rateLimit: 'read', audit: null },
  decideCapTie: { method: 'POST', path: '/api/assessment-years/:year/cap-decisions', permission: 'annual-scores.write', rateLimit: 'write', audit: 'cap-tie.decided', status: 201 },
  listAnnualCorrections: { method: 'GET', path: '/api/assessment-years/:year/corrections', permission: 'annual-scores.figures', rateLimit: 'read', audit: null },
  correctAnnualScore: { method: 'POST', path: '/api/assessment-years/:year/corrections', permission: 'annual-scores.write', rateLimit: 'write', audit: 'annual-score.corrected', status: 201 },
  getMyAnnualScore: { method: 'GET', path: '/api/my/annual-scores/:year', permission: 'annual-scores.own', rateLimit: 'read', audit: null },
  getMemberAnnualScore: { method: 'GET', path: '/api/members/:id/annual-scores/:year', permission: 'annual-scores.figures', rateLimit: 'read', audit: null },
  getGroupDimensions: { method: 'GET', path: '/api/groups/:id/dimensions/:year', permission: 'coverage.read', rateLimit: 'read', audit: null },
} as const satisfies RouteTable;
