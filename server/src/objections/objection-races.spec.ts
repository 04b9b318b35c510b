import { randomUUID } from 'node:crypto';
import { type Committee, committeeOf } from '../../test/committee.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { november } from '../../test/votes.ts';

const { month } = november;
const kept = { verdict: 'kept' as const, text: '记录没有错', points: null };
let server: TestServer;
let town: Committee;

beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-02T10:00:00+08:00' });
});
afterAll(() => server.close());
beforeEach(async () => {
  town = await committeeOf(server, 5);
});

const publish = (place: number) => town.at(place).api.codeOf('publishMonth', { params: { month } });
const raised = { kind: 'month' as const, period: month, about: 'whole' as const, text: '请再核一遍' };
const raise = async () => (await town.member.api.call('createObjection', { body: { clientId: randomUUID(), ...raised } })).id;
const propose = (place: number, id: string, text = kept.text) => town.at(place).api.codeOf('proposeObjectionAnswer', { params: { id }, body: { ...kept, text } });
const sign = (place: number, id: string, text = kept.text) => town.at(place).api.codeOf('signObjectionAnswer', { params: { id }, body: { text } });
const own = async () => (await town.member.api.call('listMyObjections', {})).items[0];

test('a month without any session is published with everybody not rated', async () => {
  const draft = await town.at(0).api.call('getPublicationDraft', { params: { month } });
  expect(draft.groups.map(({ excellent, good, fair, poor, notRated }) => [excellent, good, fair, poor, notRated])).toEqual([[0, 0, 0, 0, 1], [0, 0, 0, 0, 1]]);
  expect(await publish(0)).toBe('ok');
});

test('of two who publish in the same moment one has, the other is told; there is one sheet', async () => {
  const codes = await inTheSameMoment(server, () => Promise.all([publish(0), publish(1)]));
  expect(codes.sort()).toEqual(['MONTH_PUBLISHED', 'ok']);
  expect((await town.member.api.call('listPublications', {})).total).toBe(1);
});

test('points are entered before the publication, and are in it, or are refused', async () => {
  const { member } = town.member;
  const bonus = { clientId: randomUUID(), kind: 'bonus' as const, month, memberId: member.id, points: '1', on: '2026-11-25', reason: '带头清沟', evidence: '小组记录' };
  const [entered, published] = await inTheSameMoment(server, () => Promise.all([town.at(1).api.codeOf('createScoreEntry', { body: bonus }), publish(0)]));
  expect(published).toBe('ok');
  expect(['ok', 'MONTH_PUBLISHED']).toContain(entered);
});

test('the same objection sent twice in one moment is one', async () => {
  await publish(0);
  const body = { clientId: randomUUID(), ...raised };
  const [one, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => town.member.api.call('createObjection', { body }))));
  expect(again?.id).toBe(one?.id);
  expect(await town.member.api.codeOf('createObjection', { body: { ...body, clientId: randomUUID() } })).toBe('OBJECTION_OPEN');
});

test('of two objections to one line, from two devices in the same moment, one is taken; so with one that somebody else writes down, and not with another line', async () => {
  await publish(0);
  const devices = [town.member, await server.make.anew(town.member)];
  const object = ({ api }: (typeof devices)[number], about: 'whole' | 'night') => api.codeOf('createObjection', { body: { clientId: randomUUID(), ...raised, about } });
  const log = (about: 'vote' | 'night') => town.at(0).api.codeOf('logObjection', { body: { clientId: randomUUID(), ...raised, about, memberId: town.member.member.id, way: 'spoken' } });
  expect((await inTheSameMoment(server, () => Promise.all(devices.map((device) => object(device, 'whole'))))).sort()).toEqual(['OBJECTION_OPEN', 'ok']);
  const [own, logged, other] = await inTheSameMoment(server, () => Promise.all([object(town.member, 'night'), log('night'), log('vote')]));
  expect([own, logged].sort()).toEqual(['OBJECTION_OPEN', 'ok']);
  expect(other).toBe('ok');
  expect((await town.member.api.call('listMyObjections', {})).total).toBe(3);
});

test('of two who would be the third to sign one is, and the answer is settled once', async () => {
  await publish(0);
  const id = await raise();
  await propose(0, id);
  await sign(1, id);
  const codes = await inTheSameMoment(server, () => Promise.all([sign(2, id), sign(3, id)]));
  expect(codes.filter((code) => code === 'ok').length).toBe(1);
  expect(['OBJECTION_ANSWER_CHANGED', 'OBJECTION_STATE']).toContain(codes.find((code) => code !== 'ok'));
  expect((await own())?.answers).toMatchObject([{ step: 1, signedBy: [{}, {}, {}] }]);
  expect((await own())?.answers.length).toBe(1);
});

test('an answer that is written anew while somebody signs the old one is not signed by mistake', async () => {
  await publish(0);
  const id = await raise();
  await propose(0, id);
  await inTheSameMoment(server, () => Promise.all([propose(1, id, '再查一天'), sign(2, id)]));
  const [desk] = (await town.at(3).api.call('listObjections', {})).items;
  const [answer] = desk?.answers ?? [];
  // Whichever came first, nobody has signed words that they have not read.
  const signers = { [kept.text]: [0, 2], 再查一天: [1] }[answer?.text ?? ''];
  expect(answer?.signedBy.map(({ memberId }) => memberId)).toEqual(signers?.map((place) => town.at(place).member.id));
});

test('withdrawn in the moment of the last signature it is either withdrawn or answered', async () => {
  await publish(0);
  const id = await raise();
  await propose(0, id);
  await sign(1, id);
  const [withdrawn, signed] = await inTheSameMoment(server, () => Promise.all([town.member.api.codeOf('withdrawObjection', { params: { id } }), sign(2, id)]));
  const state = (await own())?.state;
  expect(state).toBe(withdrawn === 'ok' ? 'withdrawn' : 'answered');
  expect([withdrawn, signed].filter((code) => code === 'ok').length).toBe(1);
});

test('two corrections of one locked month in the same moment are two lines, one after the other', async () => {
  await publish(0);
  server.at('2026-12-15T10:00:00+08:00');
  const chairs = await Promise.all([0, 1].map((place) => server.make.anew(town.at(place))));
  const correct = ({ api }: (typeof chairs)[number]) => api.codeOf('createScoreAdjustment', { body: { clientId: randomUUID(), month, memberId: town.member.member.id, points: '1', reason: '补记', evidence: '记录本' } });
  expect(await inTheSameMoment(server, () => Promise.all(chairs.map(correct)))).toEqual(['ok', 'ok']);
  expect((await chairs[0]?.api.call('listScoreAdjustments', { query: { month } }))?.total).toBe(2);
});
