// A folder for what the test files of one run share.
const { mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const path = require('node:path');

module.exports = async () => {
  process.env.SEEDED_TOWNS = mkdtempSync(path.join(tmpdir(), 'weidangxiao-seeded-'));
  globalThis.afterRun = () => rmSync(process.env.SEEDED_TOWNS, { recursive: true, force: true });
};
