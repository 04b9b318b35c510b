import { nearestFirst, nextFreeStart, overlaps, type Placed, spanFault, longestBooking } from './venue.ts';

const place = (name: string, groupId: string | null, latitude?: number): Placed => ({ name, groupId, position: latitude === undefined ? null : { latitude, longitude: 105.6 } });
const namesFor = (places: readonly Placed[], groupId: string | null) => nearestFirst(places, groupId).map((near) => near.place.name);

describe('nearest first', () => {
  const places = [place('镇会议室', null, 30.5), place('柳溪活动室', 'liuxi', 30.41), place('丁家服务中心', 'dingjia', 30.42), place('没有坐标的站', 'tuanjie'), place('安居站', null)];

  test('is its own first, then by distance, then by name', () => {
    expect(namesFor(places, 'liuxi')).toEqual(['柳溪活动室', '丁家服务中心', '镇会议室', '安居站', '没有坐标的站']);
  });

  test('is by name for a group whose own place has no position, after its own', () => {
    expect(namesFor(places, 'tuanjie')).toEqual(['没有坐标的站', '安居站', '丁家服务中心', '柳溪活动室', '镇会议室']);
  });

  test('is by name for nobody in particular', () => {
    expect(namesFor(places, null)).toEqual(['安居站', '丁家服务中心', '柳溪活动室', '没有坐标的站', '镇会议室']);
  });

  test('counts groups as people do', () => {
    const rooms = ['第十小组活动室', '第二小组活动室', '第三小组活动室'].map((name) => place(name, null));
    expect(namesFor(rooms, null)).toEqual(['第二小组活动室', '第三小组活动室', '第十小组活动室']);
  });

  test('says how far in metres: a hundredth of a degree of latitude is 1112', () => {
    expect(nearestFirst(places, 'liuxi').map(({ own, metres }) => [own, metres])).toEqual([[true, 0], [false, 1112], [false, 10008], [false, null], [false, null]]);
  });
});

describe('a span', () => {
  const hour = 3_600_000;
  const span = (from: number, to: number) => ({ startsAt: from * hour, endsAt: to * hour });

  test('may begin when another one ends', () => {
    expect(overlaps(span(19, 21), span(21, 22))).toBe(false);
    expect(overlaps(span(19, 21), span(20, 22))).toBe(true);
    expect(overlaps(span(19, 21), span(18, 23))).toBe(true);
  });

  test('ends after it begins and is no longer than two weeks', () => {
    expect(spanFault(span(9, 9))).toBe('ends_before_start');
    expect(spanFault({ startsAt: 0, endsAt: longestBooking })).toBeNull();
    expect(spanFault({ startsAt: 0, endsAt: longestBooking + 1 })).toBe('too_long');
  });

  test('that is taken moves behind everything in its way, into the first gap that is long enough', () => {
    const taken = [span(23, 24), span(19, 21), span(21.5, 22)];
    expect(nextFreeStart(taken, span(19, 20))).toBe(22 * hour);
    expect(nextFreeStart(taken, span(20, 20.5))).toBe(21 * hour);
    expect(nextFreeStart(taken, span(22, 23))).toBe(22 * hour);
    expect(nextFreeStart([], span(8, 9))).toBe(8 * hour);
  });
});
