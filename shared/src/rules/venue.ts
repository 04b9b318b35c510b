import { groupKey } from './group-name.ts';
import { byCountedName } from './name-order.ts';

/** The four kinds of place that the source names. */
export const venueKinds = ['party_room', 'service_centre', 'meeting_room', 'civilisation_station'] as const;
export type VenueKind = (typeof venueKinds)[number];

export const venueKindNames: Readonly<Record<VenueKind, string>> = {
  party_room: '党员活动室',
  service_centre: '党群服务中心',
  meeting_room: '会议室',
  civilisation_station: '新时代文明实践站',
};

export const equipmentStates = ['there', 'broken', 'missing'] as const;
export type EquipmentState = (typeof equipmentStates)[number];

export const equipmentStateNames: Readonly<Record<EquipmentState, string>> = { there: '完好', broken: '坏了', missing: '没有' };

/** In degrees. */
export interface Position {
  readonly latitude: number;
  readonly longitude: number;
}

export interface Placed {
  readonly name: string;
  readonly groupId: string | null;
  readonly position: Position | null;
}

export interface Nearby<Place> {
  readonly place: Place;
  readonly own: boolean;
  /** Metres as the crow flies from the nearest own place of the group; null where either is not known. */
  readonly metres: number | null;
}

/** Seen from a group: its own places first, then by distance from them where that is known, then by name. */
export function nearestFirst<Place extends Placed>(places: readonly Place[], groupId: string | null): Nearby<Place>[] {
  const homes = places.flatMap((place) => (groupId !== null && place.groupId === groupId && place.position ? [place.position] : []));
  const seen = places.map((place) => ({ place, own: groupId !== null && place.groupId === groupId, metres: metresFrom(homes, place.position) }));
  const rank = ({ own, metres }: Nearby<Place>): number => (own ? -1 : (metres ?? Number.POSITIVE_INFINITY));
  return seen.sort((a, b) => (rank(a) === rank(b) ? byName(a.place, b.place) : rank(a) - rank(b)));
}

function metresFrom(homes: readonly Position[], there: Position | null): number | null {
  if (!there || homes.length === 0) return null;
  return Math.round(Math.min(...homes.map((home) => metresBetween(home, there))));
}

const earthRadius = 6_371_000;

/** Haversine on a sphere: within half a percent, which is plenty for saying which is nearer. */
function metresBetween(a: Position, b: Position): number {
  const half = (degrees: number): number => Math.sin((degrees * Math.PI) / 360) ** 2;
  const cosine = (degrees: number): number => Math.cos((degrees * Math.PI) / 180);
  const chord = half(b.latitude - a.latitude) + cosine(a.latitude) * cosine(b.latitude) * half(b.longitude - a.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, chord)));
}

/** As people count: the second group's before the tenth's. */
function byName(a: Placed, b: Placed): number {
  return byCountedName(groupKey(a.name), groupKey(b.name)) || byCountedName(a.name, b.name);
}

/** From the first instant to the last one (epoch ms); the end itself is free again. */
export interface Span {
  readonly startsAt: number;
  readonly endsAt: number;
}

/** Longer than any training course; it also bounds how far back a clash can begin. */
export const longestBooking = 14 * 24 * 3_600_000;

export type SpanFault = 'ends_before_start' | 'too_long';

export function spanFault({ startsAt, endsAt }: Span): SpanFault | null {
  if (endsAt <= startsAt) return 'ends_before_start';
  return endsAt - startsAt > longestBooking ? 'too_long' : null;
}

export function overlaps(a: Span, b: Span): boolean {
  return a.startsAt < b.endsAt && b.startsAt < a.endsAt;
}

/** The first start, not before the wanted one, from which the wanted length is free of all these. */
export function nextFreeStart(taken: readonly Span[], wanted: Span): number {
  const length = wanted.endsAt - wanted.startsAt;
  return [...taken]
    .sort((a, b) => a.startsAt - b.startsAt)
    .reduce((start, span) => (overlaps(span, { startsAt: start, endsAt: start + length }) ? span.endsAt : start), wanted.startsAt);
}
