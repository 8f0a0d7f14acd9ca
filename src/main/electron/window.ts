import { BrowserWindow, screen } from 'electron'
import { START_URL, webPreferences } from './security.ts'
import type { SettingsFile } from './settings-file.ts'
import { MINIMUM, placeWindow, type WindowPlace } from './window-place.ts'
import type { ErrorLog } from './error-log.ts'

export interface WindowDeps {
  preload: string
  development: boolean
  place: SettingsFile<WindowPlace>
  log: ErrorLog
}

/** The window's title. */
export function windowTitle(caseTitle: string | null): string {
  return caseTitle === null ? 'Dossier' : `${caseTitle} — Dossier`
}

/**
 * Makes the one window, where it was last time, and starts to load the renderer. While something isn't saved the page keeps
 * the window open by `beforeunload`, saves, and closes it itself; only when that fails it asks the user.
 */
export function openWindow(deps: WindowDeps): BrowserWindow {
  const areas = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()].map((display) => display.workArea)
  const window = new BrowserWindow({
    ...placeWindow(deps.place.value, areas),
    minWidth: MINIMUM.width,
    minHeight: MINIMUM.height,
    show: false,
    title: windowTitle(null),
    webPreferences: webPreferences(deps.preload, deps.development)
  })
  if (deps.place.value.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('page-title-updated', (event) => event.preventDefault())
  window.on('close', () => {
    const bounds = window.getNormalBounds()
    deps.place
      .set({ bounds, maximized: window.isMaximized() })
      .catch((error: unknown) => deps.log.write('window place', error))
  })
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    deps.log.write(`page ${reason}`, new Error('the page ended'))
    if (reason !== 'clean-exit' && reason !== 'killed' && !window.isDestroyed()) window.webContents.reload()
  })
  window.loadURL(START_URL).catch((error: unknown) => deps.log.write('loading the window', error))
  return window
}
