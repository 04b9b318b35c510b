import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { Meeting, shanghai } from '../../test/sessions.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { november } from '../../test/votes.ts';
import { linesOf } from '../paperwork/paper-for-tests.ts';

const { month } = november;
/** November is confirmed from Wednesday 9 December and on show for three working days. */
const [confirming, onShow, lastDay, locked] = ['2026-12-09T10:00:00+08:00', '2026-12-10T10:00:00+08:00', '2026-12-14T23:59:00+08:00', '2026-12-15T10:00:00+08:00'];

let server: TestServer;
let meeting: Meeting;
let committee: Actor[];

/** Four in one group; the first two were at both sessions, the third at one, the leader at none. */
beforeAll(async () => {
  server = await startTestServer({ now: '2026-11-02T10:00:00+08:00' });
  meeting = await Meeting.in(server, 3);
  for (const [date, kind, there] of [['2026-11-24', 'night', [0, 1, 2]], ['2026-11-25', 'centralized', [0, 1]]] as const) await held(date, kind, there);
});
afterAll(() => server.close());

async function held(date: string, kind: 'night' | 'centralized', there: readonly number[]): Promise<void> {
  meeting = await meeting.later(shanghai(date));
  const { id, endsAt } = await meeting.opened({ startsAt: shanghai(date), kind });
  const marks = [0, 1, 2].map((at) => meeting.mark(meeting.member(at).member.id, there.includes(at) ? 'present' : 'absent'));
  await meeting.leader.api.call('markAttendance', { params: { id }, body: { marks: [...marks, meeting.mark(meeting.leader.member.id, 'absent')] } });
  server.at(endsAt);
  await meeting.leader.api.call('closeStudySession', { params: { id }, body: meeting.closing() });
}

async function at(instant: string): Promise<void> {
  meeting = await meeting.later(instant);
  const roles = [['committee'], ['committee'], ['committee']] as const;
  committee ??= await Promise.all(roles.map((held_) => server.make.actor({ town: meeting.town, roles: [...held_], groupId: null })));
  committee = await Promise.all(committee.map((one) => server.make.anew(one)));
}

const chair = (): Actor => {
  const [first] = committee;
  if (!first) throw new Error('there is no committee');
  return first;
};
const draft = () => chair().api.call('getPublicationDraft', { params: { month } });
const publish = () => chair().api.send('publishMonth', { params: { month } });

test('before its days nothing is published, and the answer says from when', async () => {
  await at('2026-12-04T10:00:00+08:00');
  expect((await publish()).error).toMatchObject({ code: 'MONTH_NOT_READY', message: '2026年11月还不能公示：要等互评结束，12月9日起可以公示' });
  await at(confirming);
  expect((await publish()).error).toMatchObject({ code: 'MONTH_NOT_READY', message: '2026年11月还不能公示：得分还在计算，请过几分钟再试' });
  await server.runJob('month-closing');
  expect((await draft()).obstacles).toEqual(['untalked']);
});

test('a poor month is not published without its reason and a talk', async () => {
  const { groups, poors, untalked } = await draft();
  expect(groups.map(({ group, ...counts }) => [group?.id, counts])).toContainEqual([meeting.groupId, { excellent: 2, good: 0, fair: 0, poor: 2, notRated: 0 }]);
  expect(poors.map(({ member, m, talk }) => [member.name, m, talk]).sort()).toEqual([['组员丙', '33.33', null], ['罗组长', '0.00', null]]);
  expect(untalked).toBe(2);
  expect((await publish()).error).toMatchObject({ code: 'POOR_WITHOUT_TALK', message: '有2人评为“差”，还没写明理由、谈过话，先补上再公示' });
  expect((await chair().api.call('listPublications', {})).total).toBe(0);
});

test('what is published is names and grades on a sheet with a code; sent again it is the same sheet', async () => {
  await talkedWith(meeting.leader.member.id);
  await talkedWith(meeting.member(2).member.id);
  await at(onShow);
  const { status, body } = await publish();
  expect({ status, body }).toMatchObject({ status: 201, body: { kind: 'month', period: month, state: 'on_show', publishedOn: '2026-12-10', publishedUntil: '2026-12-15' } });
  expect((await publish()).body).toEqual(body);
  expect(await committee[1]?.api.codeOf('publishMonth', { params: { month } })).toBe('MONTH_PUBLISHED');
  const { groups } = await meeting.member(0).api.call('getPublication', { params: { kind: 'month', period: month } });
  const ours = groups.find(({ group }) => group?.id === meeting.groupId);
  const lines = await meeting.member(0).api.call('listPublicationLines', { params: { kind: 'month', period: month }, query: { place: ours?.place ?? 0 } });
  expect(lines.items).toEqual([
    { name: '罗组长', grade: 'poor', corrected: null },
    { name: '组员丙', grade: 'poor', corrected: null },
    { name: '组员甲', grade: 'excellent', corrected: null },
    { name: '组员乙', grade: 'excellent', corrected: null },
  ]);
  expect(await meeting.noticesOf(meeting.member(1))).toContain('2026年11月的结果公示了：公示到12月15日。哪一项不对，点开那一项就能提异议。');
});

async function talkedWith(memberId: string): Promise<void> {
  await chair().api.call('createScoreEntry', { body: { clientId: randomUUID(), kind: 'talk', month, memberId, reason: '两场都没有到，也没有请假', talkedBy: '镇委员会', on: '2026-12-09', evidence: '谈话记录在镇党建办' } });
}

test('whoever holds the printed sheet reads that it is unchanged, and nobody’s name', async () => {
  const { code, digest } = await meeting.admin.api.call('getPublication', { params: { kind: 'month', period: month } });
  const told = await server.api.call('verifyPublication', { params: { code: code.toLowerCase() } });
  expect(told).toMatchObject({ kind: 'month', period: month, town: '青禾镇', unchanged: true, digest, corrections: 0 });
  expect(JSON.stringify(told)).not.toMatch(/组员|罗组长|excellent|poor/);
  expect(await server.api.codeOf('verifyPublication', { params: { code: '2222-2222-2222' } })).toBe('NOT_FOUND');
});

test('an objection freezes that line only, is answered by three without the recorder, and becomes a dated adjustment', async () => {
  await at('2026-12-11T10:00:00+08:00');
  const third = meeting.member(2);
  const raised = { clientId: randomUUID(), kind: 'month' as const, period: month, about: 'centralized' as const, text: '11月25日我在场，点名漏了' };
  const { id, frozen } = await third.api.call('createObjection', { body: raised });
  expect(frozen).toBe(true);
  expect(await third.api.call('createObjection', { body: raised })).toMatchObject({ id });
  expect((await third.api.send('createObjection', { body: { ...raised, clientId: randomUUID() } })).error.code).toBe('OBJECTION_OPEN');
  const scores = await chair().api.call('listMonthScores', { params: { month }, query: { group: meeting.groupId } });
  expect(scores.items.filter((row) => row.frozen).map(({ member }) => member.name)).toEqual(['组员丙']);
  const answer = { verdict: 'changed' as const, text: '签到表上有签名，补记到场', points: null };
  expect((await chair().api.send('proposeObjectionAnswer', { params: { id }, body: answer })).error).toMatchObject({ code: 'OBJECTION_NOTHING_CHANGED', field: 'verdict' });
  await corrected('2026-11-25', third);
  await chair().api.call('proposeObjectionAnswer', { params: { id }, body: answer });
  expect((await chair().api.send('signObjectionAnswer', { params: { id }, body: answer })).error).toMatchObject({ code: 'OBJECTION_SIGNED', message: '你已经签过了，还差2人' });
  expect((await committee[1]?.api.send('signObjectionAnswer', { params: { id }, body: { text: '别的话' } }))?.error.code).toBe('OBJECTION_ANSWER_CHANGED');
  await committee[1]?.api.call('signObjectionAnswer', { params: { id }, body: answer });
  expect((await third.api.call('listMyObjections', {})).items[0]).toMatchObject({ state: 'signing', answers: [] });
  await committee[2]?.api.call('signObjectionAnswer', { params: { id }, body: answer });
  expect((await third.api.call('listMyObjections', {})).items[0]).toMatchObject({ state: 'answered', frozen: false, contestUntil: '2026-12-16', answers: [{ step: 1, verdict: 'changed', on: '2026-12-11' }] });
  const { items } = await chair().api.call('listScoreAdjustments', { query: { month } });
  expect(items).toMatchObject([{ kind: 'objection', member: { name: '组员丙' }, bookedOn: '2026-12-11', before: { m: '33.33', grade: 'poor' }, after: { m: '100.00', grade: 'excellent' } }]);
  expect(await server.api.call('verifyPublication', { params: { code: (await publish()).body.code } })).toMatchObject({ unchanged: true, corrections: 1 });
  const receipt = await third.api.call('getMyReceipt', { params: { month } });
  expect(receipt).toMatchObject({ published: { on: '2026-12-10', until: '2026-12-15', locked: false, m: '33.33', grade: 'poor' }, S: '33.33' });
  expect(receipt.corrections).toMatchObject([{ on: '2026-12-11', kind: 'objection', reason: answer.text, before: { m: '33.33' }, after: { m: '100.00', grade: 'excellent' } }]);
});

/** As the leader's paper says: a dated correction beside the session. */
async function corrected(date: string, { member }: Actor): Promise<void> {
  const sessions = await meeting.admin.api.call('listStudySessions', { query: { from: date, to: date } });
  const id = sessions.items[0]?.id ?? '';
  await meeting.admin.api.call('correctStudySession', { params: { id }, body: { clientId: randomUUID(), why: '签到表上有签名', attendance: [{ memberId: member.id, status: 'present' }] } });
}

test('nobody who is party to it answers: not whoever raised or logged it, not the leader of the group', async () => {
  const logged = await meeting.leader.api.call('logObjection', { body: { clientId: randomUUID(), memberId: meeting.member(1).member.id, way: 'spoken', kind: 'month', period: month, about: 'night', text: '觉得少了分' } });
  expect(logged).toMatchObject({ way: 'spoken', loggedBy: { name: '罗组长' } });
  const leading = await server.make.actor({ town: meeting.town, roles: ['committee', 'leader'], groupId: meeting.groupId });
  const params = { id: logged.id };
  const body = { verdict: 'kept' as const, text: '记录没有错', points: null };
  expect((await leading.api.send('proposeObjectionAnswer', { params, body })).error).toMatchObject({ code: 'OBJECTION_NOT_YOURS', message: '这一项的记录是你做的，请换别的同志答复' });
  expect((await meeting.leader.api.send('logObjection', { body: { clientId: randomUUID(), memberId: meeting.leader.member.id, way: 'paper', kind: 'month', period: month, about: 'night', text: '自己的' } })).error.code).toBe('OBJECTION_OWN_LOG');
  // The roll of that evening was corrected by an admin: whoever recorded is none of the three.
  expect((await meeting.admin.api.send('proposeObjectionAnswer', { params: { id: await aboutTheCorrected() }, body })).error).toMatchObject({ code: 'OBJECTION_NOT_YOURS', message: '这一项的记录是你做的，请换别的同志答复' });
  for (const [at_, one] of committee.entries()) await one.api.call(at_ === 0 ? 'proposeObjectionAnswer' : 'signObjectionAnswer', { params, body } as never);
  expect((await meeting.member(1).api.call('listMyObjections', {})).items[0]).toMatchObject({ state: 'answered', answers: [{ verdict: 'kept' }] });
});

/** By whoever's roll an admin has corrected, once more about the same line. */
async function aboutTheCorrected(): Promise<string> {
  const { id } = await meeting.member(2).api.call('createObjection', { body: { clientId: randomUUID(), kind: 'month', period: month, about: 'centralized', text: '还有一场' } });
  return id;
}

test('the second step is answered by three others, and is the last', async () => {
  const [objection] = (await meeting.member(1).api.call('listMyObjections', {})).items;
  const params = { id: objection?.id ?? '' };
  expect((await meeting.member(1).api.call('contestObjection', { params, body: { text: '请再查一次签到表' } })).state).toBe('contested');
  const body = { verdict: 'kept' as const, text: '三人查过签到表，没有错', points: null };
  expect((await chair().api.send('proposeObjectionAnswer', { params, body })).error).toMatchObject({ code: 'OBJECTION_NOT_YOURS', message: '第一次答复你签过，请换别的同志答复' });
  const others = await Promise.all((['admin', 'approver', 'committee'] as const).map((role) => server.make.actor({ town: meeting.town, roles: [role], groupId: null })));
  for (const [at_, one] of others.entries()) await one.api.call(at_ === 0 ? 'proposeObjectionAnswer' : 'signObjectionAnswer', { params, body } as never);
  expect((await meeting.member(1).api.call('listMyObjections', {})).items[0]).toMatchObject({ state: 'final', contestUntil: null });
  expect(await meeting.member(1).api.codeOf('contestObjection', { params, body: { text: '还不同意' } })).toBe('OBJECTION_STATE');
});

test('the objection stands on paper with both answers, and an empty sheet is there for whoever writes by hand', async () => {
  const [objection] = (await meeting.member(1).api.call('listMyObjections', {})).items;
  const view = await meeting.leader.api.call('viewObjectionForm', { body: { form: 'objection', objectionId: objection?.id ?? '' } });
  expect(linesOf(view)[0]).toEqual([
    ...['事项|内容', '姓名|组员乙', expect.stringMatching(/^学习小组\|第\d+学习小组$/), '哪月（年）的结果|2026年11月', '哪一项|夜校学习', '异议和理由|觉得少了分', '提出方式和日期|口头提的、2026年12月11日、罗组长代记'],
    ...[expect.stringMatching(/^答复\|维持。记录没有错（学员\d+、学员\d+、学员\d+，2026年12月11日）$/), '要求复议的理由|请再查一次签到表', expect.stringMatching(/^复议答复\|维持。三人查过签到表，没有错（/), '办理情况|复议已定'],
  ]);
  const empty = await meeting.member(0).api.call('viewObjectionForm', { body: { form: 'objection', objectionId: null } });
  expect(linesOf(empty)[0]?.slice(1).every((line) => line.endsWith('|'))).toBe(true);
  expect(await meeting.member(0).api.codeOf('viewObjectionForm', { body: { form: 'objection', objectionId: objection?.id ?? '' } })).toBe('NOT_FOUND');
});

test('a correction before the lock is refused; after it there are only dated lines, and a reversal takes one back', async () => {
  const correction = { clientId: randomUUID(), month, memberId: meeting.member(0).member.id, points: '-12', reason: '代签一次，查实', evidence: '签到表第2页' };
  expect((await chair().api.send('createScoreAdjustment', { body: correction })).error).toMatchObject({ code: 'ADJUSTMENT_NOT_LOCKED', message: '2026年11月还没有锁定，不用走更正' });
  await at('2026-12-16T10:00:00+08:00');
  expect((await meeting.member(0).api.send('createObjection', { body: { clientId: randomUUID(), kind: 'month', period: month, about: 'night', text: '晚了' } })).error.code).toBe('MONTH_LOCKED');
  const made = await chair().api.call('createScoreAdjustment', { body: correction });
  expect(await chair().api.call('createScoreAdjustment', { body: correction })).toEqual(made);
  // The most that a month's deductions can be is 10.
  expect(made).toMatchObject({ kind: 'correction', points: '-12.00', before: { m: '100.00' }, after: { m: '90.00', grade: 'excellent' } });
  expect((await chair().api.send('createScoreAdjustment', { body: { ...correction, clientId: randomUUID(), points: '0.00' } })).error.code).toBe('ADJUSTMENT_ZERO');
  const reversal = { clientId: randomUUID(), reason: '查错了人' };
  const back = await chair().api.call('reverseScoreAdjustment', { params: { id: made.id }, body: reversal });
  expect(back).toMatchObject({ kind: 'reversal', reverses: made.id, points: '12.00', before: { m: '90.00' }, after: { m: '100.00' } });
  expect(await chair().api.codeOf('reverseScoreAdjustment', { params: { id: made.id }, body: { ...reversal, clientId: randomUUID() } })).toBe('ADJUSTMENT_REVERSED');
  expect(await chair().api.codeOf('reverseScoreAdjustment', { params: { id: back.id }, body: { ...reversal, clientId: randomUUID() } })).toBe('ADJUSTMENT_OF_RECORDS');
});
