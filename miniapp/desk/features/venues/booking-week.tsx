import { timeOfDay } from '@weidangxiao/shared/rules/span-words.ts';
import { addDays, businessDate, dateInChinese, weekdayInChinese } from '@weidangxiao/shared/rules/week.ts';
import { today } from '../../platform/clock.ts';
import type { Wish } from './book-dialog.tsx';
import type { Booking, NearVenue } from './use-venues.ts';
import css from './venues.module.css';

interface Props {
  monday: string;
  venues: readonly NearVenue[];
  bookings: readonly Booking[];
  onBook: ((wish: Wish) => void) | null;
  ends: (booking: Booking) => boolean;
  onEnd: (booking: Booking) => void;
}

/** Places down, days across. */
export function BookingWeek({ monday, venues, bookings, onBook, ends, onEnd }: Props) {
  const days = [0, 1, 2, 3, 4, 5, 6].map((at) => addDays(monday, at));
  return (
    <div className={css.week}>
      <table aria-label="这一周谁在用场地">
        <thead>
          <tr>
            <th scope="col">场地</th>
            {days.map((date) => (
              <th key={date} scope="col" className={date === today() ? 'red' : ''}>{weekdayInChinese(date).replace('星期', '周')} {dateInChinese(date)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {venues.map((venue) => (
            <tr key={venue.id}>
              <th scope="row"><a href={`#/venues/${venue.id}`}>{venue.name}</a></th>
              {days.map((date) => (
                <td key={date}>
                  {bookings.filter((booking) => booking.venue.id === venue.id && touches(booking, date)).map((booking) => (
                    <Taken key={booking.id} booking={booking} onEnd={ends(booking) ? onEnd : null} />
                  ))}
                  {onBook && date >= today() ? <button type="button" className={css.book} aria-label={`${dateInChinese(date)}订${venue.name}`} onClick={() => onBook({ venueId: venue.id, date })}>订</button> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Taken({ booking, onEnd }: { booking: Booking; onEnd: Props['onEnd'] | null }) {
  const { startsAt, endsAt, group, purpose, sessionId } = booking;
  const words = (
    <>
      <b>{timeOfDay(startsAt)}到{timeOfDay(endsAt)}</b>
      <span>{group?.name.replace('学习小组', '组') ?? '镇里'}，{purpose}</span>
    </>
  );
  if (sessionId) return <a className={css.taken} href={`#/sessions/${sessionId}`}>{words}</a>;
  if (!onEnd) return <div className={css.taken}>{words}</div>;
  return <button type="button" className={css.taken} title="点一下可以退掉" onClick={() => onEnd(booking)}>{words}</button>;
}

function touches({ startsAt, endsAt }: Booking, date: string): boolean {
  return businessDate(startsAt) <= date && businessDate(endsAt - 1) >= date;
}
