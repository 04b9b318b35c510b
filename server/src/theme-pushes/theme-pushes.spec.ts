import { MembersService } from '../members/members.service.ts';
import { systemScope } from '../platform/access/mint.ts';
import { at, monday, PushedTown } from './pushes-for-tests.ts';

let town: PushedTown;

beforeEach(async () => {
  town = await PushedTown.start();
});
afterEach(() => town.server.close());

describe('On Monday', () => {
  test('nothing goes out before 08:00', async () => {
    await town.planning.scheduled();
    await town.run(at('07:59:59.999'));
    expect(await town.funnel()).toMatchObject({ state: 'waiting', inbox: 0, sentAt: null });
  });

  test('at 08:00 every active member has a delivery, once, however often the job runs', async () => {
    const somebody = await town.server.make.actor({ town: town.town });
    await town.planning.scheduled({ title: '把饭碗端在自己手上' });
    for (const time of ['08:00:00', '08:00:15', '09:00:00']) await town.run(at(time));
    const everybody = await town.server.get(MembersService).countActive(systemScope(town.town.id, 'test'));
    expect(await town.funnel()).toMatchObject({ state: 'done', members: everybody, inbox: everybody, sentAt: Date.parse(at('08:00:00')) });
    expect(await town.deliveriesOf(somebody)).toMatchObject([{ monday, title: '把饭碗端在自己手上', channel: 'inbox', readAt: null }]);
  });

  test('the theme is sent with its push', async () => {
    const { id } = await town.planning.scheduled();
    await town.run(at('08:00:00'));
    expect(await town.planning.admin.api.call('getTheme', { params: { id } })).toMatchObject({ state: 'sent', sentAt: Date.parse(at('08:00:00')) });
  });

  test('a server that comes back late sends at its first look, the same week', async () => {
    await town.planning.scheduled();
    await town.run(at('23:59:59', '2026-12-06'));
    expect(await town.funnel()).toMatchObject({ inbox: 3, sentAt: Date.parse(at('23:59:59', '2026-12-06')) });
  });

  test('a week that passed unsent is missed for ever, and the admins are told once', async () => {
    await town.planning.scheduled();
    for (const time of ['00:00:00', '08:00:00']) await town.run(at(time, '2026-12-07'));
    expect(await town.funnel()).toMatchObject({ state: 'missed', inbox: 0 });
    expect(await noticesAbout('有一周没发出主题')).toEqual([1, 0]);
  });

  test('when the clock jumps over weeks, those are missed and the current one is sent', async () => {
    await town.planning.scheduled();
    await town.planning.scheduled({ monday: '2026-12-07' });
    await town.run(at('08:00:00', '2026-12-08'));
    expect([(await town.funnel()).state, (await town.funnel('2026-12-07')).state]).toEqual(['missed', 'done']);
  });

  test('moving the demo clock sends at once', async () => {
    await town.planning.scheduled();
    await town.server.api.call('setDemoClock', { body: { now: at('08:00:00') } });
    expect(await town.funnel()).toMatchObject({ state: 'done', inbox: 3 });
  });

  test('what is not approved stays, and admins and approvers are told once', async () => {
    const { id } = await town.planning.inReview();
    for (const time of ['07:59:00', '08:00:00', '08:00:15']) await town.run(at(time));
    expect(await town.funnel()).toMatchObject({ state: 'waiting', inbox: 0 });
    expect(await noticesAbout('这个周一的主题没有发出：11月30日的主题“冬闲不闲，学点真本事”还是“待审”，8点没有发出。这一周里审过以后，一分钟内就会发出。')).toEqual([1, 1]);
    await town.planning.approver.api.call('approveTheme', { params: { id } });
    await town.run(at('10:00:00'));
    expect(await town.funnel()).toMatchObject({ state: 'done', inbox: 3 });
  });

  test('a holiday is quiet, even with a draft on it', async () => {
    await town.planning.draft();
    await town.planning.admin.api.call('setHoliday', { params: { monday }, body: { label: '元旦' } });
    await town.run(at('08:00:00'));
    expect(await noticesAbout('这个周一')).toEqual([0, 0]);
  });

  test('a Monday without a theme has none, and the admins are told once', async () => {
    await town.run(at('07:59:59'));
    expect(await noticesAbout('这个周一')).toEqual([0, 0]);
    for (const time of ['08:00:00', '08:00:15', '09:00:00']) await town.run(at(time));
    expect(await noticesAbout('这个周一没有主题：11月30日没有主题，也没有设为放假，8点没有发出。这一周里写好、审过以后，一分钟内就会发出；不发的，请设为放假。')).toEqual([1, 0]);
    expect(await town.funnel()).toMatchObject({ state: 'none', title: '' });
    expect(await town.planning.admin.api.codeOf('getThemePush', { params: { monday: '2026-12-01' } })).toBe('INPUT_INVALID');
  });

  /** How many of these the admin and the approver have. */
  async function noticesAbout(title: string): Promise<number[]> {
    const both = [town.planning.admin, town.planning.approver];
    const now = await Promise.all(both.map((actor) => town.server.make.anew(actor)));
    return Promise.all(now.map(async (actor) => (await town.planning.noticesOf(actor)).filter((notice) => notice.startsWith(title)).length));
  }
});

describe('A delivery', () => {
  test('is unread until it is read, and read only once', async () => {
    const { api } = await town.server.make.actor({ town: town.town });
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    const { items, unread } = await api.call('listMyDeliveries');
    const id = items[0]?.id ?? '';
    for (const time of ['09:00:00', '10:00:00']) {
      town.server.at(at(time));
      await api.call('readDelivery', { params: { id } });
    }
    const after = await api.call('listMyDeliveries');
    expect([unread, after.unread, after.items[0]?.readAt]).toEqual([1, 0, Date.parse(at('09:00:00'))]);
    expect((await town.funnel()).read).toBe(1);
  });

  test('of somebody else is not found', async () => {
    const [one, other] = [await town.server.make.actor({ town: town.town }), await town.server.make.actor({ town: town.town })];
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    const [delivery] = await town.deliveriesOf(other);
    expect(await one.api.codeOf('readDelivery', { params: { id: delivery?.id ?? '' } })).toBe('NOT_FOUND');
  });

  test('is for those who were in the town on Monday; who joins later reads the week without one', async () => {
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    const late = await town.server.make.actor({ town: town.town });
    await town.run(at('08:01:00'));
    expect(await town.deliveriesOf(late)).toEqual([]);
    expect((await late.api.call('getCurrentWeek')).state).toBe('open');
  });
});

describe('A paper copy', () => {
  test('is handed over by the leader of the group, who can take the tick back', async () => {
    const { leader, reader } = await village();
    const before = await leader.api.call('listPaperDeliveries', { query: { monday } });
    expect(before.items).toMatchObject([{ member: { memberId: reader.member.id, name: '陈小满' }, handedOverAt: null }]);
    const params = { id: before.items[0]?.id ?? '' };
    await leader.api.call('tickPaperDelivery', { params });
    expect((await town.funnel()).paper).toEqual({ total: 1, handedOver: 1 });
    town.server.at(at('18:00:00'));
    await leader.api.call('tickPaperDelivery', { params, body: { handedOver: true } });
    expect((await leader.api.call('listPaperDeliveries', { query: { monday } })).items[0]?.handedOverAt).toBe(Date.parse(at('08:00:00')));
    await leader.api.call('tickPaperDelivery', { params, body: { handedOver: false } });
    expect((await town.funnel()).paper).toEqual({ total: 1, handedOver: 0 });
  });

  test('rings nobody and is nobody else’s business', async () => {
    const { reader } = await village();
    const stranger = await town.server.make.actor({ town: town.town, roles: ['leader'] });
    const [delivery] = await town.deliveriesOf(reader);
    expect(delivery?.channel).toBe('paper');
    expect((await stranger.api.call('listPaperDeliveries', { query: { monday } })).total).toBe(0);
    expect(await stranger.api.codeOf('tickPaperDelivery', { params: { id: delivery?.id ?? '' } })).toBe('NOT_FOUND');
    const { doorbell, inbox } = await town.funnel();
    expect(Object.values(doorbell).reduce((sum, count) => sum + count)).toBe(inbox);
  });

  async function village() {
    const leader = await town.server.make.actor({ town: town.town, roles: ['leader'] });
    const reader = await town.server.make.actor({ town: town.town, groupId: leader.member.groupId, name: '陈小满', paper: true });
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    return { leader, reader };
  }
});
