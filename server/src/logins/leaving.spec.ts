import { privacyNotice } from '@weidangxiao/shared/privacy-notice.ts';
import { randomUUID } from 'node:crypto';
import { samplePhone } from '../../test/factory.ts';
import { sendTheme } from '../../test/sent-themes.ts';
import { at, type Bound, monday, PushedTown } from '../theme-pushes/pushes-for-tests.ts';

const consentVersion = privacyNotice.version;
let town: PushedTown;

beforeEach(async () => {
  town = await PushedTown.start();
});
afterEach(() => town.server.close());

const openApp = ({ openid }: Bound) => town.server.api.call('createLogin', { body: { code: town.server.sandbox.createLoginCode(openid) } });
const monday8 = async () => {
  await town.planning.scheduled();
  await town.run(at('08:00:00'));
};
const close = ({ member }: Bound, kind: 'transferred_out' | 'closed' = 'closed') =>
  town.planning.admin.api.call('closeMember', { params: { id: member.id }, body: { kind, on: '2026-11-24', reason: '转到外镇' } });

describe('Taking consent back', () => {
  test('parts WeChat from the member: no message comes, the inbox is there as before', async () => {
    const [leaver, other] = [await town.bound(), await town.bound()];
    await leaver.api.call('withdrawConsent');
    await monday8();
    expect([town.rungOn(leaver), town.rungOn(other)]).toEqual([0, 1]);
    expect((await town.deliveriesOf({ ...leaver, api: await town.server.make.login(leaver.member) })).length).toBe(1);
    expect((await town.funnel()).doorbell).toMatchObject({ sent: 1, unbound: 4 });
  });

  test('keeps what was recorded, takes nothing new, and tells the person so', async () => {
    const reader = await town.bound();
    await sendTheme(town.server, town.town, '2026-11-23');
    const note = (monday_: string) => ({ body: { clientId: randomUUID(), monday: monday_, takeaway: { kind: 'text' as const, text: '油菜要清沟' }, capturedAt: town.server.now() } });
    await reader.api.call('createCheckIn', note('2026-11-23'));
    await reader.api.call('withdrawConsent');
    expect(await reader.api.codeOf('createCheckIn', note('2026-11-23'))).toBe('CONSENT_REQUIRED');
    expect((await reader.api.call('listMyCheckIns')).items).toHaveLength(1);
    const [notice] = (await reader.api.call('listNotices')).items;
    expect(notice).toMatchObject({ title: '已收回同意', text: expect.stringContaining('已经记下的都还在，纸质方式照样有效，记分一样') as string });
  });

  test('makes the next login from WeChat begin with the notice', async () => {
    const number = samplePhone();
    const { openid } = town.server.sandbox.createUser({ nickname: '手机', phone: number });
    const reader = await town.bound(1, openid);
    await town.planning.admin.api.call('changePhone', { params: { id: reader.member.id }, body: { phone: number } });
    await reader.api.call('withdrawConsent');
    const opened = await openApp(reader);
    if (opened.state !== 'unbound') throw new Error(opened.state);
    const agreed = { ticket: opened.ticket, phoneCode: town.server.sandbox.createPhoneCode(openid), consentVersion };
    expect(await town.server.api.call('createBinding', { body: agreed })).toMatchObject({ state: 'logged_in', caller: { consentVersion } });
    await monday8();
    expect(town.rungOn(reader)).toBe(1);
  });

  test('leaves the other member of a shared WeChat alone', async () => {
    const first = await town.bound();
    const second = await town.bound(1, first.openid);
    await first.api.call('withdrawConsent');
    expect(await openApp(first)).toMatchObject({ state: 'logged_in', caller: { member: { id: second.member.id } } });
  });

  test('and giving it again in the same login brings WeChat back', async () => {
    const reader = await town.bound();
    await reader.api.call('withdrawConsent');
    town.server.at(town.server.now() + 60_000);
    await reader.api.call('createConsent', { body: { version: consentVersion } });
    await monday8();
    expect(town.rungOn(reader)).toBe(1);
  });

  test('does not bring back a WeChat that was parted before', async () => {
    const reader = await town.bound();
    await close(reader, 'transferred_out');
    await town.planning.admin.api.call('reopenMember', { params: { id: reader.member.id } });
    town.server.at(town.server.now() + 60_000);
    const api = await town.server.make.login(reader.member);
    await api.call('withdrawConsent');
    await api.call('createConsent', { body: { version: consentVersion } });
    await monday8();
    expect(town.rungOn(reader)).toBe(0);
  });
});

describe.each(['closed', 'transferred_out'] as const)('Whoever is %s', (kind) => {
  test('is logged out and parted from WeChat at once, and nothing rings any more', async () => {
    const leaver = await town.bound();
    await town.planning.scheduled();
    town.server.at(at('08:00:00'));
    await town.server.runJob('theme-push');
    const admin = await town.server.make.login(town.planning.admin.member);
    await admin.call('closeMember', { params: { id: leaver.member.id }, body: { kind, on: monday, reason: '转到外镇' } });
    await town.server.runJob('doorbells');
    expect(town.rungOn(leaver)).toBe(0);
    expect(await leaver.api.codeOf('getCurrentLogin')).toBe('LOGIN_ENDED');
    expect(await openApp(leaver)).toMatchObject({ state: 'unbound' });
  });

  test('cannot come in by an invitation or on a desktop that was confirmed before', async () => {
    const leaver = await town.bound();
    const { code } = await town.planning.admin.api.call('createInvitation', { params: { id: leaver.member.id } });
    const asked = await town.server.api.call('createDesktopLogin');
    await leaver.api.call('confirmDesktopLogin', { body: { code: asked.code } });
    await close(leaver, kind);
    expect(await town.server.api.call('collectDesktopLogin', { params: { id: asked.id }, body: { secret: asked.secret } })).toEqual({ state: 'ended' });
    const opened = await openApp(leaver);
    if (opened.state === 'logged_in') throw new Error(opened.state);
    expect(await town.server.api.codeOf('createBinding', { body: { ticket: opened.ticket, invitation: code, consentVersion } })).toBe('INVITATION_ENDED');
  });

  test('taken back onto the roll binds WeChat anew', async () => {
    const leaver = await town.bound();
    await close(leaver, kind);
    await town.planning.admin.api.call('reopenMember', { params: { id: leaver.member.id } });
    expect(await openApp(leaver)).toMatchObject({ state: 'unbound' });
  });
});
