import type { RouteTable } from './route.ts';

export const venueRoutes = {
  listVenues: { method: 'GET', path: '/api/venues', permission: 'venues.read', rateLimit: 'read', audit: null },
  getVenue: { method: 'GET', path: '/api/venues/:id', permission: 'venues.read', rateLimit: 'read', audit: null },
  createVenue: { method: 'POST', path: '/api/venues', permission: 'venues.write', rateLimit: 'write', audit: 'venue.created', status: 201 },
  updateVenue: { method: 'PATCH', path: '/api/venues/:id', permission: 'venues.write', rateLimit: 'write', audit: 'venue.changed' },
  closeVenue: { method: 'POST', path: '/api/venues/:id/closure', permission: 'venues.write', rateLimit: 'write', audit: 'venue.closed' },
  listVenueBookings: { method: 'GET', path: '/api/venue-bookings', permission: 'venues.read', rateLimit: 'read', audit: null },
  createVenueBooking: { method: 'POST', path: '/api/venue-bookings', permission: 'venue-bookings.write', rateLimit: 'write', audit: 'venue-booking.created', status: 201 },
  endVenueBooking: { method: 'POST', path: '/api/venue-bookings/:id/end', permission: 'venue-bookings.write', rateLimit: 'write', audit: 'venue-booking.ended' },
} as const satisfies RouteTable;
