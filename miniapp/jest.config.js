// Pure functions of src, and the real weapp build under WeChat's own template compiler. Sources of tests are TypeScript; the build is taken as it is.
module.exports = {
  testEnvironment: 'jest-environment-jsdom',
  testEnvironmentOptions: { url: 'https://example.org/', customExportConditions: ['node'] },
  roots: ['<rootDir>/test/weapp', '<rootDir>/src'],
  testMatch: ['**/*.spec.ts'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } }] },
  globalSetup: '<rootDir>/test/support/run.js',
  globalTeardown: '<rootDir>/test/support/run-end.js',
  // Limits against hanging, never a measure of speed.
  testTimeout: 180_000,
  // Every file starts a server of its own; two at a time are enough for a small machine.
  maxWorkers: 2,
};
