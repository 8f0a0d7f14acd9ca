import { availableParallelism } from 'node:os'
import { defineConfig } from 'playwright/test'
import { findElectron } from '../scripts/electron.mjs'

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../test-results',
  globalSetup: './announce.ts',
  // Each test has an app and folders of its own. Windows on one screen would take the focus from each other.
  workers: findElectron() === null ? availableParallelism() : 1,
  // Bounds for what never comes. Nothing waits for them, so a machine that is busy with other things may take its time.
  timeout: 1_800_000,
  expect: { timeout: 300_000 },
  forbidOnly: true,
  reporter: process.env['DOSSIER_TEST_REPORT']
    ? [['list'], ['json', { outputFile: process.env['DOSSIER_TEST_REPORT'] }]]
    : 'list',
  // Null: the app's own theme decides, not the test's.
  use: { colorScheme: null }
})
