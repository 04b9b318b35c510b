import { megabyte, type RouteTable } from './route.ts';

export const complaintRoutes = {
  createComplaint: { method: 'POST', path: '/api/complaints', permission: 'complaints.own', rateLimit: 'write', audit: 'complaint.created', status: 201 },
  /** Its own way in: a file of `createFile` knows who sent it. */
  createComplaintPhoto: { method: 'POST', path: '/api/complaint-photos', permission: 'complaints.own', rateLimit: 'upload', audit: 'complaint-photo.kept', status: 201, upload: { accepts: 'media', maxBytes: 10 * megabyte } },
  getComplaintPhoto: { method: 'GET', path: '/api/complaints/:id/photo', permission: 'complaints.photo', rateLimit: 'read', audit: null, download: 'application/octet-stream' },
  listMyComplaints: { method: 'GET', path: '/api/my/complaints', permission: 'complaints.own', rateLimit: 'read', audit: null },
  /** By the receipt number, in a body: an address is written into the logs of whatever stands before the server. */
  findComplaint: { method: 'POST', path: '/api/complaint-receipts', permission: 'complaints.own', rateLimit: 'login', audit: null, status: 200 },
  listComplaints: { method: 'GET', path: '/api/complaints', permission: 'complaints.answer', rateLimit: 'read', audit: null },
  answerComplaint: { method: 'POST', path: '/api/complaints/:id/answer', permission: 'complaints.answer', rateLimit: 'write', audit: 'complaint.answered' },
  listEscalatedComplaints: { method: 'GET', path: '/api/escalated-complaints', permission: 'complaints.escalated', rateLimit: 'read', audit: null },
  answerEscalatedComplaint: { method: 'POST', path: '/api/escalated-complaints/:id/answer', permission: 'complaints.escalated', rateLimit: 'write', audit: 'complaint.answered-by-district' },
} as const satisfies RouteTable;
