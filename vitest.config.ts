import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores is the smallest machine a school is likely to have.
    maxWorkers: 2,
    globalSetup: ['tests/support/build-once.ts'],
    // CI reads the counts for its closing line from the file named here.
    ...(process.env['TEST_REPORT'] === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: process.env['TEST_REPORT'] } }),
    setupFiles: ['tests/support/fail-on-console.ts'],
  },
});
