import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    maxWorkers: 2, // where there are two processors, one would be left to wait
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false, // nothing of the domain remembers: its modules are read once, not for every file
          testTimeout: 30_000, // thousands of cases take their time on a busy machine
          setupFiles: ['test/support/repeatable.ts'],
          include: ['app/**/*.test.{ts,tsx}', 'db/**/*.test.ts', 'search/**/*.test.ts', 'test/support/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'integration',
          include: ['test/{integration,security}/**/*.test.ts'],
          setupFiles: ['test/support/repeatable.ts'],
          globalSetup: ['test/support/global-setup.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
