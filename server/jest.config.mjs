import { readFileSync } from 'node:fs';

// Tests run the TypeScript sources as they are: imports keep their .ts endings.
const swc = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
delete swc.$schema;
delete swc.exclude;
swc.jsc.rewriteRelativeImportExtensions = false;
swc.swcrc = false;

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/src', '<rootDir>/sandbox', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': ['@swc/jest', swc] },
  // A limit against hanging, never a measure of speed: a busy machine may take ten times as long as a quiet one.
  testTimeout: 180_000,
};
