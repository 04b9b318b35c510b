import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import { shanghai } from '../sessions.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { date, TwoGroups } from './two-groups.ts';

type SignIn = Request<'createSignIn'>['body'];

// One November of a town with two groups, over HTTP, day by day. Every figure at the end was counted by hand.

const themes = { 2: '冬油菜管护', 9: '防骗五句', 16: '清沟排水', 23: '合同里的五条', 30: '把饭碗端牢' };
const evening = ['19:30', '21:00'] as const;

let server: TestServer;
let town: TwoGroups;
const sessions: Record<'first' | 'second' | 'third' | 'fourth' | 'discussion' | 'lecture' | 'practice' | 'tagged', string> = { first: '', second: '', third: '', fourth: '', discussion: '', lecture: '', practice: '', tagged: '' };

beforeAll(async () => {
  server = await startTestServer({ now: `${date(1)}T15:00:00+08:00`, wechat: true });
  town = await TwoGroups.in(server);
});
afterAll(() => server.close());

const groups = (...keys: ('qingshan' | 'hekou')[]) => ({ kind: 'groups' as const, groupIds: keys.map((key) => town.groups[key]) });
const monday = async (day: number): Promise<void> => {
  town.on(day, '08:00');
  await server.runJob('theme-push');
};
const write = (who: string, day: number) => town.call(who, 'createCheckIn', { body: { clientId: randomUUID(), monday: date(day), capturedAt: server.now(), takeaway: { kind: 'text', text: '记住一条' } } });
const signIn = (by: SignIn['by'], more: Partial<SignIn> = {}): { body: SignIn } => ({ body: { id: randomUUID(), by, capturedAt: server.now(), ...more } });

describe('November', () => {
  test('1st: the town enters what it held before, plans its themes, and 青山组 its Thursdays in a room of its own', async () => {
    await town.call('田镇办', 'setSessionOpening', { body: { groupId: null, count: 386, evidence: '台账到2026年10月' } });
    await town.call('田镇办', 'setSessionOpening', { body: { groupId: town.groups.qingshan, count: 30, evidence: '组里的本子' } });
    for (const [day, title] of Object.entries(themes)) await town.theme({ monday: date(Number(day)), title });
    const { id: venueId } = await town.call('田镇办', 'createVenue', { body: { name: '青山活动室', kind: 'party_room' } });
    const series = { clientId: randomUUID(), kind: 'night' as const, format: 'lecture' as const, title: '周四夜校', weekday: 4, time: '19:30', minutes: 90, from: date(1), until: date(30), expects: groups('qingshan'), venueId };
    expect(await town.call('罗青山', 'createSessionSeries', { body: series })).toMatchObject({ sessions: 4 });
    const { items } = await town.call('林谷雨', 'listStudySessions', { query: { mine: 'true', from: date(1), to: date(30) } });
    expect(items.map((one) => one.date)).toEqual([date(5), date(12), date(19), date(26)]);
    [sessions.first, sessions.second, sessions.third, sessions.fourth] = items.map(({ id }) => id) as [string, string, string, string];
    const booking = { clientId: randomUUID(), venueId, startsAt: shanghai(date(12), '20:00'), endsAt: shanghai(date(12), '21:30'), groupId: town.groups.hekou, purpose: '小组会' };
    expect(await town.codeOf('冯河', 'createVenueBooking', { body: booking })).toBe('VENUE_TAKEN');
    expect(await town.codeOf('冯河', 'createVenueBooking', { body: { ...booking, startsAt: shanghai(date(12), '21:00') } })).toBe('ok');
  });

  test('5th: the first night school by roll, closed with a gap and what is to be done about it', async () => {
    await monday(2);
    await write('林谷雨', 2);
    town.on(5, '19:30');
    await town.roll('罗青山', sessions.first, { 罗青山: 'present', 林谷雨: 'present', 何立夏: 'late', 周小满: 'present', 唐处暑: 'absent', 顾白露: 'present' });
    town.on(5, '21:00');
    const action = { text: '把南边的沟清完', memberId: town.id('何立夏'), due: date(20) };
    expect(await town.close('罗青山', sessions.first, '1.5', { gap: '南边的沟没通', action, spoke: [town.id('林谷雨')] })).toMatchObject({ number: 387, groupNumbers: [{ number: 31 }], counts: { expected: 6, attended: 5 } });
  });

  test('12th: a paper note, an exemption, a leave, digits, a code and a helper; the action comes back and is done', async () => {
    await monday(9);
    town.on(10, '10:00');
    await town.call('罗青山', 'createPaperNote', { params: { id: town.id('周小满') }, body: { clientId: randomUUID(), monday: date(9), text: '', seenOn: date(10) } });
    await town.call('田镇办', 'createExemption', { body: { clientId: randomUUID(), memberId: town.id('顾白露'), from: date(10), to: date(30), reason: 'illness', evidence: '县医院证明' } });
    town.on(11, '20:00');
    const leave = await town.call('唐处暑', 'createLeave', { body: { clientId: randomUUID(), sessionId: sessions.second, reason: 'personal', capturedAt: server.now() } });
    await town.call('罗青山', 'decideLeave', { params: { id: leave.id }, body: { approve: true } });
    expect((await town.call('罗青山', 'getStudySession', { params: { id: sessions.second } })).carried.map(({ text }) => text)).toEqual(['把南边的沟清完']);
    const code = await town.call('罗青山', 'createSignInCode', { params: { id: sessions.second } });
    town.on(12, '19:32');
    const digits = { kind: 'digits' as const, digits: code.digits };
    expect(await town.call('林谷雨', 'createSignIn', signIn(digits))).toMatchObject({ result: 'counts', status: 'present' });
    await town.call('林谷雨', 'createSignIn', signIn(digits, { forMember: { memberId: town.id('周小满'), consented: true as const } }));
    town.on(12, '19:50');
    expect(await town.call('何立夏', 'createSignIn', signIn({ kind: 'scan', scene: code.scene }))).toMatchObject({ status: 'late' });
    await town.roll('罗青山', sessions.second, { 罗青山: 'present' });
    const [open] = (await town.call('何立夏', 'listSessionActions', { query: { done: 'false' } })).items;
    await town.call('何立夏', 'completeSessionAction', { params: { id: open?.id ?? '' }, body: { note: '清完了' } });
    town.on(12, '21:00');
    expect(await town.close('罗青山', sessions.second, '1.5')).toMatchObject({ number: 388, counts: { expected: 6, attended: 4 } });
    expect(await town.standing(sessions.second)).toEqual({ 罗青山: 'present', 林谷雨: 'present', 何立夏: 'late', 周小满: 'present', 唐处暑: 'leave', 顾白露: 'exempt' });
  });

  test('13th: 河口组 discusses, signs on paper, and the leader enters the exceptions', async () => {
    town.on(11, '09:00');
    sessions.discussion = await town.plan('冯河', 13, evening, { kind: 'group', title: '对照找差距', expects: groups('hekou') });
    town.on(13, '19:30');
    const { pageCode } = await town.call('冯河', 'openStudySession', { params: { id: sessions.discussion } });
    town.on(13, '21:00');
    const exceptions = ['韩立冬', '许大雪'].map((name) => ({ memberId: town.id(name), status: 'absent' as const }));
    const { counts } = await town.call('冯河', 'enterSignInSheet', { params: { id: sessions.discussion }, body: { clientId: randomUUID(), pageCode, exceptions } });
    expect(counts).toMatchObject({ expected: 4, present: 2, absent: 2 });
    await town.close('冯河', sessions.discussion, '1', { spoke: [town.id('沈霜降')] });
  });

  test('16th to 20th: somebody moves group, a Thursday is moved and those expected are told, one is made up', async () => {
    await monday(16);
    await write('林谷雨', 16);
    await town.call('田镇办', 'moveMember', { params: { id: town.id('唐处暑') }, body: { groupId: town.groups.hekou, on: date(16) } });
    town.on(17, '18:00');
    await town.call('罗青山', 'moveStudySession', { params: { id: sessions.third }, body: { startsAt: shanghai(date(20)), endsAt: shanghai(date(20), '21:00'), why: '停电' } });
    expect((await town.newsOf('何立夏'))[0]).toBe('活动改期：“周四夜校”原定11月19日19:30，改到11月20日19:30。停电');
    expect((await town.newsOf('唐处暑')).filter((line) => line.startsWith('活动改期'))).toEqual([]);
    town.on(20, '19:30');
    await town.roll('罗青山', sessions.third, { 罗青山: 'present', 林谷雨: 'present', 何立夏: 'absent', 周小满: 'present' });
    const makeUp = await town.call('韩立冬', 'createMakeUp', { body: { clientId: randomUUID(), sessionId: sessions.discussion, way: 'talked', text: '找霜降讲了一遍', on: date(20), capturedAt: server.now() } });
    await town.call('冯河', 'decideMakeUp', { params: { id: makeUp.id }, body: { accept: true } });
    town.on(20, '21:00');
    await town.close('罗青山', sessions.third, '1.5');
  });

  test('21st: everybody together, some late or gone early, one not marked; who was there says whether it was useful', async () => {
    sessions.lecture = await town.plan('田镇办', 21, ['09:00', '12:00'], { kind: 'centralized', title: '把饭碗端牢', expects: groups('qingshan', 'hekou') });
    town.on(21, '09:00');
    const there = ['罗青山', '林谷雨', '周小满', '唐处暑', '冯河', '沈霜降'];
    await town.roll('田镇办', sessions.lecture, { ...Object.fromEntries(there.map((name) => [name, 'present' as const])), 何立夏: 'left_early', 韩立冬: 'late' });
    town.on(21, '12:00');
    expect(await town.close('田镇办', sessions.lecture, '3')).toMatchObject({ number: 391, counts: { expected: 10, attended: 8 } });
    for (const name of there.slice(0, 5)) await town.call(name, 'createSessionFeedback', { params: { id: sessions.lecture }, body: { useful: name === '冯河' ? 'partly' : 'yes', more: true } });
    expect(await town.codeOf('许大雪', 'createSessionFeedback', { params: { id: sessions.lecture }, body: { useful: 'no', more: false } })).toBe('FEEDBACK_NOT_THERE');
    expect(await town.call('田镇办', 'getSessionFeedback', { params: { id: sessions.lecture } })).toEqual({ answers: '5人', useful: { yes: 4, partly: 1, no: 0 }, more: 5 });
  });

  test('22nd to 27th: a correction, a cancelled Thursday, a day in the fields, and an evening for one tag', async () => {
    town.on(22, '10:00');
    const correction = { clientId: randomUUID(), why: '当晚来了，漏点', attendance: [{ memberId: town.id('唐处暑'), status: 'late' as const }] };
    await town.call('罗青山', 'correctStudySession', { params: { id: sessions.first }, body: correction });
    await monday(23);
    for (const name of ['林谷雨', '罗青山']) await town.call('田镇办', 'setMemberTags', { params: { id: town.id(name) }, body: { tags: ['养蜂户'] } });
    sessions.tagged = await town.plan('田镇办', 27, evening, { kind: 'group', title: '蜂蜜怎么卖', expects: { kind: 'tag', tag: '养蜂户' } });
    sessions.practice = await town.plan('冯河', 25, ['14:00', '17:00'], { kind: 'practice', title: '清沟日', expects: groups('hekou') });
    town.on(24, '18:00');
    await town.call('罗青山', 'cancelStudySession', { params: { id: sessions.fourth }, body: { reason: '都去抢收了' } });
    expect((await town.newsOf('周小满'))[0]).toBe('活动取消：11月26日19:30的“周四夜校”不开了。都去抢收了');
    town.on(25, '17:00');
    await town.roll('冯河', sessions.practice, { 冯河: 'present', 沈霜降: 'present', 韩立冬: 'absent', 许大雪: 'absent', 唐处暑: 'present' });
    await town.close('冯河', sessions.practice, '3');
    town.on(27, '21:00');
    await town.roll('田镇办', sessions.tagged, { 林谷雨: 'present', 罗青山: 'absent' });
    expect(await town.close('田镇办', sessions.tagged, '1', { spoke: [town.id('林谷雨')] })).toMatchObject({ number: 393, groupNumbers: [] });
  });

  test('28th to 30th: a make-up still waits, and the hours of the lecture are corrected', async () => {
    town.on(28, '09:00');
    await town.call('何立夏', 'createMakeUp', { body: { clientId: randomUUID(), sessionId: sessions.third, way: 'read', text: '看了讲义', on: date(28), capturedAt: server.now() } });
    await monday(30);
    const { changes, hours } = await town.call('田镇办', 'correctStudySession', { params: { id: sessions.lecture }, body: { clientId: randomUUID(), why: '中间停了半小时', hours: '2.5', attendance: [] } });
    expect([hours, changes[0]?.lines]).toEqual(['2.5', [{ field: 'hours', label: '学时', before: '3', after: '2.5' }]]);
  });
});

/** Hours, the printed sum of the receipt with its maximum, and S. */
const byHand: Readonly<Record<string, readonly [hours: string, earned: string, max: string, S: string]>> = {
  // night 15 (3 of 3), group 0 (absent), centralized 30, self-study 0: 45 of 85
  罗青山: ['7', '45.00', '85', '52.94'],
  // night 15, group 15 + 5, centralized 30, self-study 16 × 2 ÷ 5
  林谷雨: ['8', '71.40', '85', '84.00'],
  // night 15 × (0.5 + 0.5 + 0) ÷ 3, centralized 30 × 0.5
  何立夏: ['2.75', '20.00', '65', '30.77'],
  // night 15, centralized 30, self-study 16 × 1 ÷ 5
  周小满: ['7', '48.20', '65', '74.15'],
  // night 15 × (0.5 + 0.5) ÷ 2, centralized 30, practice 10; the discussion was before the move
  唐处暑: ['6.25', '47.50', '80', '59.38'],
  // night 15 × 1 ÷ 1, self-study of two Mondays: the rest is exempt
  顾白露: ['1.5', '15.00', '35', '42.86'],
  // group 15, centralized 30, practice 10, self-study 0
  冯河: ['6.5', '55.00', '85', '64.71'],
  沈霜降: ['6.5', '60.00', '85', '70.59'],
  // group 15 (made up), centralized 30 × 0.5, practice 0
  韩立冬: ['2.25', '30.00', '85', '35.29'],
  // group 0, practice 0; not marked at the lecture
  许大雪: ['0', '0.00', '55', '0.00'],
};

describe('At its end', () => {
  beforeAll(() => server.at('2026-12-01T10:00:00+08:00'));

  test('every receipt is what was counted by hand, its lines add up, and the committee reads the same', async () => {
    for (const name of town.names) {
      const receipt = await town.call(name, 'getMyReceipt', { params: { month: '2026-11' } });
      expect([name, receipt.sumEarned, receipt.sumMax, receipt.S]).toEqual([name, ...(byHand[name] ?? []).slice(1)]);
      expect(sum(receipt.lines.map(({ earned }) => earned))).toBe(hundredths(receipt.sumEarned));
      expect(await town.call('田镇办', 'getMemberReceipt', { params: { id: town.id(name), month: '2026-11' } })).toEqual(receipt);
    }
  });

  test('what was made up and not verified yet is said to wait, and is worth nothing until then', async () => {
    const night = (await town.call('何立夏', 'getMyReceipt', { params: { month: '2026-11' } })).lines.find(({ dimension }) => dimension === 'night');
    expect([night?.events.map(({ effect }) => effect), night?.stillPossible]).toEqual([['记半次', '记半次', '没有记，补学在核实'], '有1场补学在核实，最多还能记5分']);
    expect(night?.events.every(({ title }) => /^第3(87|88|90)期：周四夜校$/.test(title))).toBe(true);
  });

  test('the town’s ledger of hours, everybody’s own statement and their list of sessions say the same', async () => {
    const { items } = await town.call('田镇办', 'listStudyHours', { params: { year: '2026' }, query: { page: 1, pageSize: 100 } });
    const ledger = new Map(items.map(({ member, hours }) => [member.name, hours]));
    for (const name of town.names) {
      const own = await town.call(name, 'getMyHours', { params: { year: '2026' }, query: { page: 1, pageSize: 400 } });
      const listed = await town.call(name, 'listMyAttendance', { query: { from: date(1), to: date(30), page: 1, pageSize: 100 } });
      expect([name, ledger.get(name), own.hours]).toEqual([name, byHand[name]?.[0], byHand[name]?.[0]]);
      expect([sum(own.items.map(({ hours }) => hours)), sum(listed.items.map(({ hours }) => hours))]).toEqual([hundredths(own.hours), hundredths(own.hours)]);
    }
  });

  test('coverage asks for the one who was reached by nothing, and for nobody else', async () => {
    const coverage = await town.call('田镇办', 'getCoverage', { params: { month: '2026-11' }, query: { page: 1, pageSize: 100 } });
    expect(coverage.items.map(({ member, group, reach }) => [member.name, group?.name, reach])).toEqual([['许大雪', '河口组', 'paper']]);
    expect(coverage.groups.map(({ group, members, reached, unreached, exempt }) => [group?.name, members, reached, unreached, exempt])).toEqual([['河口组', 5, 4, 1, 0], ['青山组', 5, 5, 0, 0]]);
  });

  test('the strip and the counters since the founding count the same sessions; the cancelled one is in neither', async () => {
    const strip = await town.call('田镇办', 'getSessionStrip', { params: { year: '2026' } });
    const count = await town.call('林谷雨', 'getSessionCount');
    expect(strip.groups.map(({ group, cells }) => [group.name, ...cells.map(({ monday: week, held, planned, kinds }) => [week, held, planned, kinds.join()])])).toEqual([
      ['河口组', [date(9), 1, 0, 'group'], [date(16), 1, 0, 'centralized'], [date(23), 1, 0, 'practice']],
      ['青山组', [date(2), 1, 0, 'night'], [date(9), 1, 0, 'night'], [date(16), 2, 0, 'centralized,night']],
    ]);
    expect(count.town).toEqual({ opening: 386, closedHere: 7, total: 393 });
    expect(count.groups.map(({ group, opening, closedHere, total }) => [group.name, opening, closedHere, total])).toEqual([['河口组', 0, 3, 3], ['青山组', 30, 4, 34]]);
    expect(count.groups.map(({ closedHere }) => closedHere)).toEqual(strip.groups.map(({ cells }) => cells.reduce((held, cell) => held + cell.held, 0)));
  });

  test('what was counted at a session is what its roll says, correction and make-up included', async () => {
    const attended: Record<string, number> = {};
    for (const id of Object.values(sessions)) {
      const { title, date: day, counts, state } = await town.call('田镇办', 'getStudySession', { params: { id } });
      if (state === 'cancelled') continue;
      const there = Object.values(await town.standing(id)).filter((status) => ['present', 'late', 'left_early', 'made_up'].includes(status ?? ''));
      expect([title, counts?.attended]).toEqual([title, there.length]);
      attended[day] = there.length;
    }
    expect(attended).toEqual({ [date(5)]: 6, [date(12)]: 4, [date(13)]: 3, [date(20)]: 3, [date(21)]: 8, [date(25)]: 3, [date(27)]: 1 });
  });
});

const hundredths = (figure: string): number => Math.round(Number(figure) * 100);
const sum = (figures: readonly string[]): number => figures.reduce((total, figure) => total + hundredths(figure), 0);
