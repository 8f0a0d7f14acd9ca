import { randomUUID } from 'node:crypto'
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  powerMonitor,
  protocol,
  session,
  shell,
  type BrowserWindow
} from 'electron'
import type { Emit } from '../shared/api/contract.ts'
import { openErrorLog } from './electron/error-log.ts'
import { followWorkspace } from './electron/follow-workspace.ts'
import { listen, sendEvent } from './electron/gateway.ts'
import { createMenu } from './electron/menu.ts'
import { defaultPreferences, StoredPreferences } from './electron/preferences.ts'
import { Places } from './electron/places.ts'
import { SCHEMES, serveRenderer } from './electron/protocol.ts'
import { RecentFile } from './electron/recent.ts'
import { hardenApp, hardenSession } from './electron/security.ts'
import { createScreenLock, SCREEN_GRACE, SUSPEND_GRACE } from './electron/screen-lock.ts'
import { openSettings } from './electron/settings-file.ts'
import { createShellHandlers } from './electron/shell-handlers.ts'
import { WindowPlace } from './electron/window-place.ts'
import { openWindow, windowTitle } from './electron/window.ts'
import { createWorkspace } from './workspace.ts'

/** Longest wait for the workspace when quitting; what was acknowledged as saved is on the disk anyway. */
const LAST_WAIT = 10_000

const { env } = process
const development = !app.isPackaged && env['DOSSIER_DEV'] === '1'
if (env['DOSSIER_USER_DATA']) app.setPath('userData', resolve(env['DOSSIER_USER_DATA']))
const userData = app.getPath('userData')
if (env['DOSSIER_DOCUMENTS']) app.setPath('documents', resolve(env['DOSSIER_DOCUMENTS']))
const documents = app.getPath('documents')
const now = () => new Date()
const log = openErrorLog(join(userData, 'logs'), app.getAppPath(), now)

let window: BrowserWindow | null = null

process.on('unhandledRejection', (error) => log.write('background', error))
process.on('uncaughtException', (error) => {
  log.write('main', error)
  dialog.showErrorBox(
    'Dossier has to close',
    'Something went wrong inside Dossier. What was saved is kept. Details are in its log file.'
  )
  void log.settled().then(() => app.exit(1))
})

protocol.registerSchemesAsPrivileged(SCHEMES)
hardenApp(app)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => {
    if (window?.isMinimized()) window.restore()
    window?.focus()
  })
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  await mkdir(userData, { recursive: true })
  hardenSession(session.defaultSession, development)
  serveRenderer(protocol, join(import.meta.dirname, '../renderer'))

  const settings = (name: string) => join(userData, name)
  const preferences = await openSettings(
    settings('preferences.json'),
    StoredPreferences,
    defaultPreferences(app.getLocale()),
    'Your preferences',
    now
  )
  const recent = await openSettings(
    settings('recent.json'),
    RecentFile,
    { schema: 1, cases: [] },
    'The list of recent cases',
    now
  )
  const place = await openSettings(
    settings('window.json'),
    WindowPlace,
    { bounds: null, maximized: false },
    'The place of the window',
    now
  )
  nativeTheme.themeSource = preferences.file.value.theme

  const emit: Emit = (name, data) => sendEvent(window?.webContents ?? null, name, data)
  const menu = createMenu(Menu, {
    platform: process.platform,
    development,
    choose: (command) => emit('menu.command', { command })
  })
  const showTitle = (caseTitle: string | null): void => window?.setTitle(windowTitle(caseTitle))

  const workspace = createWorkspace({
    emit,
    userData,
    documents,
    resources: join(app.getAppPath(), 'resources'),
    page: join(app.getAppPath(), 'out/page/verify.html'),
    workers: {
      import: new URL('./import-worker.js', import.meta.url),
      pdf: new URL('./pdf-worker.js', import.meta.url),
      search: new URL('./search-worker.js', import.meta.url)
    },
    generator: `Dossier ${app.getVersion()}`,
    program: 'a window of Dossier',
    backups: () => preferences.file.value.backups,
    wait: false,
    roll: true,
    index: true,
    now,
    newId: () => randomUUID()
  })
  const places = new Places()
  // Whoever leaves the machine leaves the case locked, whatever the page does.
  const screenLock = createScreenLock({
    workspace,
    ask: () => emit('menu.command', { command: 'lock-case' }),
    page: () => window?.webContents ?? null,
    locked: () => {
      showTitle(null)
      menu.disable()
    },
    log
  })
  powerMonitor.on('lock-screen', () => void screenLock.lock(SCREEN_GRACE))
  powerMonitor.on('user-did-resign-active', () => void screenLock.lock(SCREEN_GRACE))
  powerMonitor.on('suspend', () => void screenLock.lock(SUSPEND_GRACE))
  // What the machine's sleep came before.
  powerMonitor.on('resume', () => void screenLock.lock(0))
  const handlers = {
    ...followWorkspace(workspace, { recent: recent.file, showTitle, log, now }),
    ...createShellHandlers({
      app,
      dialog,
      shell,
      nativeTheme,
      menu,
      window: () => window,
      preferences: preferences.file,
      recent: recent.file,
      documents,
      runtime: 'standin' in process ? 'stand-in' : 'electron',
      platform: process.platform,
      places,
      takeLocked: () => screenLock.takeLocked()
    })
  }
  listen(ipcMain, { handlers, pageId: () => window?.webContents.id ?? null, places, log })

  window = openWindow({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    development,
    place: place.file,
    log
  })
  window.on('closed', () => {
    window = null
  })
  // Loaded again, the page says what can be chosen.
  window.webContents.on('render-process-gone', () => menu.disable())
  const notices = [preferences.notice, recent.notice, place.notice].filter((notice) => notice !== null)
  if (notices.length > 0) {
    const tell = () =>
      window &&
      dialog.showMessageBox(window, { type: 'info', message: 'Some settings start anew', detail: notices.join('\n') })
    window.once('show', () => void tell())
  }

  // One window, one case: without it there is nothing to stay for, on macOS too.
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    event.preventDefault()
    void Promise.race([workspace.close(), new Promise((done) => setTimeout(done, LAST_WAIT))])
      .catch((error: unknown) => log.write('closing', error))
      .then(() => log.settled())
      .then(() => app.exit(0))
  })
}
