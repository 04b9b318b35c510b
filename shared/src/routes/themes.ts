import { megabyte, type RouteTable } from './route.ts';

export const themeRoutes = {
  createLessonImport: { method: 'POST', path: '/api/lesson-imports', permission: 'lessons.write', rateLimit: 'upload', audit: 'lesson-import.read', status: 201, upload: { accepts: 'docx', maxBytes: 10 * megabyte } },
  listLessons: { method: 'GET', path: '/api/lessons', permission: 'lessons.list', rateLimit: 'read', audit: null },
  createLesson: { method: 'POST', path: '/api/lessons', permission: 'lessons.write', rateLimit: 'write', audit: 'lesson.created', status: 201 },
  getLesson: { method: 'GET', path: '/api/lessons/:id', permission: 'lessons.read', rateLimit: 'read', audit: null },
  updateLesson: { method: 'PUT', path: '/api/lessons/:id', permission: 'lessons.write', rateLimit: 'write', audit: 'lesson.changed' },
  deleteLesson: { method: 'DELETE', path: '/api/lessons/:id', permission: 'lessons.write', rateLimit: 'write', audit: 'lesson.deleted', status: 204 },

  listThemes: { method: 'GET', path: '/api/themes', permission: 'themes.read', rateLimit: 'read', audit: null },
  createTheme: { method: 'POST', path: '/api/themes', permission: 'themes.write', rateLimit: 'write', audit: 'theme.created', status: 201 },
  getTheme: { method: 'GET', path: '/api/themes/:id', permission: 'themes.read', rateLimit: 'read', audit: null },
  updateTheme: { method: 'PUT', path: '/api/themes/:id', permission: 'themes.write', rateLimit: 'write', audit: 'theme.changed' },
  deleteTheme: { method: 'DELETE', path: '/api/themes/:id', permission: 'themes.write', rateLimit: 'write', audit: 'theme.deleted', status: 204 },
  submitTheme: { method: 'POST', path: '/api/themes/:id/submission', permission: 'themes.write', rateLimit: 'write', audit: 'theme.submitted' },
  withdrawTheme: { method: 'POST', path: '/api/themes/:id/withdrawal', permission: 'themes.write', rateLimit: 'write', audit: 'theme.withdrawn' },
  approveTheme: { method: 'POST', path: '/api/themes/:id/approval', permission: 'themes.approve', rateLimit: 'write', audit: 'theme.approved' },
  returnTheme: { method: 'POST', path: '/api/themes/:id/return', permission: 'themes.approve', rateLimit: 'write', audit: 'theme.returned' },
  reviseTheme: { method: 'POST', path: '/api/themes/:id/revisions', permission: 'themes.write', rateLimit: 'write', audit: 'theme.revised', status: 201 },
  setHoliday: { method: 'PUT', path: '/api/holidays/:monday', permission: 'themes.write', rateLimit: 'write', audit: 'holiday.set', status: 204 },
  clearHoliday: { method: 'DELETE', path: '/api/holidays/:monday', permission: 'themes.write', rateLimit: 'write', audit: 'holiday.cleared', status: 204 },

  getCurrentWeek: { method: 'GET', path: '/api/weeks/current', permission: 'week.read', rateLimit: 'read', audit: null },
  getWeek: { method: 'GET', path: '/api/weeks/:monday', permission: 'week.read', rateLimit: 'read', audit: null },
  getWeekCode: { method: 'GET', path: '/api/weeks/:monday/code', permission: 'pushes.read', rateLimit: 'read', audit: null },

  getThemePush: { method: 'GET', path: '/api/theme-pushes/:monday', permission: 'pushes.read', rateLimit: 'read', audit: null },
  orderDoorbells: { method: 'POST', path: '/api/theme-pushes/:monday/doorbell-orders', permission: 'pushes.ring', rateLimit: 'write', audit: 'doorbells.ordered' },
  listUnrung: { method: 'GET', path: '/api/theme-pushes/:monday/unrung', permission: 'pushes.ring', rateLimit: 'read', audit: null },
  listMyDeliveries: { method: 'GET', path: '/api/my/deliveries', permission: 'deliveries.own', rateLimit: 'read', audit: null },
  readDelivery: { method: 'POST', path: '/api/my/deliveries/:id/reading', permission: 'deliveries.own', rateLimit: 'write', audit: 'delivery.read', status: 204 },
  listPaperDeliveries: { method: 'GET', path: '/api/paper-deliveries', permission: 'deliveries.paper', rateLimit: 'read', audit: null },
  tickPaperDelivery: { method: 'POST', path: '/api/paper-deliveries/:id/tick', permission: 'deliveries.paper', rateLimit: 'write', audit: 'delivery.handed-over', status: 204 },
  getMySubscription: { method: 'GET', path: '/api/my/subscription', permission: 'subscriptions.own', rateLimit: 'read', audit: null },
  getMyCheckInReminder: { method: 'GET', path: '/api/my/check-in-reminder', permission: 'subscriptions.own', rateLimit: 'read', audit: null },
  setMyCheckInReminder: { method: 'PUT', path: '/api/my/check-in-reminder', permission: 'subscriptions.own', rateLimit: 'write', audit: 'check-in-reminder.set' },
  addSubscriptionAnswer: { method: 'POST', path: '/api/my/subscription-answers', permission: 'subscriptions.own', rateLimit: 'write', audit: 'subscription.answered' },
} as const satisfies RouteTable;
