/** Import it first: the tests of this file take the build that calls a CloudRun service. `npm test -- weapp` makes both. */
process.env.DIST = 'dist/cloudrun';

/** What that build was given. */
export const cloudRunBuild = { env: 'prod-sample-1a2b', service: 'weidangxiao' };
