import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Limits that only a hang exceeds: a busy machine takes ten times as long as a quiet one.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs'],
    // Tests of the store wait for the disk: as many at a time as there are processors.
    maxWorkers: availableParallelism(),
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})
