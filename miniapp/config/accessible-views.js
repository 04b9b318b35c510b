/** WeChat's templates name every attribute they pass on: let views and buttons carry what a screen reader needs. */
const attributes = { 'aria-role': "''", 'aria-label': "''", 'aria-hidden': 'false', 'aria-disabled': 'false', 'aria-checked': "''", 'aria-selected': "''", 'aria-live': "''" };

module.exports = (ctx) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template?.mergeComponents(ctx, { View: attributes, Button: attributes });
    },
  });
};
