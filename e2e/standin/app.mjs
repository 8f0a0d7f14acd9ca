import { EventEmitter } from 'node:events'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { debug, emitPreventable, runtime } from './runtime.mjs'

/** Electron's `app`, as far as a single-window application uses it. */
class App extends EventEmitter {
  name = 'Electron'
  isPackaged = false
  dock = undefined
  commandLine = {
    appendSwitch: (name, value) => runtime.switches.set(name, value ?? ''),
    appendArgument: () => undefined,
    hasSwitch: (name) => runtime.switches.has(name),
    getSwitchValue: (name) => runtime.switches.get(name) ?? '',
    removeSwitch: (name) => runtime.switches.delete(name)
  }
  #paths = new Map()
  #ready = Promise.withResolvers()
  #isReady = false
  #closing = false
  /** Set by main.mjs: the open windows, and what ends the browser. */
  windows = () => []
  shutDown = async () => undefined

  whenReady() {
    return this.#ready.promise
  }

  isReady() {
    return this.#isReady
  }

  /** Called once, when the browser runs. */
  becomeReady() {
    this.#isReady = true
    this.emit('will-finish-launching')
    this.emit('ready', {}, {})
    this.#ready.resolve({})
  }

  getName() {
    return runtime.manifest.productName ?? runtime.manifest.name ?? 'Electron'
  }

  setName(name) {
    runtime.manifest.productName = name
  }

  getVersion() {
    return runtime.manifest.version ?? '0.0.0'
  }

  getAppPath() {
    return runtime.appFolder
  }

  getLocale() {
    return Intl.DateTimeFormat().resolvedOptions().locale
  }

  getPreferredSystemLanguages() {
    return [this.getLocale()]
  }

  setPath(name, path) {
    this.#paths.set(name, path)
  }

  getPath(name) {
    const set = this.#paths.get(name)
    if (set !== undefined) return set
    const home = homedir()
    const appData =
      {
        darwin: join(home, 'Library/Application Support'),
        win32: process.env['APPDATA'] ?? join(home, 'AppData/Roaming')
      }[process.platform] ??
      process.env['XDG_CONFIG_HOME'] ??
      join(home, '.config')
    const userData = () => this.#paths.get('userData') ?? join(appData, this.getName())
    switch (name) {
      case 'home':
        return home
      case 'appData':
        return appData
      case 'userData':
      case 'sessionData':
        return userData()
      case 'logs':
        return join(userData(), 'logs')
      case 'temp':
        return tmpdir()
      case 'exe':
        return process.argv[0]
      case 'documents':
      case 'downloads':
      case 'desktop':
        return join(home, name.charAt(0).toUpperCase() + name.slice(1))
      default:
        throw new Error(`Failed to get '${name}' path`)
    }
  }

  requestSingleInstanceLock() {
    return true
  }

  releaseSingleInstanceLock() {}
  setAppUserModelId() {}
  setAboutPanelOptions() {}
  showAboutPanel() {}
  enableSandbox() {}
  disableHardwareAcceleration() {}
  focus() {}

  /** Electron's order: before-quit, each window's close, will-quit, quit. Any of them can stop it. */
  quit() {
    if (runtime.quitting || this.#closing) return
    this.#closing = true
    void this.#quit().finally(() => {
      this.#closing = false
    })
  }

  async #quit() {
    if (!emitPreventable(this, 'before-quit')) return
    for (const window of this.windows()) if (!(await window.closeAsked())) return
    if (!emitPreventable(this, 'will-quit')) return
    await this.#end(0)
  }

  exit(code = 0) {
    void this.#end(code)
  }

  async #end(code) {
    if (runtime.quitting) return
    runtime.quitting = true
    this.emit('quit', {}, code)
    await this.shutDown().catch((error) => debug('shutting down', error.stack))
    process.exit(code)
  }
}

export const app = new App()
