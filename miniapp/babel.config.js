module.exports = {
  // `hot: false` as in config/index.ts: else the pages of `npm run dev` call for a refresh runtime that is not there.
  presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', hot: false }]],
};
