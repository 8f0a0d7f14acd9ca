import { findElectron } from '../scripts/electron.mjs'

/** Says once per run what the specs run in. */
export default function announce(): void {
  const electron = findElectron()
  const where =
    electron === null ? 'the stand-in (installed Chromium; no Electron binary here)' : `Electron (${electron})`
  process.stdout.write(`End-to-end tests run in ${where}.\n`)
}
