import { defineConfig } from 'playwright/test'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './announce.ts',
  workers: 1,
  // Bounds for what never comes. Nothing waits for them, so a machine that is busy with other things may take its time.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  forbidOnly: true,
  reporter: process.env['DOSSIER_TEST_REPORT']
    ? [['list'], ['json', { outputFile: process.env['DOSSIER_TEST_REPORT'] }]]
    : 'list',
  // Null: the app's own theme decides, not the test's.
  use: { colorScheme: null }
})
