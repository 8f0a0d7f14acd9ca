import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** A limit that only a hang exceeds, in milliseconds: no test sets one of its own, so none fails because a machine is busy. */
const LIMIT = 1_800_000

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs'],
    // Tests of the store wait for the disk: as many at a time as there are processors.
    maxWorkers: availableParallelism(),
    // pdf.js leaves promises behind that nobody waits for when a file is broken; so does the worker that ships it let them be.
    onUnhandledError: ({ name }) => !/^(XRefEntry|XRefParse|MissingData)Exception$/.test(name),
    testTimeout: LIMIT,
    hookTimeout: LIMIT
  }
})
