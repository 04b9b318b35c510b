import { startTestServer, type TestServer } from '../../../test/test-server.ts';
import { Log } from './log.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.close());

/** What must never be read in a log, wherever it came from. */
const canaries = { phone: '13800009999', name: '金丝雀', token: 'c'.repeat(43), openid: 'oCanaryOpenid' };

test('personal data and secrets do not reach the log, however they are logged', () => {
  const log = server.get(Log);
  log.warn(`told ${canaries.phone} and ${canaries.name}`, { nested: { phone: canaries.phone, list: [canaries.phone, `Bearer ${canaries.token}`] }, openid: canaries.openid });
  log.error('failed', { error: new Error(`no member ${canaries.name} with ${canaries.phone}`, { cause: new Error(canaries.token) }) });
  const text = server.log.join('\n');
  for (const canary of Object.values(canaries)) expect(text).not.toContain(canary);
  expect(text).toContain('failed');
});

test('a request leaves one line with its pattern, never its values', async () => {
  const { api } = await server.make.actor({ roles: ['admin'], name: canaries.name, phone: canaries.phone });
  await api.call('listMembers', { query: { q: canaries.name } });
  await api.send('createMember', { body: { name: canaries.name, groupId: 'not-an-id', phone: canaries.phone } });
  const text = server.log.join('\n');
  expect(text).toContain('"pattern":"/api/members"');
  for (const canary of [canaries.name, encodeURIComponent(canaries.name), canaries.phone, api.token]) expect(text).not.toContain(canary);
});
