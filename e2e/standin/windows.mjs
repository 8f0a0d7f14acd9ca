import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from './app.mjs'
import { createCodec } from './codec.mjs'
import { accelerators, menuEvents } from './menu.mjs'
import { nativeTheme } from './modules.mjs'
import { debug, emitPreventable, runtime } from './runtime.mjs'
import { WebContents } from './web-contents.mjs'

/** Open windows by id, and the browser that shows them (set by main.mjs). */
const windows = new Map()
let lastId = 0
const browser = { current: null }

const PAGE_SOURCE = readFileSync(join(import.meta.dirname, 'page.js'), 'utf8')

/** The script that runs in each new document: the bridge with the preload inside. */
function pageScript(preload) {
  const versions = { electron: process.versions.electron, chrome: process.versions.chrome, node: process.versions.node }
  const setup = { platform: process.platform, versions, accelerators: accelerators() }
  // Functions as replacements, so that `$&` and the like in the preload stay as they are.
  return PAGE_SOURCE.replace('__SETUP__', () => JSON.stringify(setup))
    .replace('__CODEC__', () => createCodec.toString())
    .replace('__PRELOAD__', () => `function (require, module, exports, process) {\n${preload}\n}`)
}

/** Electron's BrowserWindow: one page of the browser. */
export class BrowserWindow extends EventEmitter {
  #options
  #title
  #bounds
  #destroyed = false
  #visible
  #maximized = false
  #painted = false
  #closing = null
  targetId = null
  sessionId = null

  static getAllWindows() {
    return [...windows.values()]
  }

  static fromId(id) {
    return windows.get(id) ?? null
  }

  static fromWebContents(contents) {
    return contents?.window ?? null
  }

  static getFocusedWindow() {
    return [...windows.values()].at(-1) ?? null
  }

  constructor(options = {}) {
    super()
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    this.id = ++lastId
    this.#options = options
    this.#title = options.title ?? app.getName()
    this.#visible = options.show !== false
    this.#bounds = { x: options.x, y: options.y, width: options.width ?? 800, height: options.height ?? 600 }
    windows.set(this.id, this)
    this.webContents = new WebContents(this)
    this.opened = this.#open()
    this.opened.catch((error) => process.stderr.write(`The window could not be opened: ${error.stack}\n`))
    app.emit('browser-window-created', {}, this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  async #open() {
    const { cdp } = runtime
    this.targetId = await browser.current.openWindow(this.#bounds)
    const { sessionId } = await cdp.send('Target.attachToTarget', { targetId: this.targetId, flatten: true })
    this.sessionId = sessionId
    const command = (method, params) => cdp.send(method, params, sessionId)
    this.webContents.listen(sessionId, command)
    // What runs first in a document knows the keys of when the window was opened.
    this.webContents.on('dom-ready', () => tellAccelerators(this))
    cdp.on(`${sessionId}|Page.lifecycleEvent`, ({ name }) => {
      if (name !== 'firstPaint' || this.#painted || !this.webContents.getURL().includes('://')) return
      this.#painted = true
      debug('first paint')
      this.#showTitle()
      this.emit('ready-to-show')
    })
    const { preload } = this.#options.webPreferences ?? {}
    const source = pageScript(preload ? readFileSync(preload, 'utf8') : '')
    const size = { width: this.#bounds.width, height: this.#bounds.height, deviceScaleFactor: 0, mobile: false }
    await Promise.all([
      command('Page.enable'),
      command('Runtime.enable'),
      command('Runtime.addBinding', { name: '__standinSend' }),
      command('Page.setLifecycleEventsEnabled', { enabled: true }),
      command('Page.addScriptToEvaluateOnNewDocument', { source }),
      command('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
      command('Emulation.setEmulatedMedia', { features: nativeTheme.mediaFeatures }),
      cdp.send('Browser.setDownloadBehavior', { behavior: 'deny' }),
      ...(runtime.headful ? [] : [command('Emulation.setDeviceMetricsOverride', size)])
    ])
    debug('window ready')
  }

  /** The target is gone: closed here, by the user, or with the browser. */
  gone() {
    if (this.#destroyed) return
    this.#destroyed = true
    windows.delete(this.id)
    this.webContents.emit('destroyed')
    this.emit('closed')
    if (windows.size > 0 || runtime.quitting) return
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed')
    else app.quit()
  }

  /** Closes as Electron does: `close`, then the page's beforeunload. Resolves with whether it closed. */
  closeAsked(askPage = true) {
    this.#closing ??= this.#close(askPage).finally(() => {
      this.#closing = null
    })
    return this.#closing
  }

  async #close(askPage) {
    if (this.#destroyed) return true
    if (!emitPreventable(this, 'close')) return false
    await this.opened
    const gone = new Promise((done) => this.once('closed', () => done(true)))
    // The page's beforeunload is dispatched by hand: a real dialog would race with Playwright, which accepts it.
    if (askPage && (await this.#pageObjects()) && emitPreventable(this.webContents, 'will-prevent-unload')) return false
    if (this.#destroyed) return true
    await runtime.cdp
      .send('Target.closeTarget', { targetId: this.targetId })
      .catch((error) => debug('close', error.message))
    return gone
  }

  async #pageObjects() {
    const expression = `(() => {
      const event = document.createEvent('BeforeUnloadEvent')
      event.initEvent('beforeunload', false, true)
      dispatchEvent(event)
      return event.defaultPrevented || event.returnValue !== ''
    })()`
    const answer = await this.webContents
      .command('Runtime.evaluate', { expression, returnByValue: true })
      .catch(() => null)
    return answer?.result.value === true
  }

  close() {
    void this.closeAsked()
  }

  destroy() {
    void this.opened.then(() => runtime.cdp.send('Target.closeTarget', { targetId: this.targetId }))
  }

  isDestroyed() {
    return this.#destroyed
  }

  loadURL(url) {
    return this.webContents.loadURL(url)
  }

  loadFile(path) {
    return this.webContents.loadFile(path)
  }

  getTitle() {
    return this.#title
  }

  /** The browser's window shows its document's title, so that is set too. */
  setTitle(title) {
    this.#title = title
    if (this.#painted) this.#showTitle()
  }

  #showTitle() {
    const expression = `document.title = ${JSON.stringify(this.#title)}`
    this.webContents.command('Runtime.evaluate', { expression }).catch((error) => debug('title', error.message))
  }

  show() {
    this.#visible = true
    this.emit('show')
  }

  showInactive() {
    this.show()
  }

  hide() {
    this.#visible = false
    this.emit('hide')
  }

  isVisible() {
    return this.#visible
  }

  focus() {
    if (runtime.headful) void this.webContents.command('Page.bringToFront')
    this.emit('focus')
  }

  isFocused() {
    return BrowserWindow.getFocusedWindow() === this
  }

  getBounds() {
    const { x = 0, y = 0, width, height } = this.#bounds
    return { x, y, width, height }
  }

  getNormalBounds() {
    return this.getBounds()
  }

  getContentBounds() {
    return this.getBounds()
  }

  getSize() {
    return [this.#bounds.width, this.#bounds.height]
  }

  setBounds(bounds) {
    Object.assign(this.#bounds, bounds)
    if (runtime.headful) return
    const { width, height } = this.#bounds
    void this.webContents.command('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 0,
      mobile: false
    })
  }

  setSize(width, height) {
    this.setBounds({ width, height })
  }

  /** The user moved or sized the browser's window. */
  resized(bounds) {
    Object.assign(this.#bounds, bounds)
    this.emit('resize')
  }

  isMaximized() {
    return this.#maximized
  }

  maximize() {
    this.#maximized = true
    this.emit('maximize')
  }

  unmaximize() {
    this.#maximized = false
    this.emit('unmaximize')
  }

  isMinimized() {
    return false
  }

  isFullScreen() {
    return false
  }

  minimize() {}
  restore() {}
  setFullScreen() {}
  setMenuBarVisibility() {}
  setMenu() {}
  removeMenu() {}
  setMinimumSize() {}
  setProgressBar() {}
  setBackgroundColor() {}
  setDocumentEdited() {}
  setRepresentedFilename() {}
  center() {}
}

export const webContents = {
  fromDevToolsTargetId: (id) => BrowserWindow.getAllWindows().find((window) => window.targetId === id)?.webContents,
  getAllWebContents: () => BrowserWindow.getAllWindows().map((window) => window.webContents),
  fromId: (id) => windows.get(id)?.webContents,
  getFocusedWebContents: () => BrowserWindow.getFocusedWindow()?.webContents ?? null
}

/** Connects the windows with the browser that shows them. */
export function useBrowser(started) {
  browser.current = started
  const { cdp } = runtime
  cdp.on('|Target.targetDestroyed', ({ targetId }) => byTarget(targetId)?.gone())
  cdp.on('|Target.targetCreated', ({ targetInfo }) => {
    // What a page opened past the bridge (Ctrl+click on a link, a form's target) is asked for and closed.
    const opener = targetInfo.type === 'page' ? byTarget(targetInfo.openerId) : undefined
    if (!opener) return
    opener.webContents.askToOpen(targetInfo.url)
    cdp.send('Target.closeTarget', { targetId: targetInfo.targetId }).catch((error) => debug('child', error.message))
  })
  cdp.on('close', () => {
    if (!runtime.quitting) for (const window of BrowserWindow.getAllWindows()) window.gone()
  })
  nativeTheme.on('updated', () => {
    for (const window of BrowserWindow.getAllWindows()) {
      void window.webContents.command('Emulation.setEmulatedMedia', { features: nativeTheme.mediaFeatures })
    }
  })
  menuEvents.on('changed', () => BrowserWindow.getAllWindows().forEach(tellAccelerators))
}

/** Tells a window's page the keys of the menu. */
function tellAccelerators(window) {
  const expression = `window.__standinReceive?.('accelerators', 0, ${JSON.stringify(accelerators())})`
  window.webContents.command('Runtime.evaluate', { expression }).catch((error) => debug('menu', error.message))
}

function byTarget(targetId) {
  return targetId === undefined
    ? undefined
    : BrowserWindow.getAllWindows().find((window) => window.targetId === targetId)
}
