/** What the API answers of a session, as far as these tests look. */
export interface Session {
  id: string;
  title: string;
  state: string;
  date: string;
  hours: string;
  seriesId: string | null;
  place: { text: string | null };
  record: { text: string | null } | null;
  changes: { kind: string; why: string }[];
  cancelled: { reason: string } | null;
  pageCode: string;
}

/** One person of a session's roll. */
export interface Row {
  member: { memberId: string; name: string };
  status: string | null;
}
