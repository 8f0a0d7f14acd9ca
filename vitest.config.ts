import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

// Limits that only a hang exceeds: a busy machine takes ten times as long as a quiet one.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs'],
    // Tests of the store wait for the disk: as many at a time as there are processors.
    maxWorkers: availableParallelism(),
    // pdf.js leaves promises behind that nobody waits for when a file is broken; so does the worker that ships it let them be.
    onUnhandledError: ({ name }) => !/^(XRefEntry|XRefParse|MissingData)Exception$/.test(name),
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})
