/** What the API answers of a session, as far as these tests look. */
export interface Session {
  id: string;
  title: string;
  state: string;
  date: string;
  hours: string;
  seriesId: string | null;
  place: { text: string | null };
  record: { text: string | null; photos: string[]; spoke: { name: string }[] } | null;
  changes: { kind: string; why: string; by: { name: string }; lines: { field: string; label: string; before: string | null; after: string | null }[] }[];
  cancelled: { reason: string } | null;
  pageCode: string;
}

/** One person of a session's roll. */
export interface Row {
  member: { memberId: string; name: string };
  guest: boolean;
  status: string | null;
}
