import { createTable, dateText, id, instant, nullable, text, whole } from './create-table.ts';

export const createSessionSeries = createTable(
  2026112520003,
  'session_series',
  {
    town_id: id,
    id,
    client_id: id,
    title: text(60),
    weekday: whole,
    time: text(5),
    from_date: dateText,
    until_date: dateText,
    group_id: nullable(id),
    sessions: whole,
    created_by: id,
    created_at: instant,
    ended_at: nullable(instant),
    ended_by: nullable(id),
  },
  {
    unique: { uq_session_series_client: ['town_id', 'created_by', 'client_id'] },
  },
);
