import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globals: true,
    include: ['{src,test}/**/*.spec.ts'],
    // Pure functions: nothing that one file could leave to the next.
    isolate: false,
    testTimeout: 60_000,
  },
});
