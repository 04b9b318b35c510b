import { inflateSync } from 'node:zlib';
import { openSandbox, postTo, type TestSandbox } from './sandbox-for-tests.ts';

const codePath = '/wxa/getwxacodeunlimit';
const linkPath = '/wxa/generate_urllink';
const day = 86_400_000;
const pngSignature = '89504e470d0a1a0a';

describe('Codes and links (WECHAT.md §4)', () => {
  let wechat: TestSandbox;
  const refusal = async (more: object) => (await wechat.post(codePath, { scene: 'w=2026-11-23', page: 'pages/week/week', ...more })).errcode;
  const picture = async (more: object = {}) => {
    const response = await postTo(`${wechat.url}${codePath}?access_token=${await wechat.token()}`, { scene: 'a', ...more });
    expect(response.headers.get('content-type')).toBe('image/png');
    return Buffer.from(await response.arrayBuffer());
  };

  beforeEach(async () => {
    wechat = await openSandbox({ pages: ['pages/week/week'], openPage: (page) => `http://127.0.0.1:9/#/${page}` });
  });
  afterEach(() => wechat.close());

  test('a code is a PNG, 430 wide unless asked otherwise, with a full set of pixels', async () => {
    const png = await picture();
    expect(png.subarray(0, 8).toString('hex')).toBe(pngSignature);
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([430, 430]);
    const dataAt = png.indexOf('IDAT');
    const data = png.subarray(dataAt + 4, dataAt + 4 + png.readUInt32BE(dataAt - 4));
    expect(inflateSync(data)).toHaveLength(430 * 431);
    expect((await picture({ width: 1280 })).readUInt32BE(16)).toBe(1280);
  });

  test('the same scene gives the same picture, another scene another', async () => {
    expect(await picture({ scene: 'a' })).toEqual(await picture({ scene: 'a' }));
    expect(await picture({ scene: 'a' })).not.toEqual(await picture({ scene: 'b' }));
  });

  test.each(['', 'x'.repeat(33), 'a b', '周一', '100%', 'a"b', undefined, 7])('scene %j is refused with 40169', async (scene) => {
    expect(await refusal({ scene: scene ?? null })).toBe(40169);
  });

  test('a scene may have 32 characters and every sign of the list', async () => {
    await picture({ scene: 'x'.repeat(32) });
    await picture({ scene: "!#$&'()*+,/:;=?@-._~" });
  });

  test.each(['/pages/week/week', 'pages/week/week?a=1', 'pages/other/other'])('page %s is refused with 41030', async (page) => {
    expect(await refusal({ page })).toBe(41030);
  });

  test('an unreleased page passes without the check, a malformed one never', async () => {
    await picture({ page: 'pages/new/new', check_path: false });
    expect(await refusal({ page: '/pages/new/new', check_path: false })).toBe(41030);
  });

  test.each([{ width: 279 }, { width: 1_281 }, { env_version: 'formal' }, { line_color: { r: 300, g: 0, b: 0 } }])(
    '%j is refused with 40097',
    async (more) => {
      expect(await refusal(more)).toBe(40097);
    },
  );

  test('a URL link opens its page until it expires', async () => {
    const { url_link } = await wechat.post(linkPath, { path: 'pages/week/week', query: 'week=2026-11-23', expire_type: 1, expire_interval: 2 });
    const open = () => fetch(String(url_link), { redirect: 'manual' });
    expect((await open()).headers.get('location')).toBe('http://127.0.0.1:9/#/pages/week/week?week=2026-11-23');
    wechat.pass(2 * day);
    expect((await open()).status).toBe(410);
  });

  test.each([
    [{ path: '/pages/week/week' }, 40165],
    [{ path: 'pages/other/other' }, 40165],
    [{ query: 'x'.repeat(1_025) }, 40212],
    [{ expire_type: 0, expire_time: Date.UTC(2026, 11, 24) / 1_000 }, 85401],
    [{ expire_type: 0, expire_time: 1 }, 85401],
    [{ expire_type: 1, expire_interval: 31 }, 85402],
  ])('a link with %j is refused with %i', async (more, errcode) => {
    expect((await wechat.post(linkPath, { path: 'pages/week/week', ...more })).errcode).toBe(errcode);
  });
});
