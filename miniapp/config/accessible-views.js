const path = require('node:path');
const attributes = require('./accessible.json');

/**
 * WeChat's templates name every attribute they pass on: let views and buttons carry what a screen reader needs. The running
 * app numbers the attributes as the template does, so it has to know of the same ones.
 */
module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      if (!platform.template) return;
      platform.template.mergeComponents(ctx, { View: attributes, Button: attributes });
      platform.runtimePath = [].concat(platform.runtimePath, path.resolve(__dirname, 'accessible-runtime.js'));
    },
  });
};
