import { Planning } from '../../test/planning.ts';
import { startTestServer, type TestServer } from '../../test/test-server.ts';

const monday = '2026-11-30';
const params = { monday };
const codePath = '/wxa/getwxacodeunlimit';

async function planningWith(options: Parameters<typeof startTestServer>[0]): Promise<[TestServer, Planning]> {
  const server = await startTestServer(options);
  return [server, await Planning.in(server)];
}

test('The paper of a week carries WeChat’s own code; without WeChat’s answer there is none, and the paper is printed all the same', async () => {
  const [server, { admin }] = await planningWith({ wechat: true });
  const { image } = await admin.api.call('getWeekCode', { params });
  expect([image?.split(',')[0], Buffer.from(image?.split(',')[1] ?? '', 'base64').subarray(1, 4).toString()]).toEqual(['data:image/png;base64', 'PNG']);
  server.sandbox.setFault({ path: codePath, errcode: 45009 });
  expect(await admin.api.call('getWeekCode', { params })).toEqual({ image: null });
  await server.close();
});

test('A town on a server without WeChat gets no picture', async () => {
  const [server, { admin }] = await planningWith({});
  expect(await admin.api.call('getWeekCode', { params })).toEqual({ image: null });
  expect(await admin.api.codeOf('getWeekCode', { params: { monday: '2026-12-01' } })).toBe('INPUT_INVALID');
  await server.close();
});
