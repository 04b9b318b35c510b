import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import path from 'node:path';

const root = path.resolve(__dirname, '..');
const target = process.env.TARO_ENV ?? 'weapp';
/** Two builds of one target at the same time need two places: `DIST=dist/mine npm run build:h5`. */
const outputRoot = `${process.env.DIST ?? 'dist'}/${target}`;
const { TARO_APP_CLOUDRUN_ENV: env, TARO_APP_CLOUDRUN_SERVICE: service } = process.env;
if (!env !== !service) throw new Error('TARO_APP_CLOUDRUN_ENV and TARO_APP_CLOUDRUN_SERVICE belong together');
const cloudRun = target === 'weapp' && env ? { env, service } : null;
/** The contract's source is compiled with the app; only its zod-free files may be imported (scripts/check-bundle.mjs). */
const compile = { include: [path.resolve(root, '..', 'shared', 'src')] };
/** Sizes are real px on both targets, so that tokens.css means the same in the mini-program, the browser and the desktop. */
const postcss = { pxtransform: { enable: false }, cssModules: { enable: true, config: { namingPattern: 'module', generateScopedName: '[name]__[local]' } } };

export default defineConfig<'webpack5'>({
  projectName: 'weidangxiao',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  plugins: [path.resolve(__dirname, 'accessible-views.js')],
  alias: { '@': path.resolve(root, 'src') },
  defineConstants: { API_BASE: JSON.stringify(target === 'h5' ? '' : (process.env.TARO_APP_API ?? 'http://127.0.0.1:3000')), CLOUDRUN: JSON.stringify(cloudRun) },
  copy: { patterns: target === 'weapp' ? ['sitemap.json', 'share.jpg'].map((name) => ({ from: `src/${name}`, to: `${outputRoot}/${name}` })) : [], options: {} },
  mini: { postcss, compile, optimizeMainPackage: { enable: true }, miniCssExtractPluginOption: { ignoreOrder: true } },
  h5: {
    postcss,
    compile,
    publicPath: '/',
    staticDirectory: 'static',
    router: { mode: 'browser' },
    // One script: whoever has opened the app can use every page without a network, and a new release breaks no open one.
    webpackChain(chain, webpack) {
      chain.plugin('one-script').use(webpack.optimize.LimitChunkCountPlugin, [{ maxChunks: 1 }]);
      // A third of the script: Taro's video would bring it for streams (m3u8). Our videos are files.
      chain.resolve.alias.set('hls.js', false as never);
      chain.performance.hints(false);
    },
    // `npm run dev`; the API is the server's. The page is loaded anew: hot replacement would need one more package.
    devServer: { host: '127.0.0.1', port: 10086, open: false, hot: false, proxy: [{ context: ['/api', '/wechat'], target: process.env.API_URL ?? 'http://127.0.0.1:3000' }] },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
  },
} satisfies UserConfigExport<'webpack5'>);
