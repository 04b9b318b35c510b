import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { appJson, builtPages, dist, miniapp } from './built-app';

const megabyte = 1024 * 1024;
const files = (readdirSync(dist, { recursive: true }) as string[]).filter((file) => statSync(path.join(dist, file)).isFile());
const bytesUnder = (holds: (file: string) => boolean) => files.filter(holds).reduce((sum, file) => sum + statSync(path.join(dist, file)).size, 0);
const roots = appJson().subPackages.map(({ root }) => `${root.replace(/\/$/, '')}/`);

/** What WeChat asks of every mini-program, of the build that is uploaded. */
describe('the build', () => {
  test('keeps the sizes that WeChat allows: 2 MB for the main package and for each other, 20 MB in all', () => {
    expect(bytesUnder((file) => !roots.some((root) => file.startsWith(root)))).toBeLessThan(2 * megabyte);
    for (const root of roots) expect(bytesUnder((file) => file.startsWith(root))).toBeLessThan(2 * megabyte);
    expect(bytesUnder(() => true)).toBeLessThan(20 * megabyte);
  });

  test('starts with the tabs alone: every other page lies in a package that is loaded when it is needed', () => {
    const { pages, tabBar, lazyCodeLoading } = appJson();
    expect([...pages]).toEqual(tabBar.list.map(({ pagePath }) => pagePath));
    expect(lazyCodeLoading).toBe('requiredComponents');
  });

  test('has all the files of every page', () => {
    const missing = builtPages().flatMap((page) => ['js', 'json', 'wxml'].map((ending) => `${page}.${ending}`).filter((file) => !existsSync(path.join(dist, file))));
    expect(missing).toEqual([]);
  });

  test('has WeChat check the privacy notice, and leaves the question to WeChat wherever no button of its own asks it', () => {
    expect(appJson()['__usePrivacyCheck__']).toBe(true);
    const asksItself = files.filter((file) => file.endsWith('.js') && /(?:wx|Taro|[a-z]+)\.onNeedPrivacyAuthorization\(/.test(readFileSync(path.join(dist, file), 'utf8')));
    expect(asksItself).toEqual([]);
  });

  test('asks for no position, no step count, no address book and no person’s profile', () => {
    const private_ = /\b(?:wx|Taro)?\.?(getLocation|chooseLocation|startLocationUpdate|getWeRunData|chooseAddress|chooseContact|addPhoneContact|getUserProfile|getUserInfo)\(\{/;
    expect(files.filter((file) => file.endsWith('.js') && !/^(taro|vendors)\.js$/.test(file) && private_.test(readFileSync(path.join(dist, file), 'utf8')))).toEqual([]);
    expect(appJson()).not.toHaveProperty('requiredPrivateInfos');
    expect(appJson()).not.toHaveProperty('permission');
  });

  test('follows the dark, with every colour that it names for both', () => {
    const { darkmode, themeLocation } = appJson();
    expect({ darkmode, themeLocation }).toEqual({ darkmode: true, themeLocation: 'theme.json' });
    const { light, dark } = JSON.parse(readFileSync(path.join(dist, 'theme.json'), 'utf8')) as Record<'light' | 'dark', object>;
    const named = [...JSON.stringify(appJson()).matchAll(/"@(\w+)"/g)].map(([, name]) => name as string);
    expect(Object.keys(light).sort()).toEqual(Object.keys(dark).sort());
    expect(Object.keys(light)).toEqual(expect.arrayContaining(named));
  });

  test('lets WeChat find only what everybody may read', () => {
    const { rules } = JSON.parse(readFileSync(path.join(dist, 'sitemap.json'), 'utf8')) as { rules: { action: string; page: string }[] };
    const allowed = rules.filter(({ action }) => action === 'allow').map(({ page }) => page);
    expect(allowed.filter((page) => /^packages\/(record|leader|account)\//.test(page) || page === '*')).toEqual([]);
  });
});

describe('the project', () => {
  const project = JSON.parse(readFileSync(path.join(miniapp, 'project.config.json'), 'utf8')) as Record<string, unknown> & { setting: Record<string, unknown> };

  test('opens in the developer tools from its folder, with domains checked and nobody’s account in it', () => {
    expect(project).toMatchObject({ miniprogramRoot: 'dist/weapp/', compileType: 'miniprogram', appid: 'touristappid', setting: { urlCheck: true, es6: false, enhance: false } });
  });

  test('the upload says every setting that it lacks, and what each is for', () => {
    const { status, stderr } = spawnSync(process.execPath, [path.join(miniapp, 'scripts', 'upload.mjs')], { env: { ...process.env, WX_APPID: '', WX_PRIVATE_KEY_PATH: '', WX_VERSION: '' }, encoding: 'utf8' });
    expect(status).toBe(1);
    for (const words of ['WX_APPID', '小程序的AppID', 'WX_PRIVATE_KEY_PATH', '代码上传密钥', 'WX_VERSION', '1.0.0']) expect(stderr).toContain(words);
  });

  test('the bundle carries nothing of the server', () => {
    const run = () => execFileSync(process.execPath, [path.join(miniapp, 'scripts', 'check-bundle.mjs'), 'weapp'], { env: { ...process.env, DIST: path.relative(miniapp, path.dirname(dist)) }, encoding: 'utf8' });
    expect(run()).toBe('');
  });
});
