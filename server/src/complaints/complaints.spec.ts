import type { Request } from '@weidangxiao/shared/contract/all.ts';
import { randomUUID } from 'node:crypto';
import type { Api } from '../../test/api.ts';
import type { Actor, MadeTown } from '../../test/factory.ts';
import { pngFile, voiceFile } from '../../test/matrix/files.ts';
import { inTheSameMoment } from '../../test/same-moment.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { FileStore } from '../platform/files/file-store.ts';

type NewComplaint = Request<'createComplaint'>['body'];

const now = Date.parse('2026-11-24T15:00:00+08:00');
const lastDay = '2026-12-08T23:59:59+08:00';
const districtDay = '2026-12-09T00:00:00+08:00';
let server: TestServer;
let operator: Api;
let town: MadeTown;
let admin: Actor;
let member: Actor;
beforeAll(async () => {
  server = await startTestServer();
});
beforeEach(async () => {
  server.at(now);
  operator = await server.make.operator();
  town = await server.make.town();
  admin = await server.make.actor({ town, roles: ['admin'], name: '林管理' });
  member = await server.make.actor({ town, name: '王学员' });
});
afterAll(() => server.close());

/** Logins end in the meantime. */
async function later(at: string | number): Promise<void> {
  server.at(at);
  [operator, admin, member] = [await server.make.operator(), await server.make.anew(admin), await server.make.anew(member)];
}

const bodyOf = (more: Partial<NewComplaint> = {}): NewComplaint => ({ clientId: randomUUID(), about: 'session', text: '通知来得太晚', anonymous: false, ...more });
const complain = (more: Partial<NewComplaint> = {}, by = member) => by.api.call('createComplaint', { body: bodyOf(more) });
const atTown = async (state: 'open' | 'answered' = 'open') => (await admin.api.call('listComplaints', { query: { state } })).items;
const answer = (id: string, by = admin) => by.api.send('answerComplaint', { params: { id }, body: { text: '以后提前三天发' } });
const atDistrict = async (state: 'open' | 'answered' = 'open') => (await operator.call('listEscalatedComplaints', { query: { state, pageSize: 100 } })).items.filter((one) => one.town.id === town.id);
const noticesOf = async ({ api }: Actor) => (await api.call('listNotices', { query: { pageSize: 100 } })).items.filter(({ kind }) => kind === 'complaint').map(({ title, text, link }) => [title, text, link]);

describe('a named complaint', () => {
  test('goes to the town, whose admins are told until when to answer', async () => {
    const { id, receipt } = await complain();
    expect(receipt).toBeNull();
    expect(await atTown()).toMatchObject([{ id, about: 'session', text: '通知来得太晚', anonymous: false, receivedOn: '2026-11-24', toDistrictOn: '2026-12-09', atDistrict: false, answer: null, writer: { name: '王学员' } }]);
    expect(await noticesOf(admin)).toEqual([['有一条投诉建议', '关于学习活动。请在12月8日前答复，过了就转到区县。', '/complaints']]);
  });

  test('is answered by name and day, and the writer is told', async () => {
    const { id } = await complain();
    server.at(now + 86_400_000);
    expect((await answer(id)).body).toMatchObject({ state: 'answered', answer: { text: '以后提前三天发', on: '2026-11-25', from: 'town', by: { name: '林管理' } } });
    expect((await member.api.call('listMyComplaints')).items).toMatchObject([{ id, answer: { text: '以后提前三天发', by: { name: '林管理' } } }]);
    expect(await noticesOf(member)).toEqual([['你提的有答复了', '“通知来得太晚”：以后提前三天发', '/my/complaints']]);
    expect([await atTown(), (await atTown('answered')).map((one) => one.id)]).toEqual([[], [id]]);
  });

  test('is for its writer and the admins alone', async () => {
    const { id } = await complain();
    const fellow = await server.make.actor({ town, groupId: member.member.groupId, roles: ['leader'] });
    expect((await fellow.api.call('listMyComplaints')).total).toBe(0);
    expect(await fellow.api.codeOf('listComplaints')).toBe('NOT_ALLOWED');
    const stranger = await server.make.actor({ roles: ['admin'] });
    expect((await answer(id, stranger)).error.code).toBe('NOT_FOUND');
    expect((await stranger.api.call('listComplaints')).total).toBe(0);
  });

  test('by an admin is answered by another', async () => {
    const { id } = await complain({}, admin);
    expect((await answer(id)).error.code).toBe('OWN_DECISION');
    expect((await answer(id, await server.make.actor({ town, roles: ['admin'] }))).status).toBe(200);
  });

  test('sent twice it is one; another text under the same id is refused', async () => {
    const body = bodyOf();
    const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => member.api.call('createComplaint', { body }))));
    expect(again).toEqual(first);
    expect((await member.api.call('listMyComplaints')).total).toBe(1);
    expect(await member.api.codeOf('createComplaint', { body: { ...body, text: '别的话' } })).toBe('CLIENT_ID_REUSED');
    expect((await noticesOf(admin)).length).toBe(1);
  });

  test('is answered once, by whoever was faster', async () => {
    const { id } = await complain();
    const other = await server.make.actor({ town, roles: ['admin'] });
    const replies = await inTheSameMoment(server, () => Promise.all([answer(id), answer(id, other)]));
    expect(replies.map(({ status, error }) => (status === 200 ? 'ok' : error.code)).sort()).toEqual(['COMPLAINT_ANSWERED', 'ok']);
    expect((await noticesOf(member)).length).toBe(1);
  });

  test('open ones are listed with the oldest first, page by page', async () => {
    const first = await complain();
    server.at(now + 86_400_000);
    const second = await complain();
    expect((await atTown()).map(({ id }) => id)).toEqual([first.id, second.id]);
    expect(await admin.api.call('listComplaints', { query: { page: 2, pageSize: 1 } })).toMatchObject({ total: 2, items: [{ id: second.id }] });
  });
});

describe('an anonymous complaint', () => {
  const find = (receipt: string, by = member) => by.api.send('findComplaint', { body: { receipt } });

  test('is read by the town without a name, and by its writer with the receipt number', async () => {
    const { id, receipt } = await complain({ anonymous: true });
    expect(receipt).toMatch(/^\d{4}-\d{4}-\d{4}$/);
    expect(await atTown()).toMatchObject([{ id, anonymous: true, writer: null }]);
    expect((await member.api.call('listMyComplaints')).total).toBe(0);
    await answer(id);
    expect((await find(receipt ?? '')).body).toMatchObject({ id, answer: { text: '以后提前三天发', by: { name: '林管理' } } });
    expect((await find(` ${(receipt ?? '').replaceAll('-', '')} `)).body).toMatchObject({ id });
    expect(await noticesOf(member)).toEqual([]);
  });

  test('is not found with a wrong number, nor in another town', async () => {
    const { receipt } = await complain({ anonymous: true });
    const stranger = await server.make.actor();
    for (const [wrong, by] of [['1234-5678-9012', member], ['12', member], [receipt ?? '', stranger]] as const) expect((await find(wrong, by)).error.code).toBe('COMPLAINT_RECEIPT_WRONG');
  });

  test('sent again by the phone that lost the answer is one, with the same number', async () => {
    const body = bodyOf({ anonymous: true });
    const [first, again] = await inTheSameMoment(server, () => Promise.all([0, 1].map(() => member.api.call('createComplaint', { body }))));
    expect(again).toEqual(first);
    expect(await member.api.call('createComplaint', { body })).toEqual(first);
    expect(await atTown()).toHaveLength(1);
    expect(await member.api.codeOf('createComplaint', { body: { ...body, text: '别的话' } })).toBe('CLIENT_ID_REUSED');
  });

  test('is told to the admins the next morning, with the others of its day', async () => {
    for (const text of ['一', '二', '三']) await complain({ text, anonymous: true });
    await server.runJob('complaints');
    expect(await noticesOf(admin)).toEqual([]);
    server.at('2026-11-25T07:59:00+08:00');
    await server.runJob('complaints');
    expect(await noticesOf(admin)).toEqual([]);
    server.at('2026-11-25T08:01:00+08:00');
    for (let run = 0; run < 2; run += 1) await server.runJob('complaints');
    expect(await noticesOf(admin)).toEqual([['有匿名的投诉建议', '前面收到3条，没有署名。答复了，写的人凭回执号能看到。', '/complaints']]);
    const { items } = await admin.api.call('listAuditRows', { query: { act: 'complaint.created', pageSize: 100 } });
    expect(items.map(({ by }) => by)).toEqual(Array.from({ length: 3 }, () => 'system:complaints'));
  });
});

describe('a photo of a complaint', () => {
  const photo = async (by = member) => (await by.api.call('createComplaintPhoto', { file: pngFile() })).id;
  const show = async (id: string, { api }: { api: Api }) => (await api.send('getComplaintPhoto', { params: { id } })).status;

  test('is seen by the admins and, of a named one, by its writer', async () => {
    const [named, nameless] = [await complain({ photoId: await photo() }), await complain({ photoId: await photo(), anonymous: true })];
    expect([await show(named.id, admin), await show(named.id, member), await show(nameless.id, admin), await show(nameless.id, member)]).toEqual([200, 200, 200, 404]);
    const reply = await admin.api.send('getComplaintPhoto', { params: { id: named.id } });
    expect([reply.headers.get('content-type'), Buffer.from(reply.body as never)]).toEqual(['image/png', pngFile().bytes]);
    expect((await atTown()).map(({ hasPhoto }) => hasPhoto)).toEqual([true, true]);
  });

  test('belongs to one complaint, which is sent soon after it', async () => {
    const photoId = await photo();
    await complain({ photoId });
    expect(await member.api.codeOf('createComplaint', { body: bodyOf({ photoId }) })).toBe('NOT_FOUND');
    const old = await photo();
    server.at(now + 2 * 86_400_000);
    expect(await member.api.codeOf('createComplaint', { body: bodyOf({ photoId: old }) })).toBe('NOT_FOUND');
    expect(await member.api.codeOf('createComplaint', { body: bodyOf({ photoId: randomUUID() }) })).toBe('NOT_FOUND');
    expect(await atTown()).toHaveLength(1);
  });

  test('that no complaint took is swept away, its bytes too', async () => {
    const [kept, left] = [await photo(), await photo()];
    const { id } = await complain({ photoId: kept });
    server.at(now + 3 * 86_400_000);
    await server.runJob('complaints');
    await expect(server.get(FileStore).readWhole(left)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await show(id, admin)).toBe(200);
  });

  test('is a picture', async () => {
    expect(await member.api.codeOf('createComplaintPhoto', { file: voiceFile() })).toBe('FILE_TYPE_NOT_ACCEPTED');
    expect(await member.api.codeOf('createComplaintPhoto')).toBe('FILE_MISSING');
  });
});

describe('the district', () => {
  const decide = (id: string) => operator.send('answerEscalatedComplaint', { params: { id }, body: { text: '已请镇里改' } });

  test('gets what nobody has answered for ten working days, and the town sees that it went', async () => {
    const { id } = await complain();
    await later(lastDay);
    expect([await atDistrict(), (await decide(id)).error.code]).toEqual([[], 'NOT_FOUND']);
    await later(districtDay);
    expect(await atDistrict()).toMatchObject([{ id, text: '通知来得太晚', why: 'waited', since: '2026-12-09', town: { name: '青禾镇' } }]);
    expect(await atTown()).toMatchObject([{ id, atDistrict: true }]);
    await decide(id);
    expect(await atTown('answered')).toMatchObject([{ id, answer: { text: '已请镇里改', from: 'district', by: null } }]);
    expect((await member.api.call('listMyComplaints')).items).toMatchObject([{ answer: { from: 'district', on: '2026-12-09' } }]);
    expect(await noticesOf(member)).toHaveLength(1);
    expect([await atDistrict(), (await atDistrict('answered')).map((one) => one.id)]).toEqual([[], [id]]);
  });

  test('does not get what the town answered in time, and the town may still answer what went', async () => {
    const [inTime, late] = [await complain(), await complain()];
    await answer(inTime.id);
    await later(districtDay);
    expect((await atDistrict()).map(({ id }) => id)).toEqual([late.id]);
    expect((await answer(late.id)).status).toBe(200);
    expect([await atDistrict(), (await decide(late.id)).error.code]).toEqual([[], 'NOT_FOUND']);
  });

  test('alone gets one about the town itself, at once, named or not', async () => {
    const { id } = await complain({ about: 'town', text: '名单没有公示' });
    const { receipt } = await complain({ about: 'town', anonymous: true });
    expect((await atDistrict()).map(({ why }) => why)).toEqual(['about_town', 'about_town']);
    expect([await atTown(), await noticesOf(admin), (await answer(id)).error.code]).toEqual([[], [], 'NOT_FOUND']);
    await decide(id);
    expect((await member.api.call('listMyComplaints')).items).toMatchObject([{ id, state: 'answered', toDistrictOn: '2026-11-24' }]);
    expect((await member.api.call('findComplaint', { body: { receipt: receipt ?? '' } })).atDistrict).toBe(true);
  });

  test('leaves no trace in the town’s audit of who complained about it', async () => {
    await complain({ about: 'town' });
    server.at('2026-11-25T08:01:00+08:00');
    await server.runJob('complaints');
    const { items } = await admin.api.call('listAuditRows', { query: { pageSize: 100 } });
    expect(items.filter(({ act }) => act.startsWith('complaint'))).toEqual([]);
    expect(await noticesOf(admin)).toEqual([]);
  });

  test('sees the words and the town, nobody’s name, and the photo of what lies with it alone', async () => {
    const photoId = (await member.api.call('createComplaintPhoto', { file: pngFile() })).id;
    const { id } = await complain({ photoId });
    expect((await operator.send('getComplaintPhoto', { params: { id } })).status).toBe(404);
    await later(districtDay);
    expect((await operator.send('getComplaintPhoto', { params: { id } })).status).toBe(200);
    expect(JSON.stringify(await atDistrict())).not.toContain('王学员');
    expect(JSON.stringify(await atDistrict())).not.toContain(member.member.id);
  });
});
