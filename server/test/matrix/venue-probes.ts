import { type Cell, inList, onTarget, plain, type Probes } from './probe.ts';
import { newId, type Staffed } from './world.ts';

const hour = 3_600_000;
const staffOf = ({ world, relation }: Cell): Staffed => world.townOf(relation);
const fresh = (word: string): string => `${word}${newId().slice(0, 8)}`;

async function venueIn(cell: Cell): Promise<string> {
  const body = { name: fresh('会议室'), kind: 'meeting_room' as const, groupId: cell.owner.member.groupId };
  return (await staffOf(cell).admin.api.call('createVenue', { body })).id;
}
const onVenue = async (cell: Cell) => ({ params: { id: await venueIn(cell) } });

async function baseIn(cell: Cell): Promise<string> {
  return (await staffOf(cell).admin.api.call('createPracticeBase', { body: { name: fresh('柑橘园'), practices: ['剪枝'], groupId: cell.owner.member.groupId } })).id;
}
const onBase = async (cell: Cell) => ({ params: { id: await baseIn(cell) } });

/** A booking of the owner's group, somewhere in its town. */
async function newBooking(cell: Cell) {
  const startsAt = cell.world.server.now() + hour;
  return { clientId: newId(), venueId: await venueIn(cell), startsAt, endsAt: startsAt + hour, groupId: cell.owner.member.groupId, purpose: '小组学习' };
}

async function bookingIn(cell: Cell): Promise<string> {
  return (await staffOf(cell).admin.api.call('createVenueBooking', { body: await newBooking(cell) })).id;
}

export const venueProbes = {
  listVenues: inList(
    async (cell) => {
      await venueIn(cell);
      return { query: { pageSize: 100, groupId: cell.owner.member.groupId ?? '' } };
    },
    ({ items }, _, { owner }) => items.some(({ group, own }) => own && group?.id === owner.member.groupId),
  ),
  getVenue: onTarget(onVenue),
  createVenue: plain(() => ({ body: { name: fresh('活动室'), kind: 'party_room' } })),
  updateVenue: onTarget(async (cell) => ({ ...(await onVenue(cell)), body: { seats: 40 } })),
  closeVenue: onTarget(onVenue),
  listVenueBookings: inList(
    async (cell) => {
      await bookingIn(cell);
      return { query: { pageSize: 100 } };
    },
    ({ items }, _, { owner }) => items.some(({ group }) => group?.id === owner.member.groupId),
  ),
  createVenueBooking: onTarget(async (cell) => ({ body: await newBooking(cell) })),
  endVenueBooking: onTarget(async (cell) => ({ params: { id: await bookingIn(cell) } })),

  listPracticeBases: inList(
    async (cell) => {
      await baseIn(cell);
      return { query: { pageSize: 100, groupId: cell.owner.member.groupId ?? '' } };
    },
    ({ items }, _, { owner }) => items.some(({ group }) => group?.id === owner.member.groupId),
  ),
  createPracticeBase: plain(() => ({ body: { name: fresh('大棚'), practices: ['育苗'] } })),
  updatePracticeBase: onTarget(async (cell) => ({ ...(await onBase(cell)), body: { note: '周末开放' } })),
  closePracticeBase: onTarget(onBase),
} satisfies Partial<Probes>;
