import { contractOf } from '@weidangxiao/shared/contract/all.ts';
import { errors } from '@weidangxiao/shared/errors.ts';
import { routeNamed } from '@weidangxiao/shared/routes/all.ts';
import fc from 'fast-check';
import { routeNames } from '../../src/platform/access/serves.ts';
import type { Actor } from '../factory.ts';
import { startTestServer, type TestServer } from '../test-server.ts';
import { near } from './arbitrary-input.ts';

const runsPerRoute = Number(process.env['FUZZ_RUNS'] ?? 25);

let server: TestServer;
let everything: Actor;
let operator: Awaited<ReturnType<TestServer['make']['operator']>>;
beforeAll(async () => {
  server = await startTestServer();
  operator = await server.make.operator();
});
afterAll(() => server.close());

const asked = routeNames.filter((name) => !['endCurrentLogin', 'withdrawConsent', 'setDemoClock'].includes(name));

test.each(asked)('%s answers no input with a server error, and every refusal with a code', async (name) => {
  everything = await server.make.actor({ roles: ['leader', 'approver', 'committee', 'admin'] });
  const { permission } = routeNamed(name);
  const api = permission.startsWith('towns.') || permission === 'complaints.escalated' ? operator : everything.api;
  const { params, query, body } = contractOf(name);
  const input = fc.record({ params: params ? near(params) : fc.constant({}), query: query ? near(query) : fc.constant({}), body: body ? near(body) : fc.constant(undefined) });
  await fc.assert(
    fc.asyncProperty(input, async (sent) => {
      const reply = await api.send(name, { ...sent, params: words(sent.params), query: words(sent.query) } as never);
      // WeChat is off here: what needs it says so.
      const expected = reply.status < 500 || reply.error.code === 'WECHAT_UNAVAILABLE';
      if (!expected) throw new Error(`${reply.status} ${JSON.stringify(reply.error)}`);
      if (reply.status >= 400) expect(Object.keys(errors)).toContain(reply.error.code);
      if (reply.error?.code === 'INPUT_INVALID') expect(reply.error.field).toBeTruthy();
    }),
    { numRuns: runsPerRoute },
  );
});

/** Addresses hold text only. */
function words(values: unknown): Record<string, string> {
  if (typeof values !== 'object' || values === null) return {};
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value) ?? '']));
}
