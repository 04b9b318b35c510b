import { randomUUID } from 'node:crypto';
import type { Actor } from '../../test/factory.ts';
import { sandboxTemplate } from '../../test/test-sandbox.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';
import { SubscriptionsService } from './subscriptions.service.ts';

type Given = 'accept' | 'acceptWithAudio' | 'acceptWithAlert' | 'reject' | 'ban' | 'filter';

let server: TestServer;
let reader: Actor;

beforeAll(async () => {
  server = await startTestServer({ wechat: true });
});
afterAll(() => server.close());
beforeEach(async () => {
  reader = await server.make.actor();
});

const answerOf = (given: Given, clientId = randomUUID(), template = sandboxTemplate) => ({ body: { clientId, answers: { [template]: given } } });
const answer = async (...given: Parameters<typeof answerOf>): Promise<number> => (await reader.api.call('addSubscriptionAnswer', answerOf(...given))).credits;
const credits = async (): Promise<number> => (await reader.api.call('getMySubscription')).credits;
const ledger = (): SubscriptionsService => server.get(SubscriptionsService);

test('The phone is told which template to ask for', async () => {
  expect(await reader.api.call('getMySubscription')).toEqual({
    templateIds: [sandboxTemplate],
    credits: 0,
    kinds: [{ kind: 'theme', templateId: sandboxTemplate, credits: 0 }],
  });
});

describe('An answer', () => {
  test.each([['accept', 1], ['acceptWithAudio', 1], ['acceptWithAlert', 1], ['reject', 0], ['ban', 0], ['filter', 0]] as const)('of %s is worth %i', async (given, worth) => {
    expect(await answer(given)).toBe(worth);
  });

  test('accepted each week adds one each', async () => {
    expect([await answer('accept'), await answer('accept'), await answer('reject')]).toEqual([1, 2, 2]);
  });

  test('sent again counts once', async () => {
    const clientId = randomUUID();
    await Promise.all([answer('accept', clientId), answer('accept', clientId), answer('accept', clientId)]);
    expect(await credits()).toBe(1);
  });

  test('with the number of another one is refused', async () => {
    const clientId = randomUUID();
    await answer('accept', clientId);
    expect(await reader.api.codeOf('addSubscriptionAnswer', answerOf('reject', clientId))).toBe('CLIENT_ID_REUSED');
  });

  test('for a template that is not ours is worth nothing', async () => {
    expect(await answer('accept', randomUUID(), 'some-template-of-last-year')).toBe(0);
  });

  test('of one member is nobody else’s', async () => {
    await answer('accept');
    const fellow = await server.make.actor({ town: reader.town });
    expect((await fellow.api.call('getMySubscription')).credits).toBe(0);
  });

  test('needs the consent to the privacy notice', async () => {
    const hesitant = await server.make.actor({ consent: false });
    expect(await hesitant.api.codeOf('addSubscriptionAnswer', answerOf('accept'))).toBe('CONSENT_REQUIRED');
  });
});

describe('The ledger', () => {
  const act = <T>(work: () => Promise<T>): Promise<T> => server.make.act(reader.town, work);

  test('gives one credit to each who has any, and says who had', async () => {
    const bare = await server.make.actor({ town: reader.town });
    await answer('accept');
    const ids = [reader.member.id, bare.member.id];
    const taken = await act(() => ledger().take(reader.town.scope, ids, sandboxTemplate));
    expect([...taken]).toEqual([reader.member.id]);
    expect([...(await act(() => ledger().take(reader.town.scope, ids, sandboxTemplate)))]).toEqual([]);
    expect(await credits()).toBe(0);
  });

  test('one credit that is wanted twice at the same moment is given once', async () => {
    await answer('accept');
    const wanted = await Promise.all(Array.from({ length: 5 }, () => act(() => ledger().take(reader.town.scope, [reader.member.id], sandboxTemplate))));
    expect(wanted.filter((taken) => taken.size > 0)).toHaveLength(1);
    expect(await credits()).toBe(0);
  });

  test('takes credits back, and is emptied when WeChat says that there are none', async () => {
    await answer('accept');
    await act(() => ledger().giveBack(reader.town.scope, [reader.member.id], sandboxTemplate));
    expect(await credits()).toBe(2);
    await act(() => ledger().clear(reader.town.scope, reader.member.id, sandboxTemplate));
    expect(await credits()).toBe(0);
  });
});
