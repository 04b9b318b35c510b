// Uploads dist/weapp as a new version of the mini-program. Needs WX_APPID, WX_PRIVATE_KEY_PATH (the code upload key from
// the mini-program's console), WX_VERSION; WX_DESC is shown beside the version.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const miniapp = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const { WX_APPID: appid, WX_PRIVATE_KEY_PATH: privateKeyPath, WX_VERSION: version, WX_DESC: desc = '' } = process.env;

const faults = [
  !/^wx[0-9a-f]{16}$/.test(appid ?? '') && 'WX_APPID 要填小程序的AppID，wx开头18位',
  !privateKeyPath && 'WX_PRIVATE_KEY_PATH 要填代码上传密钥文件的位置（小程序后台，开发管理，开发设置）',
  privateKeyPath && !existsSync(privateKeyPath) && `找不到密钥文件：${privateKeyPath}`,
  !/^\d+\.\d+\.\d+$/.test(version ?? '') && 'WX_VERSION 要填版本号，如1.0.0',
  !existsSync(path.join(miniapp, 'dist', 'weapp', 'app.json')) && '还没有构建：先运行 build:weapp，并用 TARO_APP_API 给出服务器地址（https）',
].filter(Boolean);
if (faults.length > 0) {
  console.error(['不能上传：', ...faults].join('\n'));
  process.exit(1);
}

const { default: ci } = await import('miniprogram-ci');
const project = new ci.Project({ appid, type: 'miniProgram', projectPath: miniapp, privateKeyPath, ignores: ['node_modules/**/*', 'src/**/*', 'desk/**/*'] });
try {
  await ci.upload({ project, version, desc, setting: { es6: false, minify: true }, onProgressUpdate: () => undefined });
  console.log(`已上传${version}，请到小程序后台提交审核`);
} catch (error) {
  console.error(`上传失败：${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
