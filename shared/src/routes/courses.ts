import type { RouteTable } from './route.ts';

export const courseRoutes = {
  listTags: { method: 'GET', path: '/api/tags', permission: 'tags.read', rateLimit: 'read', audit: null },
  setMemberTags: { method: 'PUT', path: '/api/members/:id/tags', permission: 'tags.write', rateLimit: 'write', audit: 'member.tags-set' },

  listCourseSets: { method: 'GET', path: '/api/course-sets', permission: 'courses.read', rateLimit: 'read', audit: null },
  getCourseSet: { method: 'GET', path: '/api/course-sets/:id', permission: 'courses.read', rateLimit: 'read', audit: null },
  createCourseSet: { method: 'POST', path: '/api/course-sets', permission: 'courses.write', rateLimit: 'write', audit: 'course-set.created', status: 201 },
  updateCourseSet: { method: 'PATCH', path: '/api/course-sets/:id', permission: 'courses.write', rateLimit: 'write', audit: 'course-set.changed' },
  closeCourseSet: { method: 'POST', path: '/api/course-sets/:id/closure', permission: 'courses.write', rateLimit: 'write', audit: 'course-set.closed' },
  listCourseSuggestions: { method: 'GET', path: '/api/my/course-suggestions', permission: 'courses.own', rateLimit: 'read', audit: null },

  listCourseRequests: { method: 'GET', path: '/api/course-requests', permission: 'courses.read', rateLimit: 'read', audit: null },
  createCourseRequest: { method: 'POST', path: '/api/course-requests', permission: 'courses.own', rateLimit: 'write', audit: 'course-request.created', status: 201 },
  joinCourseRequest: { method: 'POST', path: '/api/course-requests/:id/joining', permission: 'courses.own', rateLimit: 'write', audit: 'course-request.joined' },
  leaveCourseRequest: { method: 'DELETE', path: '/api/course-requests/:id/joining', permission: 'courses.own', rateLimit: 'write', audit: 'course-request.left' },
  planCourseRequest: { method: 'POST', path: '/api/course-requests/:id/plan', permission: 'course-requests.plan', rateLimit: 'write', audit: 'course-request.planned' },
  closeCourseRequest: { method: 'POST', path: '/api/course-requests/:id/closure', permission: 'courses.write', rateLimit: 'write', audit: 'course-request.closed' },
} as const satisfies RouteTable;
