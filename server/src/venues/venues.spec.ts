import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { VenueBookingsService } from './venue-bookings.service.ts';

let server: TestServer;
let town: MadeTown;
let admin: Actor;
let leader: Actor;

beforeAll(async () => {
  server = await startTestServer();
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'] });
  leader = await server.make.actor({ town, roles: ['leader'] });
});
afterAll(() => server.close());

const at = (time: string): number => Date.parse(`2026-11-26T${time}:00+08:00`);
const groupOf = ({ member }: Actor): string => member.groupId ?? '';
const venue = async (more: object = {}) => admin.api.call('createVenue', { body: { name: `活动室${randomUUID().slice(0, 8)}`, kind: 'party_room', ...more } });
const booking = (venueId: string, from: string, to: string, more: object = {}) => ({ body: { clientId: randomUUID(), venueId, startsAt: at(from), endsAt: at(to), groupId: groupOf(leader), purpose: '小组学习', ...more } });

describe('the register', () => {
  test('keeps kind, seats, keeper and what is there; a group’s own place carries its name', async () => {
    const made = await venue({ kind: 'civilisation_station', address: '柳溪村2组', groupId: groupOf(leader), seats: 40, keeperId: leader.member.id, position: { latitude: 30.512345, longitude: 105.598765 } });
    expect(await leader.api.call('getVenue', { params: { id: made.id } })).toMatchObject({
      ...{ kind: 'civilisation_station', address: '柳溪村2组', seats: 40, closed: false, position: { latitude: 30.512345, longitude: 105.598765 } },
      ...{ group: { id: groupOf(leader) }, keeper: { memberId: leader.member.id, name: leader.member.name } },
    });
    expect(await admin.api.codeOf('createVenue', { body: { name: made.name, kind: 'meeting_room' } })).toBe('NAME_TAKEN');
    expect(await admin.api.codeOf('createVenue', { body: { name: '别处的', kind: 'meeting_room', groupId: (await server.make.group()).id } })).toBe('NOT_FOUND');
  });

  test('says of each thing who checked it and when, and leaves alone what nobody looked at again', async () => {
    const { id } = await venue({ equipment: [{ item: '投影仪', state: 'there' }, { item: '音响', state: 'there' }] });
    const now = server.now();
    server.at('2026-11-25T09:00:00+08:00');
    const again = await server.make.login(admin.member);
    const changed = await again.call('updateVenue', { params: { id }, body: { equipment: [{ item: '投影仪', state: 'broken' }, { item: '音响', state: 'there' }, { item: '黑板', state: 'missing' }] } });
    expect(changed.equipment.map(({ item, state, checkedOn }) => [item, state, checkedOn])).toEqual([['投影仪', 'broken', '2026-11-25'], ['音响', 'there', '2026-11-24'], ['黑板', 'missing', '2026-11-25']]);
    const seen = await again.call('updateVenue', { params: { id }, body: { equipment: [{ item: '音响', state: 'there', checked: true }] } });
    expect(seen.equipment).toEqual([{ item: '音响', state: 'there', checkedOn: '2026-11-25', checkedBy: { memberId: admin.member.id, name: admin.member.name } }]);
    expect(await again.codeOf('updateVenue', { params: { id }, body: { equipment: [{ item: '灯', state: 'there' }, { item: '灯', state: 'broken' }] } })).toBe('INPUT_INVALID');
    server.at(now);
  });

  test('a change of one thing leaves the others', async () => {
    const { id, name } = await venue({ seats: 30, address: '老街1号' });
    expect(await admin.api.call('updateVenue', { params: { id }, body: { seats: 35 } })).toMatchObject({ name, seats: 35, address: '老街1号' });
  });

  test('is seen from one’s own group: its own place, then the nearer one, then by name', async () => {
    const home = await server.make.town();
    const boss = await server.make.actor({ town: home, roles: ['admin'] });
    const villager = await server.make.actor({ town: home });
    const add = (name: string, more: object = {}) => boss.api.call('createVenue', { body: { name, kind: 'meeting_room', ...more } });
    await add('远的', { position: { latitude: 30.6, longitude: 105.6 } });
    await add('没有坐标的');
    await add('近的', { position: { latitude: 30.51, longitude: 105.6 } });
    await add('自己的', { groupId: groupOf(villager), position: { latitude: 30.5, longitude: 105.6 } });
    const { items } = await villager.api.call('listVenues');
    expect(items.map(({ name, own, metres }) => [name, own, metres])).toEqual([['自己的', true, 0], ['近的', false, 1112], ['远的', false, 11119], ['没有坐标的', false, null]]);
    expect((await villager.api.call('listVenues', { query: { page: 2, pageSize: 3 } })).items.map(({ name }) => name)).toEqual(['没有坐标的']);
    expect((await boss.api.call('listVenues', { query: { groupId: groupOf(boss) } })).items[0]?.own).toBe(false);
  });

  test('a closed one leaves the lists and frees its name, but not while somebody is going to use it', async () => {
    const { id, name } = await venue();
    const { id: bookingId } = await leader.api.call('createVenueBooking', booking(id, '19:00', '20:00'));
    expect(await admin.api.codeOf('closeVenue', { params: { id } })).toBe('VENUE_HAS_BOOKINGS');
    await leader.api.call('endVenueBooking', { params: { id: bookingId } });
    expect(await admin.api.call('closeVenue', { params: { id } })).toMatchObject({ name, closed: true });
    expect((await admin.api.call('listVenues', { query: { pageSize: 100 } })).items.map((one) => one.id)).not.toContain(id);
    expect(await leader.api.codeOf('createVenueBooking', booking(id, '19:00', '20:00'))).toBe('NOT_FOUND');
    expect(await admin.api.codeOf('updateVenue', { params: { id }, body: { seats: 1 } })).toBe('VENUE_CLOSED');
    await venue({ name });
  });
});

describe('a booking', () => {
  test('that clashes is refused with the other one’s time and the next free slot', async () => {
    const { id } = await venue();
    await leader.api.call('createVenueBooking', booking(id, '19:00', '20:30'));
    await leader.api.call('createVenueBooking', booking(id, '21:00', '22:00'));
    const { status, error } = await admin.api.send('createVenueBooking', booking(id, '20:00', '21:00', { groupId: null }));
    expect({ status, ...error }).toMatchObject({
      ...{ status: 409, code: 'VENUE_TAKEN', field: 'startsAt', message: '这个场地11月26日19:00到20:30已有人用，最近从11月26日22:00起空着' },
      detail: { takenFrom: at('19:00'), takenTo: at('20:30'), freeFrom: at('22:00') },
    });
    expect(await admin.api.codeOf('createVenueBooking', booking(id, '20:30', '21:00', { groupId: null }))).toBe('ok');
  });

  test('is given to one of many who ask in the same moment', async () => {
    const { id } = await venue();
    const leaders = [leader, ...(await Promise.all([1, 2, 3, 4, 5].map(() => server.make.actor({ town, roles: ['leader'] }))))];
    const ask = (who: Actor) => who.api.codeOf('createVenueBooking', booking(id, '19:00', '20:30', { groupId: groupOf(who) }));
    const codes = await inTheSameMoment(server, () => Promise.all(leaders.map(ask)));
    expect(codes.sort()).toEqual(['VENUE_TAKEN', 'VENUE_TAKEN', 'VENUE_TAKEN', 'VENUE_TAKEN', 'VENUE_TAKEN', 'ok']);
    expect(await leader.api.call('listVenueBookings', { query: { venueId: id } })).toMatchObject({ total: 1 });
  });

  test('is made once, however often the phone sends it', async () => {
    const { id } = await venue();
    const sent = booking(id, '19:00', '20:30');
    const answers = await inTheSameMoment(server, () => Promise.all([1, 2, 3].map(() => leader.api.call('createVenueBooking', sent))));
    expect(new Set(answers.map((one) => one.id)).size).toBe(1);
    expect(await leader.api.codeOf('createVenueBooking', { body: { ...sent.body, purpose: '别的' } })).toBe('CLIENT_ID_REUSED');
  });

  test('ends after it begins, lies ahead, is two weeks at most, and is for a group that one leads', async () => {
    const { id } = await venue();
    for (const wrong of [booking(id, '20:00', '20:00'), booking(id, '20:00', '19:00'), booking(id, '19:00', '20:00', { endsAt: at('19:00') + 15 * 86_400_000 }), booking(id, '19:00', '20:00', { startsAt: 0, endsAt: 1000 })]) {
      expect((await leader.api.send('createVenueBooking', wrong)).error).toMatchObject({ code: 'INPUT_INVALID', field: 'endsAt' });
    }
    expect(await leader.api.codeOf('createVenueBooking', booking(id, '19:00', '20:00', { groupId: groupOf(admin) }))).toBe('NOT_FOUND');
    expect((await leader.api.send('createVenueBooking', booking(id, '19:00', '20:00', { groupId: null }))).error).toMatchObject({ code: 'INPUT_INVALID', field: 'groupId' });
  });

  test('given up frees the time; giving it up twice is the same', async () => {
    const { id } = await venue();
    const made = await leader.api.call('createVenueBooking', booking(id, '19:00', '20:30'));
    const given = await leader.api.call('endVenueBooking', { params: { id: made.id } });
    expect(given.endedAt).toBe(server.now());
    expect(await leader.api.call('endVenueBooking', { params: { id: made.id } })).toEqual(given);
    expect(await admin.api.codeOf('createVenueBooking', booking(id, '19:00', '20:30', { groupId: null }))).toBe('ok');
  });

  test('is listed by day, and a list of venues says which are free then', async () => {
    const { id } = await venue({ groupId: groupOf(leader) });
    await leader.api.call('createVenueBooking', booking(id, '19:00', '20:30'));
    const on = async (day: string) => (await leader.api.call('listVenueBookings', { query: { venueId: id, from: day, to: day } })).total;
    expect([await on('2026-11-25'), await on('2026-11-26'), await on('2026-11-27')]).toEqual([0, 1, 0]);
    const freeAt = async (from: string, to: string) => (await leader.api.call('listVenues', { query: { pageSize: 100, startsAt: at(from), endsAt: at(to) } })).items.find((one) => one.id === id)?.free;
    expect([await freeAt('18:00', '19:00'), await freeAt('20:00', '21:00')]).toEqual([true, false]);
    expect((await leader.api.call('listVenues')).items[0]?.free).toBeNull();
  });
});

describe('a study session', () => {
  const hold = (sessionId: string, venueId: string | null, from: string, to: string) =>
    server.make.act(town, () => server.get(VenueBookingsService).holdFor(town.scope, { sessionId, venueId, startsAt: at(from), endsAt: at(to), groupId: groupOf(leader), purpose: '党史夜校' }));
  const times = async (venueId: string) => (await leader.api.call('listVenueBookings', { query: { venueId } })).items.map(({ startsAt, endsAt, sessionId }) => [startsAt, endsAt, sessionId]);

  test('holds its venue, moves with its time and place, and lets go', async () => {
    const [first, second] = [await venue(), await venue()];
    const sessionId = randomUUID();
    await hold(sessionId, first.id, '19:00', '20:30');
    await hold(sessionId, first.id, '19:30', '21:00');
    expect(await times(first.id)).toEqual([[at('19:30'), at('21:00'), sessionId]]);
    await hold(sessionId, second.id, '19:30', '21:00');
    expect([await times(first.id), await times(second.id)]).toEqual([[], [[at('19:30'), at('21:00'), sessionId]]]);
    await hold(sessionId, null, '19:30', '21:00');
    expect(await times(second.id)).toEqual([]);
    await hold(sessionId, first.id, '19:30', '21:00');
    expect(await times(first.id)).toHaveLength(1);
  });

  test('cannot have what is taken, and keeps what it had', async () => {
    const [first, second] = [await venue(), await venue()];
    const sessionId = randomUUID();
    await hold(sessionId, first.id, '19:00', '20:30');
    await leader.api.call('createVenueBooking', booking(second.id, '19:00', '20:30'));
    await expect(hold(sessionId, second.id, '20:00', '21:00')).rejects.toMatchObject({ code: 'VENUE_TAKEN' });
    expect(await times(first.id)).toEqual([[at('19:00'), at('20:30'), sessionId]]);
  });

  test('two that want one venue in the same moment: one gets it', async () => {
    const { id } = await venue();
    const wanted = await Promise.allSettled([1, 2, 3, 4].map(() => hold(randomUUID(), id, '19:00', '20:30')));
    expect(wanted.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected', 'rejected']);
    expect(await times(id)).toHaveLength(1);
  });

  test('its booking is given up through the session alone', async () => {
    const { id } = await venue();
    await hold(randomUUID(), id, '19:00', '20:30');
    const [held] = (await leader.api.call('listVenueBookings', { query: { venueId: id } })).items;
    expect(await leader.api.codeOf('endVenueBooking', { params: { id: held?.id ?? '' } })).toBe('VENUE_BOOKING_OF_SESSION');
  });
});
