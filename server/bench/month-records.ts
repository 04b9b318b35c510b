import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { randomUUID } from 'node:crypto';
import type { Bound } from '../src/platform/database/prepared.ts';
import { fillMembers } from './bound-town.ts';
import { fill, rowsOf } from './fill.ts';

export const month = '2026-10';
const mondays = ['2026-10-05', '2026-10-12', '2026-10-19', '2026-10-26'];
const evenings = [['night', '2026-10-08'], ['night', '2026-10-22'], ['group', '2026-10-15'], ['centralized', '2026-10-20'], ['practice', '2026-10-24']] as const;
const statuses = ['present', 'present', 'present', 'late', 'absent', 'leave'];
/** Every so many members a group. */
const groupOf = 60;

/** Members by the thousand with a month behind them: five sessions, four Mondays, a note now and then, and somebody ill. Answers their ids in order. */
export async function fillMonth(app: NestFastifyApplication, townId: string, people: number): Promise<string[]> {
  const ids = await fillMembers(app, townId, people);
  const sessions = evenings.map(([kind, date]) => ({ id: randomUUID(), kind, date }));
  const each = <Row extends Bound[]>(of: (memberId: string, at: number) => Row[]) => rowsOf(ids, of);
  await fill(app, 'memberships', ['town_id', 'id', 'member_id', 'group_id', 'from_date'], each((id, at) => [[townId, randomUUID(), id, `group-${Math.floor(at / groupOf)}`, '2026-05-15']]));
  await fill(app, 'attendance_rows', ['town_id', 'session_id', 'member_id', 'date', 'kind', 'status', 'way', 'differs', 'guest', 'spoke', 'hours'], each((id, at) => sessions.map((session, nth) => [townId, session.id, id, session.date, session.kind, statuses[(at + nth) % statuses.length] ?? null, 'roll', 0, 0, Number(at % 3 === 0), 150])));
  const checkIn = ['town_id', 'id', 'member_id', 'monday', 'held_monday', 'state', 'kind', 'client_id', 'entered_by', 'captured_at', 'received_at'];
  await fill(app, 'check_ins', checkIn, each((id, at) => mondays.filter((_, nth) => (at + nth) % 4 > 0).map((monday) => [townId, randomUUID(), id, monday, monday, 'counts', 'text', randomUUID(), id, 1_760_000_000_000, 1_760_000_000_000])));
  const reflection = ['town_id', 'id', 'author_id', 'kind', 'state', 'title', 'paragraphs', 'pictures', 'client_id', 'first_digest', 'revision', 'machine_check', 'created_at', 'submitted_at', 'moved_at'];
  const noon = Date.parse('2026-10-16T12:00:00+08:00');
  await fill(app, 'reflections', reflection, each((id, at) => (at % 10 === 0 ? [[townId, randomUUID(), id, 'personal', 'published', '田里的账', '[]', '[]', randomUUID(), '', 1, 'pass', noon, noon, noon]] : [])));
  const exemption = ['town_id', 'id', 'member_id', 'from_date', 'to_date', 'planned_to', 'cause_cipher', 'client_id', 'created_at', 'created_by', 'settled'];
  await fill(app, 'exemptions', exemption, each((id, at) => (at % 100 === 0 ? [[townId, randomUUID(), id, '2026-10-12', '2026-10-25', '2026-10-25', '', randomUUID(), 0, id, 0]] : [])));
  return ids;
}
