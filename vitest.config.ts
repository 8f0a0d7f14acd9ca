import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['src/**/*.test.{ts,tsx}', 'e2e/standin/**/*.test.mjs'], testTimeout: 30_000 }
})
