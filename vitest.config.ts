import { defineConfig } from 'vitest/config'

// Limits that only a hang exceeds: a busy machine takes ten times as long as a quiet one.
export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs'],
    testTimeout: 120_000,
    hookTimeout: 120_000
  }
})
