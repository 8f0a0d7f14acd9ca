import { USUAL_BACKUPS } from '../../../shared/case/backup.ts'
import { create } from 'zustand'
import { DEFAULT_EXPORT_OPTIONS } from '../../../shared/composition/options.ts'
import type { Preferences } from '../../../shared/api/contract.ts'
import { ask } from './bridge.ts'

const DEFAULTS: Preferences = {
  theme: 'system',
  author: '',
  exportOptions: DEFAULT_EXPORT_OPTIONS,
  readerSize: 17,
  sourceRows: null,
  backups: USUAL_BACKUPS,
  lockAfter: 10,
  layout: {},
  reading: {}
}

export const usePreferences = create<Preferences>(() => DEFAULTS)

const dark = window.matchMedia('(prefers-color-scheme: dark)')

function apply(): void {
  const { theme, readerSize } = usePreferences.getState()
  const shown = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
  document.documentElement.dataset['theme'] = shown
  document.documentElement.style.setProperty('--reader-size', `${readerSize}px`)
}

/** Reads the preferences and keeps the page's look in step with them and with the system's theme. */
export async function loadPreferences(): Promise<void> {
  apply()
  dark.addEventListener('change', apply)
  usePreferences.subscribe(apply)
  const kept = await ask('app.preferences', {})
  if (kept) usePreferences.setState(kept)
}

/** Changes preferences at once on the screen, then on disk. */
export function setPreferences(change: Partial<Preferences>): void {
  usePreferences.setState(change)
  void ask('app.setPreferences', change)
}
