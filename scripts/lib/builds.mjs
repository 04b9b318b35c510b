import { build, runIn } from './steps.mjs';

const shared = ['shared/src', 'pnpm-lock.yaml'];

export const buildServer = () =>
  build('server', '编译服务端', [...shared, 'server/src', 'server/sandbox', 'server/demo', 'server/bench', 'server/chaos', 'server/.swcrc', 'server/package.json'], 'server/dist/src/main.js', () => runIn('server', 'build'));

const phone = ['miniapp/src', 'miniapp/config', 'miniapp/scripts', 'miniapp/tokens', 'miniapp/types', 'miniapp/package.json', 'miniapp/project.config.json', 'miniapp/babel.config.js', 'miniapp/tsconfig.json'];

export const buildH5 = () => build('h5', '构建手机页面', [...shared, ...phone], 'miniapp/dist/h5/index.html', () => runIn('miniapp', 'build:h5'));

export const buildWeapp = () => build('weapp', '构建微信小程序', [...shared, ...phone], 'miniapp/dist/weapp/app.json', () => runIn('miniapp', 'build:weapp'));

/** The same for a service in CloudRun; its tests know what it was given. */
export const buildCloudRun = () =>
  build('cloudrun', '构建微信小程序（云托管）', [...shared, ...phone], 'miniapp/dist/cloudrun/weapp/app.json', () =>
    runIn('miniapp', 'build:weapp', { env: { DIST: 'dist/cloudrun', TARO_APP_CLOUDRUN_ENV: 'prod-sample-1a2b', TARO_APP_CLOUDRUN_SERVICE: 'weidangxiao' } }),
  );

export const buildDesk = () =>
  build('desk', '构建电脑管理端', [...shared, 'miniapp/desk', 'miniapp/src', 'miniapp/tokens', 'miniapp/package.json'], 'miniapp/dist/desk/index.html', () => runIn('miniapp', 'build:desk'));
