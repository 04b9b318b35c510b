import { randomUUID } from 'node:crypto';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { AssessmentMonthsService } from '../assessment-months/assessment-months.service.ts';

const month = '2026-11';
let server: TestServer;
let town: MadeTown;
let leader: Actor;
let member: Actor;
let committee: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at('2026-11-26T10:00:00+08:00');
  town = await server.make.town();
  leader = await server.make.actor({ town, roles: ['leader'], name: '罗组长' });
  member = await server.make.actor({ town, groupId: leader.member.groupId, name: '王学员' });
  committee = await server.make.actor({ town, roles: ['committee'], name: '何委员' });
});
afterAll(() => server.close());

const bodyOf = (more: object = {}) => ({ clientId: randomUUID(), kind: 'bonus' as const, month, memberId: member.member.id, points: '1.5', on: '2026-11-18', reason: '牵头修了机耕道', evidence: '施工照片在组长手里', ...more });
const propose = (more: object = {}, by = leader) => by.api.call('createScoreProposal', { body: bodyOf(more) });
const refused = (more: object = {}, by = leader) => by.api.codeOf('createScoreProposal', { body: bodyOf(more) });
const decide = (id: string, accept: boolean, reason: string | null = null, by = committee) => by.api.send('decideScoreProposal', { params: { id }, body: { accept, reason } });
const entries = async () => (await committee.api.call('listScoreEntries', { query: { show: 'points', period: month } })).items;
const noticesOf = async ({ api }: Actor) => (await api.call('listNotices', { query: { pageSize: 100 } })).items.filter(({ kind }) => kind === 'score-proposal').map(({ title, text, link }) => [title, text, link]);

test('accepted it is an entry of the committee, and the leader is told', async () => {
  const { id, state } = await propose();
  expect(state).toBe('waiting');
  expect(await noticesOf(committee)).toEqual([['有一条加分扣分的提议', '罗组长提议给王学员十一月加分1.5分：牵头修了机耕道', '/score-entries']]);
  expect((await decide(id, true)).body).toMatchObject({ id, state: 'accepted', decision: { by: { name: '何委员' }, reason: null } });
  expect(await entries()).toMatchObject([{ kind: 'bonus', points: '1.50', on: '2026-11-18', reason: '牵头修了机耕道', evidence: '施工照片在组长手里', member: { name: '王学员' }, enteredBy: { name: '何委员' } }]);
  expect(await noticesOf(leader)).toEqual([['提议采纳了', '给王学员十一月加分1.5分，已经记上。', '/score-proposals']]);
});

test('declined it needs a reason, which the leader reads; nothing is entered', async () => {
  const { id } = await propose();
  expect((await decide(id, false)).error).toMatchObject({ code: 'INPUT_INVALID', field: 'reason' });
  await decide(id, false, '这件事上个月加过了');
  expect((await leader.api.call('listScoreProposals')).items).toMatchObject([{ id, state: 'declined', decision: { reason: '这件事上个月加过了' } }]);
  expect(await entries()).toEqual([]);
  expect((await decide(id, true)).error.code).toBe('SCORE_PROPOSAL_DECIDED');
  expect((await noticesOf(leader))[0]?.[1]).toBe('给王学员十一月加分1.5分，没有记：这件事上个月加过了');
});

test('accepted by two at once it is one entry; sent twice it is one proposal', async () => {
  const body = bodyOf();
  const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => leader.api.call('createScoreProposal', { body }))));
  expect(again?.id).toBe(first?.id);
  const other = await server.make.actor({ town, roles: ['committee'] });
  const replies = await inTheSameMoment(server, () => Promise.all([decide(first?.id ?? '', true), decide(first?.id ?? '', true, null, other)]));
  expect(replies.some(({ status }) => status === 200)).toBe(true);
  expect(await entries()).toHaveLength(1);
  expect(await leader.api.codeOf('createScoreProposal', { body: { ...body, points: '2' } })).toBe('CLIENT_ID_REUSED');
});

test('is for members of the own group, never for oneself', async () => {
  const stranger = await server.make.actor({ town });
  expect([await refused({ memberId: stranger.member.id }), await refused({ memberId: leader.member.id }), await refused({ memberId: (await server.make.member()).id })]).toEqual(['NOT_FOUND', 'ENTRY_ONESELF', 'NOT_FOUND']);
  expect(await refused({}, member)).toBe('NOT_ALLOWED');
});

test('about somebody of the committee is decided by another of them', async () => {
  const one = await server.make.actor({ town, groupId: leader.member.groupId, roles: ['committee'] });
  const { id } = await propose({ memberId: one.member.id });
  expect(await noticesOf(one)).toEqual([]);
  expect((await decide(id, true, null, one)).error.code).toBe('ENTRY_ONESELF');
  expect((await decide(id, true)).status).toBe(200);
});

test.each([
  [{ points: '0' }, 'INPUT_INVALID'],
  [{ points: '1.234' }, 'INPUT_INVALID'],
  [{ month: '2026-12', on: '2026-12-01' }, 'INPUT_INVALID'],
  [{ on: '2026-10-31' }, 'INPUT_INVALID'],
  [{ evidence: ' ' }, 'INPUT_INVALID'],
])('with %j is refused', async (more, code) => {
  expect(await refused(more)).toBe(code);
});

test('of a published month cannot be made or accepted, but can be declined', async () => {
  const [{ id }] = [await propose()];
  server.at('2026-12-09T10:00:00+08:00');
  await server.runJob('month-closing');
  await server.make.act(town, () => server.get(AssessmentMonthsService).publish(town.scope, month));
  [committee, leader] = [await server.make.anew(committee), await server.make.anew(leader)];
  expect((await decide(id, true)).error.code).toBe('MONTH_PUBLISHED');
  expect(await refused()).toBe('MONTH_PUBLISHED');
  expect((await decide(id, false, '已经公示了')).status).toBe(200);
});

test('two leaders of a group see what is proposed for it, but not about themselves', async () => {
  const second = await server.make.actor({ town, groupId: leader.member.groupId, roles: ['leader'] });
  const about = await propose({ memberId: second.member.id });
  const { id } = await propose();
  const seen = async (by: Actor, query = {}) => (await by.api.call('listScoreProposals', { query })).items.map((one) => one.id).sort();
  expect(await seen(second)).toEqual([id]);
  expect(await seen(leader)).toEqual([about.id, id].sort());
  expect(await seen(second, { mine: true })).toEqual([]);
  expect((await committee.api.call('listScoreProposals', { query: { state: 'waiting' } })).total).toBe(2);
});
