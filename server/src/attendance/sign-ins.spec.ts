import { randomUUID } from 'node:crypto';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import type { Actor } from '../../test/factory.ts';

let server: TestServer;
let meeting: Meeting;

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
afterAll(() => server.close());
beforeEach(async () => {
  server.at('2026-11-24T15:00:00+08:00');
  meeting = await Meeting.in(server);
});

const clock = (time: string) => server.at(shanghai('2026-11-24', time));
const body = (by: { kind: 'digits'; digits: string } | { kind: 'scan'; scene: string }, more: object = {}) => ({ body: { id: randomUUID(), by, capturedAt: server.now(), ...more } });
const digits = (value: string, more: object = {}) => body({ kind: 'digits', digits: value }, more);
const statusOf = async (id: string, actor: Actor) => (await meeting.roll(id)).get(actor.member.id)?.status;
async function coded() {
  const { id } = await meeting.session();
  return { id, code: await meeting.leader.api.call('createSignInCode', { params: { id } }) };
}

describe('a session’s code', () => {
  test('is one, lives from half an hour before the start to the end, and has WeChat’s own picture', async () => {
    const { id, code } = await coded();
    expect(code).toMatchObject({ digits: expect.stringMatching(/^\d{4}$/), opensAt: shanghai('2026-11-24', '19:00'), closesAt: shanghai('2026-11-24', '21:00'), page: expect.not.stringMatching(/^\//) });
    expect(code.scene).toMatch(/^[0-9a-f]{1,32}$/);
    const picture = Buffer.from(code.image?.split(',')[1] ?? '', 'base64');
    expect([code.image?.split(',')[0], picture.subarray(1, 4).toString()]).toEqual(['data:image/png;base64', 'PNG']);
    expect(await meeting.leader.api.call('createSignInCode', { params: { id } })).toEqual(code);
  });

  test('is there without a picture when WeChat cannot be asked', async () => {
    server.sandbox.setFault({ path: '/wxa/getwxacodeunlimit', errcode: 45009 });
    const { code } = await coded();
    server.sandbox.clearFaults();
    expect([code.image, code.digits.length]).toEqual([null, 4]);
  });

  test('has digits that no other session of the town has at that time, and goes along with a move', async () => {
    const codes = new Set<string>();
    for (let at = 0; at < 5; at += 1) {
      const { id } = await meeting.session({ startsAt: shanghai('2026-11-24', `1${at}:30`), endsAt: shanghai('2026-11-24', `1${at}:50`) });
      codes.add((await meeting.leader.api.call('createSignInCode', { params: { id } })).digits);
    }
    expect(codes.size).toBe(5);
    const { id } = await coded().then(async ({ id: moved }) => meeting.leader.api.call('moveStudySession', { params: { id: moved }, body: { startsAt: shanghai('2026-11-25'), endsAt: shanghai('2026-11-25', '21:00'), why: '停电' } }));
    expect(await meeting.leader.api.call('createSignInCode', { params: { id } })).toMatchObject({ opensAt: shanghai('2026-11-25', '19:00') });
  });
});

describe('a sign-in', () => {
  test('by digits or by camera counts, in time until a quarter past, then late', async () => {
    const { id, code } = await coded();
    clock('19:44');
    expect(await meeting.member(0).api.call('createSignIn', digits(code.digits))).toMatchObject({ result: 'counts', status: 'present', session: { id } });
    clock('19:45');
    expect(await meeting.member(1).api.call('createSignIn', body({ kind: 'scan', scene: code.scene }))).toMatchObject({ result: 'counts', status: 'late' });
    const roll = await meeting.roll(id);
    expect(meeting.members.map(({ member }) => roll.get(member.id)?.standing[0]?.way ?? null)).toEqual(['digits', 'scan', null]);
  });

  test('too early is told when it opens, and writes nothing', async () => {
    const { id, code } = await coded();
    clock('18:59');
    const reply = await meeting.member(0).api.send('createSignIn', digits(code.digits));
    expect([reply.error.code, reply.error.message]).toEqual(['SIGN_IN_EARLY', '19:00起可以签到，还没到时间']);
    expect(await statusOf(id, meeting.member(0))).toBe(null);
  });

  test('a second time, repeated or from two phones at once, is answered with the first and adds nothing', async () => {
    const { id, code } = await coded();
    clock('19:10');
    const { api, member } = meeting.member(0);
    const other = await server.make.login(member);
    const sent = digits(code.digits);
    const answers = await inTheSameMoment(server, () => Promise.all([api.call('createSignIn', sent), api.call('createSignIn', sent), other.call('createSignIn', digits(code.digits))]));
    expect(answers.map(({ status }) => status)).toEqual(['present', 'present', 'present']);
    clock('20:00');
    expect(await api.call('createSignIn', digits(code.digits))).toMatchObject({ result: 'already', status: 'present' });
    expect((await meeting.roll(id)).get(member.id)?.standing).toHaveLength(1);
  });

  test('never stands against the roll, whichever came first', async () => {
    const { id, code } = await coded();
    clock('19:40');
    const [one, two] = [meeting.member(0), meeting.member(1)];
    const roll = (marks: object[]) => meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: marks as never } });
    await roll([meeting.mark(one.member.id, 'absent')]);
    expect(await one.api.call('createSignIn', digits(code.digits))).toMatchObject({ result: 'already', status: 'absent' });
    await two.api.call('createSignIn', digits(code.digits));
    await roll([meeting.mark(two.member.id, 'late')]);
    expect((await meeting.roll(id)).get(two.member.id)).toMatchObject({ status: 'late', differs: false });
  });

  test('with wrong digits, another group’s code or another town’s never says success and writes nothing', async () => {
    const { id, code } = await coded();
    clock('19:30');
    const stranger = await server.make.actor({ town: meeting.town });
    const reply = await stranger.api.send('createSignIn', digits(code.digits));
    expect([reply.error.code, reply.error.message]).toEqual(['SIGN_IN_OTHER_GROUP', expect.stringContaining('“冬油菜田间管理”')]);
    const wrong = String((Number(code.digits) + 1) % 10_000).padStart(4, '0');
    expect(await meeting.member(0).api.codeOf('createSignIn', digits(wrong))).toBe('SIGN_IN_CODE_WRONG');
    const foreign = await server.make.actor();
    expect(await foreign.api.codeOf('createSignIn', body({ kind: 'scan', scene: code.scene }))).toBe('SIGN_IN_SCENE_WRONG');
    expect([...(await meeting.roll(id)).values()].filter(({ status }) => status !== null)).toEqual([]);
  });

  test('of a cancelled session is told so', async () => {
    const { id, code } = await coded();
    await meeting.leader.api.call('cancelStudySession', { params: { id }, body: { reason: '停电' } });
    clock('19:30');
    expect(await meeting.member(0).api.codeOf('createSignIn', body({ kind: 'scan', scene: code.scene }))).toBe('SIGN_IN_CANCELLED');
  });

  test('for somebody else needs their consent, and says who helped', async () => {
    const { id, code } = await coded();
    clock('19:30');
    const [helper, other] = [meeting.member(0), meeting.member(1)];
    const forMember = (memberId: string, consented: boolean) => digits(code.digits, { forMember: { memberId, consented } });
    expect(await helper.api.codeOf('createSignIn', forMember(other.member.id, false) as never)).toBe('INPUT_INVALID');
    expect(await helper.api.call('createSignIn', forMember(other.member.id, true) as never)).toMatchObject({ result: 'counts', member: { memberId: other.member.id } });
    expect((await meeting.roll(id)).get(other.member.id)?.standing).toMatchObject([{ way: 'helper', by: { memberId: helper.member.id } }]);
    const stranger = await server.make.member({ town: meeting.town });
    expect(await helper.api.codeOf('createSignIn', forMember(stranger.id, true) as never)).toBe('SIGN_IN_NOT_EXPECTED');
  });
});

describe('a sign-in that comes late', () => {
  /** Typed at 19:32 without a network, received at 21:30. */
  async function late(actor: Actor) {
    const { id, code } = await coded();
    clock('21:30');
    const sent = digits(code.digits, { capturedAt: shanghai('2026-11-24', '19:32') });
    expect(await actor.api.call('createSignIn', sent)).toMatchObject({ result: 'waiting', status: null, capturedAt: shanghai('2026-11-24', '19:32'), receivedAt: server.now() });
    expect(await actor.api.call('createSignIn', sent)).toMatchObject({ result: 'waiting' });
    return { id };
  }

  test('is kept with both times; the leader is told and confirms it, once', async () => {
    const actor = meeting.member(0);
    const { id } = await late(actor);
    expect(await statusOf(id, actor)).toBe(null);
    expect(await meeting.noticesOf(meeting.leader)).toEqual(['有一条签到等核对：组员甲说19:32签过“冬油菜田间管理”，现在才收到，请核对一下。']);
    const { items } = await meeting.leader.api.call('listWaitingSignIns', { query: { sessionId: id } });
    expect(items).toMatchObject([{ proposed: 'present', member: { memberId: actor.member.id }, state: 'waiting' }]);
    for (const _ of [1, 2]) expect(await meeting.leader.api.call('decideSignIn', { params: { id: items[0]?.id ?? '' }, body: { accept: true } })).toMatchObject({ state: 'accepted', decision: { by: { name: '罗组长' } } });
    expect(await statusOf(id, actor)).toBe('present');
    expect(await meeting.noticesOf(actor)).toEqual(['签到记上了：“冬油菜田间管理”的签到核对过了，算数。']);
    expect(await meeting.leader.api.codeOf('decideSignIn', { params: { id: items[0]?.id ?? '' }, body: { accept: false, reason: '反悔' } })).toBe('SIGN_IN_DECIDED');
  });

  test('is declined only with a reason', async () => {
    const { id } = await late(meeting.member(0));
    const { items } = await meeting.leader.api.call('listWaitingSignIns');
    const decide = (more: object) => meeting.leader.api.codeOf('decideSignIn', { params: { id: items[0]?.id ?? '' }, body: { accept: false, ...more } });
    expect([await decide({}), await decide({ reason: '那天没见到人' })]).toEqual(['INPUT_INVALID', 'ok']);
    expect(await statusOf(id, meeting.member(0))).toBe(null);
    expect((await meeting.leader.api.call('listWaitingSignIns')).total).toBe(0);
  });

  test('is never decided by oneself: the leader’s own goes to an admin', async () => {
    await late(meeting.leader);
    expect(await meeting.noticesOf(meeting.admin)).toHaveLength(1);
    const { items } = await meeting.leader.api.call('listWaitingSignIns');
    const sent = { params: { id: items[0]?.id ?? '' }, body: { accept: true } };
    expect([await meeting.leader.api.codeOf('decideSignIn', sent), await meeting.admin.api.codeOf('decideSignIn', sent)]).toEqual(['OWN_DECISION', 'ok']);
  });

  test('also after the close-out: what the leader confirms is written down beside the record', async () => {
    const { id, code } = await coded();
    clock('21:00');
    await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
    await meeting.member(0).api.call('createSignIn', body({ kind: 'scan', scene: code.scene }, { capturedAt: shanghai('2026-11-24', '19:20') }));
    const { items } = await meeting.leader.api.call('listWaitingSignIns');
    await meeting.leader.api.call('decideSignIn', { params: { id: items[0]?.id ?? '' }, body: { accept: true } });
    expect((await meeting.leader.api.call('getStudySession', { params: { id } })).changes).toMatchObject([{ kind: 'late_marks', lines: [{ label: '组员甲', after: '到' }] }]);
  });
});
