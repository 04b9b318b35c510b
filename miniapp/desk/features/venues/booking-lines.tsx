import { spanInChinese } from '@weidangxiao/shared/rules/span-words.ts';
import { Ready } from '../../components/states.tsx';
import { call } from '../../platform/request.ts';
import { useLoaded } from '../../platform/use-loaded.ts';

/** The next bookings of one place. */
export function BookingLines({ venueId }: { venueId: string }) {
  const loaded = useLoaded(venueId, () => call('listVenueBookings', { query: { venueId, pageSize: 10 } }));
  return (
    <Ready of={loaded} lines={2}>
      {({ items, total }) => (
        <>
          {items.length === 0 ? <p className="minor">这一个月没有人订</p> : null}
          <ul>
            {items.map(({ id, startsAt, endsAt, group, purpose, sessionId }) => (
              <li key={id}>
                {spanInChinese(startsAt, endsAt)}，{group?.name ?? '镇里'}，{sessionId ? <a className="link" href={`#/sessions/${sessionId}`}>{purpose}</a> : purpose}
              </li>
            ))}
          </ul>
          {total > items.length ? <p><a className="link" href="#/venue-bookings">另外{total - items.length}次，按周看</a></p> : null}
        </>
      )}
    </Ready>
  );
}
