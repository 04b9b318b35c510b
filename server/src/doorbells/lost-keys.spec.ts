import { WechatBinding } from '../logins/wechat-binding.entity.ts';
import { Database } from '../platform/database/database.ts';
import { at, type Bound, PushedTown } from '../theme-pushes/pushes-for-tests.ts';

let town: PushedTown;

beforeEach(async () => {
  town = await PushedTown.start();
});
afterEach(() => town.server.close());

/** The key that sealed this person's WeChat is in no backup any more. */
async function loseKeyOf({ member }: Bound): Promise<void> {
  const database = town.server.get(Database);
  await database.write(() => database.rows(WechatBinding).update({ memberId: member.id }, { openidCipher: 'lost.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }));
}
const logInAgain = ({ openid }: Bound) => town.server.api.call('createLogin', { body: { code: town.server.sandbox.createLoginCode(openid) } });

describe('A binding whose key is lost', () => {
  test('keeps its own phone silent, with the reason, and nobody else’s', async () => {
    const [lost, other] = [await town.bound(), await town.bound()];
    await loseKeyOf(lost);
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    expect([town.rungOn(lost), town.rungOn(other)]).toEqual([0, 1]);
    const { state, inbox, doorbell, reasons } = await town.funnel();
    expect({ state, inbox, doorbell }).toMatchObject({ state: 'done', inbox: 5, doorbell: { sent: 1, failed: 1, waiting: 0 } });
    expect(reasons).toContainEqual({ reason: '绑定的微信读不出来，请本人重新登录一次', count: 1 });
    expect(await town.creditsOf(lost)).toBe(1);
  });

  test('is in the log once it is met, without anybody’s WeChat in it', async () => {
    const lost = await town.bound();
    await loseKeyOf(lost);
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    const lines = town.server.log.filter((line) => line.includes('A binding cannot be read'));
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain(lost.openid);
  });

  test('is sealed anew when its owner logs in, and rings again', async () => {
    const lost = await town.bound();
    await loseKeyOf(lost);
    expect(await logInAgain(lost)).toMatchObject({ state: 'logged_in', caller: { member: { id: lost.member.id } } });
    await town.planning.scheduled();
    await town.run(at('08:00:00'));
    expect(town.rungOn(lost)).toBe(1);
  });
});
