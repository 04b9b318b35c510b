// Real pages in a real browser against the real server. One browser for the file, one after the other.
const path = require('node:path');
const base = require('../../jest.config.js');

module.exports = {
  ...base,
  rootDir: path.resolve(__dirname, '..', '..'),
  testEnvironment: 'node',
  testEnvironmentOptions: {},
  roots: ['<rootDir>/test/browser'],
  testTimeout: 180_000,
  maxWorkers: 1,
};
