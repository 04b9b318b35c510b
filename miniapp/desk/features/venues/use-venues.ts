import type { Answer, Request } from '@weidangxiao/shared/contract/all.ts';
import { venueKindNames, venueKinds } from '@weidangxiao/shared/rules/venue.ts';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

export type NearVenue = Answer<'listVenues'>['items'][number];
export type Venue = Answer<'getVenue'>;
export type Booking = Answer<'listVenueBookings'>['items'][number];

export const kindChoices = venueKinds.map((value) => ({ value, label: venueKindNames[value] }));

const pageSize = 100;

/** All places that are open, nearest first from the group, and whether each is free at the time. */
export async function allVenues(query: Omit<NonNullable<Request<'listVenues'>['query']>, 'page' | 'pageSize'>): Promise<NearVenue[]> {
  const first = await call('listVenues', { query: { ...query, pageSize } });
  const venues = [...first.items];
  for (let page = 2; venues.length < first.total; page += 1) venues.push(...(await call('listVenues', { query: { ...query, page, pageSize } })).items);
  return venues;
}

/** A place's name, also of one that is closed by now; null while it is not known. */
export function useVenueName(id: string | null): string | null {
  return useLoaded(id, () => call('getVenue', { params: { id: id ?? '' } })).data?.name ?? null;
}

/** 320米, 1.4公里 */
export function distanceOf(metres: number): string {
  return metres < 1000 ? `${metres}米` : `${(metres / 1000).toFixed(1)}公里`;
}
