import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // Some start the program many times: on a busy machine a minute is not enough.
    testTimeout: 240_000,
  },
});
