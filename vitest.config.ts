import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** In the order of how long their longest file takes. */
const longRooms = ['reliability', 'web', 'demo', 'cli', 'http', 'scenarios'];

/** What takes longest begins first, or one worker is idle at the end while the other is at the kill drills. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const room = longRooms.findIndex((name) => moduleId.includes(`/tests/${name}/`));
      return room === -1 ? longRooms.length : room;
    };
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // Two cores is the smallest machine a school is likely to have.
    maxWorkers: 2,
    // A worker loads the modules, the nets and Chromium once, as the service does, not once for each file.
    isolate: false,
    globalSetup: ['tests/support/build-once.ts'],
    // CI reads the counts for its closing line from the file named here.
    ...(process.env['TEST_REPORT'] === undefined
      ? {}
      : { reporters: ['default', 'json'], outputFile: { json: process.env['TEST_REPORT'] } }),
    sequence: { sequencer: LongestFirst },
    setupFiles: ['tests/support/fail-on-console.ts'],
  },
});
