import { addDays, mondayOf } from '@weidangxiao/shared/rules/week.ts';
import { useState } from 'react';
import { FilterBar } from '../../components/bars.tsx';
import { Button } from '../../components/button.tsx';
import { ask } from '../../components/ask.ts';
import { Page } from '../../components/page.tsx';
import { Empty, FailureNote, Ready } from '../../components/states.tsx';
import { Stepped } from '../../components/stepped.tsx';
import { say } from '../../components/toast.tsx';
import { clientId } from '../../platform/client-id.ts';
import { dateWithYear, now } from '../../platform/clock.ts';
import { call } from '../../platform/request.ts';
import { useMayFor, useMaySomewhere } from '../../platform/session.ts';
import { useAct } from '../../platform/use-act.ts';
import { useLoaded } from '../../platform/use-loaded.ts';
import { GroupSelect } from '../groups/group-select.tsx';
import { BookDialog, type Wish } from './book-dialog.tsx';
import { BookingWeek } from './booking-week.tsx';
import { allVenues, type Booking, type NearVenue } from './use-venues.ts';
import { VenueTabs } from './venue-tabs.tsx';

interface Week {
  venues: NearVenue[];
  bookings: Booking[];
}

/** Who uses which place, a week at a time; a free day is booked from where it is seen. */
export function BookingsPage() {
  const [monday, setMonday] = useState(() => mondayOf(now()));
  const [groupId, setGroupId] = useState('');
  const [wish, setWish] = useState<Wish | null>(null);
  const writes = useMaySomewhere('venue-bookings.write');
  const ends = useMayFor('venue-bookings.write');
  const loaded = useLoaded(`${monday} ${groupId}`, () => weekOf(monday, groupId));
  const act = useAct();
  const end = async (booking: Booking): Promise<void> => {
    if (!(await ask({ title: '退掉这次场地', text: `${booking.venue.name}，${booking.group?.name ?? '镇里'}，${booking.purpose}。`, yes: '退掉' }))) return;
    const done = await act.run(async () => {
      await call('endVenueBooking', { params: { id: booking.id } });
      await loaded.reload();
    });
    if (done) say('退掉了', () => again(booking).then(loaded.reload));
  };
  return (
    <Page title="场地和实践点" aside="活动占的场地，随活动一起改" actions={writes ? <Button kind="primary" icon="plus" onClick={() => setWish({ venueId: '', date: '' })}>订场地</Button> : null}>
      <VenueTabs now="/venue-bookings" />
      <FilterBar>
        <Stepped label={`${dateWithYear(monday)}到${dateWithYear(addDays(monday, 6))}`} back="上一周" forth="下一周" onStep={(by) => setMonday(addDays(monday, by * 7))} />
        <GroupSelect value={groupId} all="从哪个小组看" onPick={setGroupId} />
        {groupId ? <span className="minor">近的在前</span> : null}
      </FilterBar>
      <FailureNote failure={act.failure} />
      <Ready of={loaded} lines={8}>
        {({ venues, bookings }) => (venues.length === 0 ? <Empty title="还没有场地">先在“场地”里加上</Empty> : <BookingWeek monday={monday} venues={venues} bookings={bookings} onBook={writes ? setWish : null} ends={({ group }) => ends(group?.id ?? null)} onEnd={(booking) => void end(booking)} />)}
      </Ready>
      {wish && loaded.data ? <BookDialog wish={wish} venues={loaded.data.venues} groupId={groupId} onClose={() => setWish(null)} onDone={() => { setWish(null); say('订上了'); void loaded.reload(); }} /> : null}
    </Page>
  );
}

async function weekOf(monday: string, groupId: string): Promise<Week> {
  const query = { from: monday, to: addDays(monday, 6), pageSize: 100 };
  const [venues, first] = await Promise.all([allVenues({ groupId: groupId || undefined }), call('listVenueBookings', { query })]);
  const bookings = [...first.items];
  for (let page = 2; bookings.length < first.total; page += 1) bookings.push(...(await call('listVenueBookings', { query: { ...query, page } })).items);
  return { venues, bookings: bookings.filter(({ endedAt }) => endedAt === null) };
}

/** The same once more, where nobody has taken it meanwhile. */
function again({ venue, startsAt, endsAt, group, purpose }: Booking): Promise<unknown> {
  return call('createVenueBooking', { body: { clientId: clientId(), venueId: venue.id, startsAt, endsAt, groupId: group?.id ?? null, purpose } });
}
