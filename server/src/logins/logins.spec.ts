import { randomUUID } from 'node:crypto';
import { samplePhone } from '../../test/factory.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { Database } from '../platform/database/database.ts';
import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { Callers } from '../platform/access/callers.ts';
import { Login } from './login.entity.ts';

const consentVersion = privacyNotice.version;
const day = 86_400_000;

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
afterAll(() => server.close());

/** Somebody with this phone opens the mini-program. */
function phoneOf(phone: string | null) {
  const { openid } = server.sandbox.createUser({ nickname: '手机', phone });
  return {
    open: () => server.api.call('createLogin', { body: { code: server.sandbox.createLoginCode(openid) } }),
    openForAnother: () => server.api.call('createLogin', { body: { code: server.sandbox.createLoginCode(openid), another: true } }),
    phoneCode: () => server.sandbox.createPhoneCode(openid),
  };
}

async function ticketOf(phone: ReturnType<typeof phoneOf>): Promise<string> {
  const answer = await phone.open();
  if (answer.state === 'logged_in') throw new Error('is bound already');
  return answer.ticket;
}

describe('a phone that is in the roster', () => {
  test('binds in one tap, with consent, and is known from then on', async () => {
    const number = samplePhone();
    const member = await server.make.member({ phone: number, name: '田守田', consent: false });
    const phone = phoneOf(number);
    const bound = await server.api.call('createBinding', { body: { ticket: await ticketOf(phone), phoneCode: phone.phoneCode(), consentVersion } });
    expect(bound).toMatchObject({ state: 'logged_in', caller: { member: { id: member.id, name: '田守田' }, roles: ['member'], consentVersion } });
    expect(await phone.open()).toMatchObject({ state: 'logged_in', caller: { member: { id: member.id } } });
  });

  test('is asked to agree first', async () => {
    const number = samplePhone();
    await server.make.member({ phone: number, consent: false });
    const phone = phoneOf(number);
    const body = { ticket: await ticketOf(phone), phoneCode: phone.phoneCode(), consentVersion: 'another' };
    expect(await server.api.codeOf('createBinding', { body })).toBe('CONSENT_REQUIRED');
  });

  test('that two people share lets them choose who is studying', async () => {
    const number = samplePhone();
    const [first, second] = [await server.make.member({ phone: number, phoneShared: true }), await server.make.member({ phone: number, phoneShared: true })];
    const phone = phoneOf(number);
    const answer = await server.api.call('createBinding', { body: { ticket: await ticketOf(phone), phoneCode: phone.phoneCode(), consentVersion } });
    if (answer.state !== 'choose') throw new Error(answer.state);
    expect(answer.choices.map(({ memberId }) => memberId).sort()).toEqual([first.id, second.id].sort());
    const chosen = await server.api.call('chooseLogin', { body: { ticket: answer.ticket, memberId: second.id } });
    expect(chosen.caller.member?.id).toBe(second.id);
  });

  test('is lent to somebody whose own number is another: they come in with the leader’s code, and both can choose', async () => {
    const number = samplePhone();
    const husband = await server.make.member({ phone: number });
    const leader = await server.make.actor({ roles: ['leader'] });
    const wife = await server.make.member({ town: leader.town, groupId: leader.member.groupId });
    const phone = phoneOf(number);
    await server.api.call('createBinding', { body: { ticket: await ticketOf(phone), phoneCode: phone.phoneCode(), consentVersion } });
    const lent = await phone.openForAnother();
    if (lent.state !== 'unbound') throw new Error(lent.state);
    const { code } = await leader.api.call('createInvitation', { params: { id: wife.id } });
    const answer = await server.api.call('createBinding', { body: { ticket: lent.ticket, invitation: code, consentVersion } });
    if (answer.state !== 'choose') throw new Error(answer.state);
    expect(answer.choices.map(({ memberId }) => memberId).sort()).toEqual([husband.id, wife.id].sort());
    expect(await phone.open()).toMatchObject({ state: 'choose' });
  });
});

describe('a phone that is not in the roster', () => {
  test('gets no account and is told to ask the leader', async () => {
    const phone = phoneOf(samplePhone());
    const refused = await server.api.send('createBinding', { body: { ticket: await ticketOf(phone), phoneCode: phone.phoneCode(), consentVersion } });
    expect(refused).toMatchObject({ status: 404, error: { code: 'PHONE_NOT_IN_ROSTER', message: expect.stringContaining('组长') as string } });
  });

  test('binds with a one-time invitation from the leader', async () => {
    const leader = await server.make.actor({ roles: ['leader'] });
    const member = await server.make.member({ town: leader.town, groupId: leader.member.groupId, phone: null });
    const { code } = await leader.api.call('createInvitation', { params: { id: member.id } });
    const bound = await server.api.call('createBinding', { body: { ticket: await ticketOf(phoneOf(null)), invitation: code.toLowerCase(), consentVersion } });
    expect(bound).toMatchObject({ state: 'logged_in', caller: { member: { id: member.id } } });
    expect(await server.api.codeOf('createBinding', { body: { ticket: await ticketOf(phoneOf(null)), invitation: code, consentVersion } })).toBe('INVITATION_ENDED');
  });
});

describe('a login', () => {
  test('ends at once when the person logs out', async () => {
    const { api } = await server.make.actor();
    await api.call('endCurrentLogin');
    expect(await api.send('getCurrentLogin')).toMatchObject({ status: 401, error: { code: 'LOGIN_ENDED' } });
  });

  test('is told apart from all those that are asked for in the same moment, and an ended one is nobody', async () => {
    const town = await server.make.town();
    const [leader, gone, ...members] = await Promise.all([server.make.actor({ town, roles: ['leader', 'admin'] }), ...Array.from({ length: 40 }, () => server.make.actor({ town }))]);
    await gone?.api.call('endCurrentLogin');
    const people = [...members, leader, gone].flatMap((person) => person ?? []);
    const callers = await Promise.all(people.map(({ api }) => server.get(Callers).find(api.token ?? '')));
    expect(callers.map((caller) => caller?.memberId ?? null)).toEqual(people.map((person) => (person === gone ? null : person.member.id)));
    expect(callers.map((caller) => caller?.roles.length)).toEqual([...members.map(() => 1), 3, undefined]);
  });

  test('ends with the next request when a role changes', async () => {
    const admin = await server.make.actor({ roles: ['admin'] });
    const member = await server.make.actor({ town: admin.town });
    await admin.api.call('grantRole', { params: { id: member.member.id }, body: { role: 'committee' } });
    expect(await member.api.codeOf('getCurrentLogin')).toBe('LOGIN_ENDED');
  });

  test('ends when the member leaves the roll, and no new one begins', async () => {
    const admin = await server.make.actor({ roles: ['admin'] });
    const member = await server.make.actor({ town: admin.town });
    await admin.api.call('closeMember', { params: { id: member.member.id }, body: { kind: 'transferred_out', on: '2026-11-24', reason: '转到外镇' } });
    expect(await member.api.codeOf('getCurrentLogin')).toBe('LOGIN_ENDED');
  });

  test('ends after seven days without use, and after thirty in any case', async () => {
    const began = server.now();
    const idle = await server.make.actor();
    server.at(began + 7 * day + 1);
    expect(await idle.api.codeOf('getCurrentLogin')).toBe('LOGIN_ENDED');
    const busy = await server.make.actor();
    for (let days = 5; days < 30; days += 5) {
      server.at(began + (7 + days) * day);
      await busy.api.call('getCurrentLogin');
    }
    server.at(began + 38 * day);
    expect(await busy.api.codeOf('getCurrentLogin')).toBe('LOGIN_ENDED');
    server.at(began);
  });

  test('is kept as a hash only', async () => {
    const { api, member } = await server.make.actor();
    const rows = await server.get(Database).rows(Login).findBy({ memberId: member.id });
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(api.token);
    expect(server.log.join('\n')).not.toContain(api.token);
  });
});

describe('on a desktop', () => {
  test('a code confirmed in the mini-program logs in, once', async () => {
    const { api, member } = await server.make.actor({ roles: ['admin'] });
    const asked = await server.api.call('createDesktopLogin');
    const collect = { params: { id: asked.id }, body: { secret: asked.secret } };
    expect(await server.api.call('collectDesktopLogin', collect)).toEqual({ state: 'waiting' });
    await api.call('confirmDesktopLogin', { body: { code: asked.code } });
    expect(await server.api.call('collectDesktopLogin', collect)).toMatchObject({ state: 'logged_in', caller: { member: { id: member.id } } });
    expect(await server.api.call('collectDesktopLogin', collect)).toEqual({ state: 'ended' });
  });

  test('a wrong code and another screen’s secret lead nowhere', async () => {
    const { api } = await server.make.actor();
    const asked = await server.api.call('createDesktopLogin');
    expect(await api.codeOf('confirmDesktopLogin', { body: { code: '00000000' } })).toBe('DESKTOP_CODE_INVALID');
    expect(await server.api.call('collectDesktopLogin', { params: { id: randomUUID() }, body: { secret: asked.secret } })).toEqual({ state: 'ended' });
  });
});

describe('WeChat', () => {
  test('refusing a code is told as such', async () => {
    expect(await server.api.codeOf('createLogin', { body: { code: 'never-given' } })).toBe('WECHAT_CODE_INVALID');
  });

  test('being down is told as such', async () => {
    const phone = phoneOf(null);
    server.sandbox.setFault({ path: '/sns/jscode2session', errcode: -1 });
    const refused = await phone.open().catch((error: Error) => error.message);
    server.sandbox.clearFaults();
    expect(refused).toContain('WECHAT_UNAVAILABLE');
  });
});
