import { transform } from '@swc/core';
import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Tests run the TypeScript sources as the build compiles them, with what Nest reads of the types; imports keep their .ts endings.
const { jsc } = JSON.parse(readFileSync(new URL('./.swcrc', import.meta.url), 'utf8'));
const options = { jsc: { ...jsc, rewriteRelativeImportExtensions: false }, module: { type: 'es6' }, swcrc: false, sourceMaps: true };

/** One file as `npm run mutants` breaks it; every other run reads the files as they are. */
const mutant = process.env.MUTANT ? JSON.parse(process.env.MUTANT) : null;

function mutated(code, filename) {
  return mutant && filename.split('?')[0].endsWith(mutant.file) ? code.replace(mutant.from, mutant.to) : code;
}

const swc = {
  name: 'swc',
  enforce: 'pre',
  transform: { filter: { id: /\.ts$/ }, handler: (code, filename) => transform(mutated(code, filename), { ...options, filename }) },
};

// Limits against hanging, never a measure of speed: a busy machine may take ten times as long as a quiet one.
const patience = 180_000;

export default defineConfig({
  plugins: [swc],
  oxc: false,
  test: {
    globals: true,
    include: ['{src,sandbox,test}/**/*.spec.ts'],
    pool: 'forks',
    // The product's modules are loaded once, not once a file: so a test changes nothing that outlives its own server.
    isolate: false,
    // What is kept between runs is found by a file's own text, which a mutant does not change.
    fsModuleCache: mutant === null,
    testTimeout: patience,
    hookTimeout: patience,
  },
});
