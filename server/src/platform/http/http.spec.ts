import { startTestServer, type TestServer } from '../../../test/test-server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ env: { RATE_LIMIT_FACTOR: '1' } });
});
afterAll(() => server.close());

const json = async (path: string, init: RequestInit = {}) => {
  const response = await fetch(server.url + path, init);
  return { status: response.status, headers: response.headers, body: (await response.json()) as { code?: string; message?: string } };
};

test('the service says that it is well, and describes itself', async () => {
  expect(await json('/healthz')).toMatchObject({ status: 200, body: { ok: true, mode: 'demo' } });
  const { body } = await json('/api/openapi.json');
  expect(Object.keys((body as { paths: object }).paths)).toContain('/api/roster-imports/{id}/confirmation');
});

test('an address that does not exist and a method that it does not take are told apart', async () => {
  expect(await json('/api/nothing')).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
  expect(await json('/api/towns', { method: 'PATCH' })).toMatchObject({ status: 405, body: { code: 'METHOD_NOT_ALLOWED' } });
});

test('what is no JSON, or too large, is refused with a code', async () => {
  const post = (body: string) => json('/api/logins/demo', { method: 'POST', headers: { 'content-type': 'application/json' }, body });
  expect(await post('{"role"')).toMatchObject({ status: 400, body: { code: 'BODY_UNREADABLE' } });
  expect(await post(JSON.stringify({ role: 'x'.repeat(1_100_000) }))).toMatchObject({ status: 413, body: { code: 'BODY_TOO_LARGE' } });
});

test('a token that nobody was given is refused', async () => {
  expect(await json('/api/logins/current', { headers: { authorization: 'Bearer nobody' } })).toMatchObject({ status: 401, body: { code: 'LOGIN_ENDED' } });
});

test('every answer carries the security headers', async () => {
  const { headers } = await json('/healthz');
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('content-security-policy')).toContain("default-src 'self'");
});

test('too many requests wait, with the seconds to wait; a made-up forwarding address does not help', async () => {
  const ask = (at: number) => json('/api/logins', { method: 'POST', headers: { 'content-type': 'application/json', 'x-forwarded-for': `10.0.0.${at}` }, body: '{"code":"x"}' });
  const answers = await Promise.all(Array.from({ length: 70 }, (_, at) => ask(at)));
  const refused = answers.filter(({ status }) => status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body.code).toBe('TOO_MANY_REQUESTS');
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
});
