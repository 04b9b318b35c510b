import type { INestApplicationContext } from '@nestjs/common';
import { addDays, businessDate, startOf } from '@weidangxiao/shared/rules/week.ts';
import { randomUUID } from 'node:crypto';
import { Acts } from '../../src/platform/access/acts.ts';
import type { GroupScope, WholeTownScope } from '../../src/platform/access/scope.ts';
import { Clock } from '../../src/platform/clock/clock.ts';
import { PracticeBasesService } from '../../src/practice-bases/practice-bases.service.ts';
import { BookingDeskService } from '../../src/venues/booking-desk.service.ts';
import { VenueDeskService } from '../../src/venues/venue-desk.service.ts';
import { VenuesService } from '../../src/venues/venues.service.ts';
import { asPerson } from './as-person.ts';
import { groupNames } from './people.ts';
import { demoLeadersFirst, type SampleTown } from './sample-town.ts';
import type { Named, Surroundings } from './session-plans.ts';

const hour = 3_600_000;
const equipment = ['投影仪', '音响', '桌椅', '黑板', '饮水机'];

const ofTheTown = [
  { name: '镇党群服务中心', kind: 'service_centre', seats: 160, address: '老街1号' },
  { name: '镇二楼会议室', kind: 'meeting_room', seats: 60, address: '镇政府二楼' },
  { name: '镇新时代文明实践所', kind: 'civilisation_station', seats: 80, address: '文化广场北侧' },
] as const;

const bases = [
  { name: '柑橘示范园', practices: ['剪枝', '采摘', '打包'], note: '周末有人，先打电话' },
  { name: '农旅园', practices: ['花带管护', '接待讲解'], note: '' },
  { name: '羊肚菌大棚', practices: ['制种', '控温', '采收'], note: '冬春两季' },
  { name: '电商小站', practices: ['拍视频', '直播', '发货'], note: '每晚7点到9点' },
] as const;

/** The town's own places, and one in each group a little further along the valley; the checklist was walked through once. Answers where all and where each group meet. */
export function seedPlaces(app: INestApplicationContext, town: SampleTown): Promise<Pick<Surroundings, 'hall' | 'rooms'>> {
  const desk = app.get(VenueDeskService);
  const add = async (body: Parameters<VenueDeskService['add']>[1]): Promise<Named> => {
    const { id, name } = await asPerson(town.admin, 'town', 'createVenue', (scope: WholeTownScope) => desk.add(scope, body));
    return { id, text: name };
  };
  return app.get(Acts).perform(town.scope, async () => {
    const [halls, rooms]: [Named[], Named[]] = [[], []];
    for (const [at, venue] of ofTheTown.entries()) halls.push(await add({ ...venue, position: position(at * 0.2), equipment: equipment.map((item) => ({ item, state: 'there' as const })) }));
    for (const [at, leader] of town.leaders.entries()) {
      const checked = equipment.map((item, which) => ({ item, state: (at + which) % 7 === 0 ? ('broken' as const) : (at + which) % 5 === 0 ? ('missing' as const) : ('there' as const) }));
      const own = { name: `${groupNames[at]}活动室`, kind: at % 4 === 3 ? ('civilisation_station' as const) : ('party_room' as const), groupId: leader.groupId, keeperId: leader.id };
      rooms.push(await add({ ...own, address: '', seats: 25 + (at % 4) * 5, position: position(1 + at), equipment: checked }));
    }
    for (const [at, base] of bases.entries()) await addBase(app, town, at, { ...base, practices: [...base.practices] });
    return { hall: halls[0], rooms };
  }, { act: 'places.seeded' });
}

async function addBase(app: INestApplicationContext, { admin, leaders }: SampleTown, at: number, base: { name: string; practices: string[]; note: string }): Promise<void> {
  const keeper = leaders[at * 3];
  const body = { ...base, groupId: keeper?.groupId ?? null, keeperId: keeper?.id ?? null };
  await asPerson(admin, 'town', 'createPracticeBase', (scope: WholeTownScope) => app.get(PracticeBasesService).add(scope, body));
}

/** What the next days hold: the first groups have booked the large rooms. */
export async function seedBookings(app: INestApplicationContext, town: SampleTown): Promise<void> {
  const { items } = await asPerson(town.admin, 'town', 'listVenues', (scope: WholeTownScope) => app.get(VenuesService).list(scope, { page: 1, pageSize: 100 }));
  const venueIds = items.flatMap(({ id, group }) => (group ? [] : [id]));
  const today = businessDate(app.get(Clock).now());
  for (const [at, leader] of demoLeadersFirst(town).slice(0, 4).entries()) {
    const [venueId, startsAt] = [venueIds[at % 2], startOf(addDays(today, 1 + at)) + 19 * hour];
    if (!venueId || !leader.groupId) continue;
    const body = { clientId: randomUUID(), venueId, startsAt, endsAt: startsAt + 2 * hour, groupId: leader.groupId, purpose: '小组集中学习' };
    await asPerson(leader, 'group', 'createVenueBooking', (scope: GroupScope) => app.get(BookingDeskService).create(scope, body));
  }
}

/** Invented: so many steps from the middle of the town. */
function position(steps: number): { latitude: number; longitude: number } {
  return { latitude: 30.5 + steps * 0.004, longitude: 105.5 + (steps % 3) * 0.006 };
}
