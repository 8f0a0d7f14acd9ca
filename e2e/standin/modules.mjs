import { EventEmitter } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { debug, runtime, strict } from './runtime.mjs'
import { protocol, webRequest } from './protocol.mjs'

/** The smaller modules of Electron's. What only matters in real Electron is accepted and does nothing here. */

class Session extends EventEmitter {
  webRequest = webRequest
  protocol = protocol
  availableSpellCheckerLanguages = []
  setPermissionRequestHandler() {}
  setPermissionCheckHandler() {}
  setDevicePermissionHandler() {}
  setDisplayMediaRequestHandler() {}
  setSpellCheckerEnabled() {}
  isSpellCheckerEnabled() {
    return false
  }
  setSpellCheckerLanguages() {}
  setSpellCheckerDictionaryDownloadURL() {}
  async clearCache() {}
  async clearStorageData() {}
  async setProxy() {}
}
const defaultSession = new Session()
export const session = { defaultSession, fromPartition: () => defaultSession }

class NativeTheme extends EventEmitter {
  #source = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(value) {
    this.#source = value
    this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'dark'
  }

  /** What the theme means for a page, as CDP's emulated media features. */
  get mediaFeatures() {
    return this.#source === 'system' ? [] : [{ name: 'prefers-color-scheme', value: this.#source }]
  }
}
export const nativeTheme = new NativeTheme()

function openWithSystem(target) {
  const [command, ...args] = { darwin: ['open'], win32: ['explorer'] }[process.platform] ?? ['xdg-open']
  spawn(command, [...args, target], { stdio: 'ignore', detached: true }).on('error', (error) =>
    debug('open', error.message)
  )
}

/** `opened` keeps what was opened or shown, for tests to look at; only a headful stand-in really opens it. */
export const shell = strict('shell', {
  opened: [],
  openExternal: async (url) => {
    shell.opened.push(url)
  },
  openPath: async (path) => {
    shell.opened.push(path)
    if (runtime.headful) openWithSystem(path)
    return ''
  },
  showItemInFolder: (path) => {
    shell.opened.push(path)
    if (runtime.headful) openWithSystem(path.replace(/[^/\\]*$/, ''))
  },
  trashItem: (path) => rm(path, { recursive: true }),
  beep: () => undefined
})

export const net = strict('net', {
  fetch: async (url) => {
    if (!String(url).startsWith('file:')) throw new Error('net::ERR_INTERNET_DISCONNECTED')
    return new Response(await readFile(fileURLToPath(url)))
  },
  isOnline: () => false
})

const workArea = { x: 0, y: 0, width: 1280, height: 800 }
const display = { id: 1, bounds: workArea, workArea, workAreaSize: { width: 1280, height: 800 }, scaleFactor: 1 }
export const screen = strict('screen', {
  getPrimaryDisplay: () => display,
  getAllDisplays: () => [display],
  getDisplayMatching: () => display
})

/** Never says anything by itself: tests emit `lock-screen` or `suspend`. */
export const powerMonitor = new EventEmitter()

export const clipboard = strict('clipboard', {
  text: '',
  writeText: (text) => {
    clipboard.text = text
  },
  readText: () => clipboard.text
})
